// How much one person may ask for: never felt by somebody who types and taps, an end to what pours in.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Bucket, type RateRule, takeOne, usualRates } from "#src/requests/rate-limit.ts";
import { makeRateLimiter } from "#src/requests/rate-limiter.ts";

const rule: RateRule = { burst: 5, everyMs: 2_000 };
const toMinuteMs = 60_000;

/** What becomes of messages at these moments (monotonic ms), sent when they came. */
const verdicts = (moments: readonly number[], how = rule): string[] => {
  let bucket: Bucket | undefined;
  return moments.map((now) => {
    const left = toMinuteMs - (now % 60_000);
    const taken = takeOne(bucket, how, { now, sentMs: null, toMinuteMs: left });
    bucket = taken.bucket;
    return taken.verdict.kind;
  });
};

const every = (ms: number, count: number, from = 0): number[] =>
  Array.from({ length: count }, (_, at) => from + at * ms);

describe("a bucket", () => {
  it("takes so many at once, says no once, and is silent until the minute is over", () => {
    const kinds = verdicts([...every(0, 7), 59_000, 60_000]);
    expect(kinds).toEqual([...Array(5).fill("taken"), "too-many", "quiet", "quiet", "taken"]);
  });

  it("never empties for one message in the time of one", () => {
    expect(new Set(verdicts(every(2_000, 500)))).toEqual(new Set(["taken"]));
  });

  it("names a full minute, half a minute away at least", () => {
    let bucket: Bucket | undefined;
    for (let n = 0; n < 5; n += 1) {
      ({ bucket } = takeOne(bucket, rule, { now: 0, sentMs: null, toMinuteMs: 10_000 }));
    }
    const { verdict } = takeOne(bucket, rule, { now: 0, sentMs: null, toMinuteMs: 10_000 });
    expect(verdict).toEqual({ kind: "too-many", untilMs: 70_000 });
  });

  it("answers a flood of a day with few sentences", () => {
    const told = verdicts(every(100, 24 * 36_000)).filter((kind) => kind === "too-many");
    expect(told.length).toBeLessThan(105);
  });

  it("takes at most what the rule allows in any stretch, whatever the rhythm", () => {
    const steps = fc.array(fc.nat(5_000), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(steps, (gaps) => {
        let now = 0;
        const moments = gaps.map((gap) => {
          now += gap;
          return now;
        });
        const taken = moments.filter((_, at) => verdicts(moments.slice(0, at + 1))[at] === "taken");
        const span = now - (moments[0] ?? 0);
        expect(taken.length).toBeLessThanOrEqual(rule.burst + span / rule.everyMs + 1);
      }),
      { numRuns: 25 },
    );
  });
});

describe("what waited while the bot was away", () => {
  it("is all taken, for it was said slowly", () => {
    let bucket: Bucket | undefined;
    for (let n = 0; n < 100; n += 1) {
      const asked = { now: 1_000, sentMs: n * 3_000, toMinuteMs };
      const { verdict, bucket: next } = takeOne(bucket, rule, asked);
      bucket = next;
      expect(verdict.kind).toBe("taken");
    }
  });
});

describe("the usual rates", () => {
  it("let somebody tap once a second through a list of 500", () => {
    expect(new Set(verdicts(every(1_000, 500), usualRates.members))).toEqual(new Set(["taken"]));
  });

  it("are smaller for strangers", () => {
    expect(verdicts(every(0, 7), usualRates.strangers).at(-1)).toBe("too-many");
  });
});

describe("the buckets of all", () => {
  const at = { sentMs: null, civilNow: new Date("2026-11-20T09:00:00Z") };
  const who = (externalId: string, known = true) => ({ channel: "test", externalId, known });

  it("are each their own", () => {
    const limiter = makeRateLimiter({ members: rule, strangers: rule }, () => 0);
    for (let id = 0n; id < 6n; id += 1n) limiter.ask(who("a"), { id, ...at });
    expect(limiter.ask(who("a"), { id: 7n, ...at }).kind).toBe("quiet");
    expect(limiter.ask(who("b"), { id: 8n, ...at }).kind).toBe("taken");
  });

  it("say the same about an update that is tried again, and take nothing more", () => {
    const limiter = makeRateLimiter({ members: rule, strangers: rule }, () => 0);
    for (let n = 0; n < 50; n += 1) {
      expect(limiter.ask(who("a"), { id: 1n, ...at }).kind).toBe("taken");
    }
    for (let id = 2n; id < 6n; id += 1n) limiter.ask(who("a"), { id, ...at });
    for (let n = 0; n < 3; n += 1) {
      expect(limiter.ask(who("a"), { id: 6n, ...at }).kind).toBe("too-many");
    }
  });

  it("begin anew for whoever is let in", () => {
    const limiter = makeRateLimiter({ members: rule, strangers: { ...rule, burst: 1 } }, () => 0);
    limiter.ask(who("a", false), { id: 1n, ...at });
    expect(limiter.ask(who("a", false), { id: 2n, ...at }).kind).toBe("too-many");
    expect(limiter.ask(who("a"), { id: 3n, ...at }).kind).toBe("taken");
  });

  it("are forgotten: strangers who come and go fill no memory", () => {
    let now = 0;
    const limiter = makeRateLimiter(usualRates, () => now);
    for (let n = 0; n < 20_000; n += 1) {
      now += 10_000;
      limiter.ask(who(`s${n}`, false), { id: BigInt(n), ...at });
    }
    expect(limiter.size()).toBeLessThan(1_200);
  });
});
