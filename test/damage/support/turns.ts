// Which process is at work, since when, until when; and how soon after its end the next one does
// something.
import type { Db } from "#src/database/client.ts";
import type { Playground } from "#src/playground/server.ts";
import { type Verdict, verdict } from "../program.ts";
import { time } from "./figures.ts";
import type { MainProcess } from "./main-process.ts";

/** Lines of the log. */
export const AT_WORK = /"at work"/;
export const STANDS_BY = /standing by/;

export const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Real ms from `from` (performance.now()) until something new took effect; null after the patience. */
export const untilNextEffect = async (
  db: Db,
  from: number,
  patienceMs: number,
): Promise<number | null> => {
  // What the killed one had under way is in by then.
  await sleep(150);
  const before = await db.progress.count();
  while (performance.now() - from < patienceMs) {
    if ((await db.progress.count()) > before) return performance.now() - from;
    await sleep(20);
  }
  return null;
};

export const shown = (gaps: readonly (number | null)[]): string =>
  gaps.map((gap) => (gap === null ? "never" : time(gap))).join(", ");

/** A process that took the turn, and when it was made to give it up. */
export type Term = { process: MainProcess; endedAt: number };

/** Nobody said "at work" before the one in front of it was ended, and Telegram never saw two poll. */
export const oneAtATime = (terms: readonly Term[], server: Playground): Verdict => {
  const early = terms.filter(({ process }, at) => {
    const from = process.lines.find(({ text }) => AT_WORK.test(text))?.at ?? 0;
    return at > 0 && from < (terms[at - 1]?.endedAt ?? 0);
  });
  const conflicts = server
    .calls("getUpdates")
    .filter(({ outcome }) => outcome?.ok === false && outcome.error_code === 409);
  return verdict(
    early.length === 0 && conflicts.length === 0,
    "one process at work at any time",
    `${terms.length} turns, ${early.length} taken too early, ${conflicts.length} polls met another (409)`,
  );
};
