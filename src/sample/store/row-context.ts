// What the rows of acts need to know of each other, and of what was stored before.
import type { DeedKind } from "../plan/deed.ts";
import type { Act } from "../plan/plan.ts";
import type { Told } from "./told.ts";

/** What a row of an act needs to know of what was stored before. */
export type Context = {
  taskId: (told: Told) => number;
  assignmentId: (told: Told) => number;
  agencyId: (told: Told) => number;
  personId: (act: Act) => number | null;
  inboxId: (told: Told) => bigint | null;
  progressId: (act: Act) => bigint | null;
  resultId: (act: Act) => number | null;
};

/** Acts that were told of this matter, by kind. */
export type Replies = (told: Told, ...kinds: DeedKind[]) => Act | undefined;

/** Looks up what was said of a matter later. */
export const repliesIn = (all: readonly Told[]): Replies => {
  const byMatter = new Map<Act, Act[]>();
  for (const { matter, act } of all) {
    if (matter !== act) byMatter.set(matter, [...(byMatter.get(matter) ?? []), act]);
  }
  return ({ act }, ...kinds) =>
    byMatter.get(act)?.findLast(({ deed }) => kinds.includes(deed.kind));
};

export const onBehalfOf = (told: Told, context: Context): number | null =>
  told.act.onBehalf ? context.agencyId(told) : null;
