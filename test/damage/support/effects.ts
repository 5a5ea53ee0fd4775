// What reports left behind: each carries a mark of its own in its note, so that the register tells
// how often it took effect, and in which order.
import type { Db } from "#src/database/client.ts";

/** The mark of the n-th report, as it is typed. */
export const markOf = (n: number): string => `dau${n}x`;

const MARK = /dau(\d+)x/;

/** Numbers of the reports in the order in which they took effect, of each assignment apart. */
export const effectsByAssignment = async (db: Db): Promise<Map<number, number[]>> => {
  const rows = await db.progress.findMany({
    select: { assignmentId: true, note: true },
    orderBy: { id: "asc" },
  });
  const found = new Map<number, number[]>();
  for (const { assignmentId, note } of rows) {
    const mark = Number(MARK.exec(note)?.[1] ?? Number.NaN);
    const marks = found.get(assignmentId) ?? [];
    if (marks.length === 0) found.set(assignmentId, marks);
    marks.push(mark);
  }
  return found;
};

export type Counted = { rows: number; once: number; missing: number[]; doubled: number[] };

/** Of the reports 0…sent−1: which took effect once, never, more than once. */
export const countEffects = (
  effects: ReadonlyMap<number, readonly number[]>,
  sent: number,
): Counted => {
  const times = new Map<number, number>();
  for (const mark of [...effects.values()].flat()) times.set(mark, (times.get(mark) ?? 0) + 1);
  const all = Array.from({ length: sent }, (_, n) => n);
  return {
    rows: [...effects.values()].flat().length,
    once: all.filter((n) => times.get(n) === 1).length,
    missing: all.filter((n) => !times.has(n)),
    doubled: all.filter((n) => (times.get(n) ?? 0) > 1),
  };
};

/** Assignments whose reports took effect in another order than that of their numbers. */
export const outOfOrder = (effects: ReadonlyMap<number, readonly number[]>): number =>
  [...effects.values()].filter((marks) => marks.some((mark, at) => mark < (marks[at - 1] ?? -1)))
    .length;

/** "3 missing (12, 15, 18)", shortened. */
export const someOf = (numbers: readonly number[]): string =>
  numbers.length === 0 ? "0" : `${numbers.length} (${numbers.slice(0, 5).join(", ")} …)`;
