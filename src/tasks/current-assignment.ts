// Of an agency's several assignments of one task (the periods of what recurs) the one that is meant.
import type { AssignmentState } from "#prisma/generated/enums.ts";
import type { AssignmentRow } from "./assignment-store.ts";
import { isDuty } from "./duty.ts";

/**
 * Of the rows of one agency, the one that is meant: the occurrence of a recurring duty that is due
 * next and open, never the duty itself where it has occurrences; else the latest.
 */
export const currentOf = (rows: readonly AssignmentRow[]): AssignmentRow | undefined => {
  const occurrences = rows.filter((row) => !isDuty(row));
  const inOrder = (occurrences.length > 0 ? occurrences : [...rows]).sort(
    (a, b) => Number(a.dueOn) - Number(b.dueOn) || a.id - b.id,
  );
  return inOrder.find(({ state }) => !isOver(state)) ?? inOrder.at(-1);
};

const isOver = (state: AssignmentState): boolean =>
  state === "done" || state === "cancelled" || state === "transferred";

/** One row an agency: of a recurring duty the occurrence that is meant. */
export const onePerAgency = (rows: readonly AssignmentRow[]): AssignmentRow[] => {
  const agencies = [...new Set(rows.map(({ agencyId }) => agencyId))];
  return agencies.flatMap((agencyId) => {
    const row = currentOf(rows.filter((one) => one.agencyId === agencyId));
    return row === undefined ? [] : [row];
  });
};
