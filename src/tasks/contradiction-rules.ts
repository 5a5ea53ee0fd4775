// Phản ánh: an agency says that what was entered for it is not right. What a figure goes back to,
// and who decides about it.

/** A row of progress, in the order in which they were recorded. */
export type ProgressFigure = {
  id: bigint;
  percent: number | null;
  /** The row that it replaces. */
  correctsId: bigint | null;
  /** It only put another right when that was taken back: no report of its own. */
  putsRight: boolean;
};

/**
 * The percent as it stands without the rows that were taken back: what the last report said that
 * nobody corrected or took back; 0 where there is none.
 */
export const percentWithout = (
  rows: readonly ProgressFigure[],
  takenBack: ReadonlySet<bigint>,
): number => {
  const reports = rows.filter(({ id, putsRight }) => !putsRight && !takenBack.has(id));
  const replaced = new Set(
    rows.flatMap(({ correctsId, putsRight }) => (putsRight ? [] : [correctsId])),
  );
  const standing = reports.filter(({ id, percent }) => percent !== null && !replaced.has(id));
  return standing.at(-1)?.percent ?? 0;
};

export type WhyNotDecide = "own agency" | "entered it" | null;

/** Nobody decides on their own agency's matters, nor on what they entered themselves. */
export const whyNotDecide = (of: {
  mayDecide: boolean;
  actorId: number;
  contradictedById: number;
  enteredById: number | null;
}): WhyNotDecide => {
  if (!of.mayDecide || of.actorId === of.contradictedById) return "own agency";
  return of.actorId === of.enteredById ? "entered it" : null;
};
