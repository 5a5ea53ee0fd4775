// What "flat" means in a soak: the last third of its windows against the first, warm-up left out.
import { type Verdict, verdict } from "../program.ts";
import type { Minute } from "./curve.ts";
import { largest, median, megabytes, percentile, thirds, time } from "./figures.ts";

/** By how much p95 of the latency may be more: so many times, and so many ms beyond that. */
export type Slack = { times: number; ms: number };

export const strict: Slack = { times: 1.5, ms: 50 };
/** Thirds of ten seconds on a machine that does other things as well. */
export const wide: Slack = { times: 3, ms: 500 };

/** Half a second of it: what is under way at any time, edits of cards among it. */
const UNDER_WAY = 10;

export const flatLatency = (minutes: readonly Minute[], slack: Slack): Verdict => {
  const p95 = (part: readonly Minute[]) =>
    percentile(
      part.flatMap(({ said }) => said.map(({ afterMs }) => afterMs ?? 30_000)),
      0.95,
    );
  const { first, last } = thirds(minutes);
  const bound = p95(first) * slack.times + slack.ms;
  return verdict(
    p95(last) <= bound,
    `latency is flat: p95 of the last third ≤ ${slack.times} × the first third’s + ${slack.ms} ms`,
    `${time(p95(first))} → ${time(p95(last))} (bound ${time(bound)})`,
  );
};

export const flatMemory = (
  minutes: readonly Minute[],
  what: "heapUsed" | "rss",
  most: number,
): Verdict => {
  const { first, last } = thirds(minutes);
  const of = (part: readonly Minute[]) => median(part.map(({ stats }) => stats[what]));
  const grown = of(last) - of(first);
  return verdict(
    grown <= most * 1024 * 1024,
    `${what === "rss" ? "resident memory" : "heap after collection"} grows by ${most} MB at most, last third against first`,
    `${megabytes(of(first))} → ${megabytes(of(last))} MB`,
  );
};

export const flatQueue = (minutes: readonly Minute[]): Verdict => {
  const { first, last } = thirds(minutes);
  const depths = (part: readonly Minute[]) => part.flatMap(({ depths }) => depths);
  const [before, after] = [median(depths(first)), median(depths(last))];
  const least = Math.min(...depths(last));
  const all = depths(minutes);
  return verdict(
    after <= before * 1.5 + UNDER_WAY && least <= UNDER_WAY,
    `the queue is flat: in the last third’s median no more than ${UNDER_WAY} beyond the first’s, and it comes back to ${UNDER_WAY}`,
    `median ${before} → ${after}, least ${least}, deepest ${largest(all)} (when alerts come)`,
  );
};

export const calmLoop = (minutes: readonly Minute[], mostMs: number): Verdict => {
  const worst = (of: "p99" | "max") => largest(minutes.map(({ stats }) => stats.loopDelay[of]));
  return verdict(
    worst("p99") <= mostMs,
    `the event loop is not held up: p99 of its delay ≤ ${mostMs} ms in every window`,
    `${time(worst("p99"))}, longest ${time(worst("max"))}`,
  );
};
