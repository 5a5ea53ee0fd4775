// Which of a task's assignments a change of the register is about: those of one agency, or of all.
// Of a task that several agencies lead that has to be said. Pure.
import type { AssignmentRole, AssignmentState } from "#prisma/generated/enums.ts";

/** An agency's id, every agency, or nothing said. */
export type PartNamed = number | "all" | null;

type Row = { agencyId: number; role: AssignmentRole; state: AssignmentState };

export type PartChoice<R extends Row> =
  | { kind: "rows"; rows: R[]; skipped: R[] }
  /** Several agencies lead it: which, or all? */
  | { kind: "ask"; rows: R[] }
  /** No assignment is in a state that takes it. */
  | { kind: "refused"; rows: R[] }
  /** `own`: somebody else decides about these. */
  | { kind: "own"; own: R[]; others: R[] };

type Wanted = {
  named: PartNamed;
  takes: (state: AssignmentState) => boolean;
  mayChange: (agencyId: number) => boolean;
};

const GONE: readonly AssignmentState[] = ["done", "cancelled", "transferred"];

const agenciesIn = (rows: readonly Row[]): number =>
  new Set(rows.map(({ agencyId }) => agencyId)).size;

/**
 * Coordinating agencies go along with the whole task; the right is asked for whoever leads, since
 * only their figures move, and for an agency that is named itself.
 */
export const choosePart = <R extends Row>(
  all: readonly R[],
  { named, takes, mayChange }: Wanted,
): PartChoice<R> => {
  const concerned = all.filter(({ agencyId }) => typeof named !== "number" || agencyId === named);
  const rows = concerned.filter(({ state }) => takes(state));
  const leads = rows.filter(({ role }) => role === "lead");
  if (rows.length === 0) return { kind: "refused", rows: concerned };
  if (named === null && agenciesIn(leads) > 1) return { kind: "ask", rows: leads };
  const counted = typeof named === "number" ? rows : leads;
  const own = counted.filter(({ agencyId }) => !mayChange(agencyId));
  if (own.length > 0) {
    return { kind: "own", own, others: leads.filter(({ agencyId }) => mayChange(agencyId)) };
  }
  const skipped = concerned.filter(
    ({ role, state }) => role === "lead" && !takes(state) && !GONE.includes(state),
  );
  return { kind: "rows", rows, skipped };
};
