// Contradictions with what they are about.
import type { Contradiction, Prisma } from "#prisma/generated/client.ts";
import type { Store, Tx } from "#src/database/client.ts";
import { type AssignmentRow, findAssignments, lockAssignment } from "./assignment-store.ts";
import { type Entry, entriesOf } from "./entries-store.ts";

export type About = { contradiction: Contradiction; assignment: AssignmentRow; entry: Entry };

const whole = (
  contradiction: Contradiction,
  assignment: AssignmentRow | undefined,
  entries: readonly Entry[],
): About[] => {
  const entry = entries.find((one) => one.contradiction?.id === contradiction.id);
  return assignment === undefined || entry === undefined
    ? []
    : [{ contradiction, assignment, entry }];
};

const MOST = 2_000;

/** The longest waiting first. */
export const contradictionsWhere = async (
  store: Store,
  where: Prisma.ContradictionWhereInput,
): Promise<About[]> => {
  const rows = await store.contradiction.findMany({ where, orderBy: { id: "asc" }, take: MOST });
  const ids = [...new Set(rows.map(({ assignmentId }) => assignmentId))];
  const assignments = await findAssignments(store, { id: { in: ids } });
  const entries = await entriesOf(store, ids);
  return rows.flatMap((row) =>
    whole(
      row,
      assignments.find(({ id }) => id === row.assignmentId),
      entries,
    ),
  );
};

/** Those that wait for a decision. */
export const openContradictions = (store: Store): Promise<About[]> =>
  contradictionsWhere(store, { closedAt: null });

/** One for a decision: nobody else decides about it, or changes its assignment, meanwhile. */
export const lockContradiction = async (tx: Tx, id: number): Promise<About | null> => {
  const found = await tx.contradiction.findUnique({ where: { id } });
  if (found === null) return null;
  const assignment = await lockAssignment(tx, found.assignmentId);
  // Whoever decided before us held the same lock.
  const contradiction = await tx.contradiction.findUniqueOrThrow({ where: { id } });
  const [about] = whole(contradiction, assignment, await entriesOf(tx, [assignment.id]));
  return about ?? null;
};
