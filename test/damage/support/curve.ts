// The curve of a soak: one line a window.
import type { BotStats } from "./bot-process.ts";
import type { Answered } from "./crowd.ts";
import { largest, megabytes, percentile, table } from "./figures.ts";

/** What happened in one window. */
export type Minute = {
  said: readonly Answered[];
  /** Messages of jobs. */
  byItself: number;
  /** Rows not done in inbox and outbox, every half second. */
  depths: readonly number[];
  /** At its end. */
  stats: BotStats;
};

const HEAD = [
  ...["window", "updates", "by jobs", "p50 ms", "p95 ms", "max ms", "queue med", "queue max"],
  ...["heap MB", "RSS MB", "loop p99 ms", "loop max ms"],
];

const lineOf = ({ said, byItself, depths, stats }: Minute, at: number): string[] => {
  const times = said.map(({ afterMs }) => afterMs ?? Number.POSITIVE_INFINITY);
  const whole = (value: number) => value.toFixed(0);
  return [
    ...[whole(at + 1), whole(said.length), whole(byItself)],
    ...[0.5, 0.95].map((share) => whole(percentile(times, share))),
    whole(largest(times)),
    ...[whole(percentile(depths, 0.5)), whole(largest(depths))],
    ...[megabytes(stats.heapUsed), megabytes(stats.rss)],
    ...[whole(stats.loopDelay.p99), whole(stats.loopDelay.max)],
  ];
};

/** The table, head first. */
export const curve = (minutes: readonly Minute[]): string[] =>
  table([HEAD, ...minutes.map(lineOf)]);
