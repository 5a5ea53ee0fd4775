// How much one person may ask for: a bucket that fills again with time. Who empties it is told once
// until when nothing more is recorded, and until then is not answered again. Pure.

export type RateRule = {
  /** So many at once, … */
  burst: number;
  /** … then one in so many milliseconds. */
  everyMs: number;
};

export type RateRules = { members: RateRule; strangers: RateRule };

/** Nobody who types and taps feels it: a tap a second, all day. */
export const usualRates: RateRules = {
  members: { burst: 60, everyMs: 1_000 },
  strangers: { burst: 6, everyMs: 10_000 },
};

const FIRST_SPELL_MS = 30_000;
const LONGEST_SPELL_MS = 15 * 60_000;
/** So long after a quiet spell the next one is a first one again. */
const FORGIVEN_MS = 15 * 60_000;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** What is remembered of somebody. All times are monotonic milliseconds but `sentMs`. */
export type Bucket = {
  tokens: number;
  at: number;
  /** When (by the channel's clock) the latest of the messages was sent; null = it did not say. */
  sentMs: number | null;
  /** Nothing is taken before this. */
  quietUntil: number;
  /** Quiet spells in a row: each is twice as long as the one before. */
  spells: number;
};

/** When something is asked: by the machine's monotonic clock, and by the channel where it says so. */
export type Asked = {
  now: number;
  sentMs: number | null;
  /** Until the clock on the wall shows the next full minute: a quiet spell ends at one. */
  toMinuteMs: number;
};

/** `untilMs`: how long from now nothing is taken. */
export type Verdict = { kind: "taken" } | { kind: "too-many"; untilMs: number } | { kind: "quiet" };

/**
 * What waited somewhere (the bot was down) comes at once though it was said slowly: the time between
 * the messages counts, whichever clock shows more of it.
 */
const refilled = (bucket: Bucket, rule: RateRule, { now, sentMs }: Asked): number => {
  const said = sentMs === null || bucket.sentMs === null ? 0 : sentMs - bucket.sentMs;
  const passed = Math.min(Math.max(now - bucket.at, said, 0), DAY_MS);
  return Math.min(rule.burst, bucket.tokens + passed / rule.everyMs);
};

/** To a full minute, so that it can be told by the clock. */
const spellMs = (spells: number, toMinuteMs: number): number => {
  const least = Math.min(LONGEST_SPELL_MS, FIRST_SPELL_MS * 2 ** Math.min(spells, 20));
  const more = (toMinuteMs - least) % MINUTE_MS;
  return least + (more < 0 ? more + MINUTE_MS : more);
};

const latestOf = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);

/** Takes one from somebody's bucket (undefined: nothing was asked before), or says that it is empty. */
export const takeOne = (
  before: Bucket | undefined,
  rule: RateRule,
  asked: Asked,
): { bucket: Bucket; verdict: Verdict } => {
  const { now } = asked;
  const bucket: Bucket = before ?? {
    tokens: rule.burst,
    at: now,
    sentMs: null,
    quietUntil: 0,
    spells: 0,
  };
  if (now < bucket.quietUntil) return { bucket, verdict: { kind: "quiet" } };
  const tokens = refilled(bucket, rule, asked);
  const seen = { at: now, sentMs: latestOf(bucket.sentMs, asked.sentMs) };
  if (tokens >= 1) {
    return { bucket: { ...bucket, ...seen, tokens: tokens - 1 }, verdict: { kind: "taken" } };
  }
  const forgiven = now - bucket.quietUntil > FORGIVEN_MS;
  const spells = forgiven ? 0 : bucket.spells;
  const untilMs = spellMs(spells, asked.toMinuteMs);
  return {
    bucket: { ...bucket, ...seen, tokens, quietUntil: now + untilMs, spells: spells + 1 },
    verdict: { kind: "too-many", untilMs },
  };
};

/** Nothing is left to remember of somebody. */
export const isForgotten = (bucket: Bucket, rule: RateRule, now: number): boolean =>
  now - bucket.quietUntil > FORGIVEN_MS && now - bucket.at > rule.burst * rule.everyMs;
