// The buckets of everybody who wrote lately, in the memory of the process at work.
import {
  type Asked,
  type Bucket,
  isForgotten,
  type RateRules,
  takeOne,
  type Verdict,
} from "./rate-limit.ts";

export type RateLimiter = {
  /**
   * May this be done? Asked again about the same update (it is tried again) it says the same and
   * takes nothing more.
   */
  ask: (
    who: { channel: string; externalId: string; known: boolean },
    update: { id: bigint; sentMs: number | null; civilNow: Date },
  ) => Verdict;
  /** How many people are remembered. */
  size: () => number;
};

type Kept = { bucket: Bucket; known: boolean; last: { id: bigint; verdict: Verdict } };

const SWEEP_EVERY = 1_000;
const MINUTE_MS = 60_000;

/** @param now monotonic milliseconds */
export const makeRateLimiter = (
  rules: RateRules,
  now: () => number = () => performance.now(),
): RateLimiter => {
  const kept = new Map<string, Kept>();
  let news = 0;
  const ruleOf = (known: boolean) => (known ? rules.members : rules.strangers);

  const sweep = (at: number): void => {
    for (const [key, { bucket, known }] of kept) {
      if (isForgotten(bucket, ruleOf(known), at)) kept.delete(key);
    }
  };

  return {
    ask: ({ channel, externalId, known }, { id, sentMs, civilNow }) => {
      const key = `${channel}:${externalId}`;
      const before = kept.get(key);
      if (before?.last.id === id) return before.last.verdict;
      const toMinuteMs = MINUTE_MS - (civilNow.getTime() % MINUTE_MS);
      const asked: Asked = { now: now(), sentMs, toMinuteMs };
      if (before === undefined) news += 1;
      if (news >= SWEEP_EVERY) {
        news = 0;
        sweep(asked.now);
      }
      // Whoever was let in since begins anew: the stranger's bucket was a small one.
      const mine = before?.known === known ? before.bucket : undefined;
      const { bucket, verdict } = takeOne(mine, ruleOf(known), asked);
      kept.set(key, { bucket, known, last: { id, verdict } });
      return verdict;
    },
    size: () => kept.size,
  };
};
