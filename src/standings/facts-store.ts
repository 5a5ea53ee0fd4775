// Facts of assignments as of any civil day. The columns of today are a cache of the events, so
// they already hold for a day after which nothing took effect; only the others are folded.
import type { Prisma } from "#prisma/generated/client.ts";
import { type CivilDate, fromDbDate, toDbDate } from "#src/calendar/civil-date.ts";
import type { Store } from "#src/database/client.ts";
import { factsOf } from "#src/tasks/assignment-store.ts";
import { eventOf, type TaskEventValue } from "#src/tasks/events.ts";
import type { AssignmentFacts } from "#src/tasks/facts.ts";
import { factsAsOf } from "./history.ts";

/** Whose assignments, in which role; left out = any. */
export type FactsFilter = {
  agencyIds?: readonly number[];
  role?: "lead" | "coordinating";
};

const whereOf = ({ agencyIds, role }: FactsFilter): Prisma.AssignmentWhereInput => ({
  task: { status: "registered" },
  ...(agencyIds ? { agencyId: { in: [...agencyIds] } } : {}),
  ...(role ? { role } : {}),
});

async function changedLater(
  tx: Store,
  assignment: Prisma.AssignmentWhereInput,
  asOf: CivilDate,
): Promise<Map<number, TaskEventValue[]>> {
  const later = { some: { effectiveOn: { gt: toDbDate(asOf) } } };
  const rows = await tx.taskEvent.findMany({
    where: { assignment: { ...assignment, events: later } },
    orderBy: { id: "asc" },
    select: { assignmentId: true, kind: true, effectiveOn: true, data: true },
  });
  const byAssignment = new Map<number, TaskEventValue[]>();
  for (const row of rows) {
    const event = eventOf(row);
    if (event === null || row.assignmentId === null) continue;
    const events = byAssignment.get(row.assignmentId);
    if (events) events.push(event);
    else byAssignment.set(row.assignmentId, [event]);
  }
  return byAssignment;
}

/**
 * Facts at the end of `asOf` (civil, Vietnam), in order of id; assignments that did not exist yet
 * are left out. One query for the columns, one for the events of what changed after `asOf`.
 */
export async function loadFacts(
  tx: Store,
  filter: FactsFilter,
  asOf: CivilDate,
): Promise<AssignmentFacts[]> {
  const where = whereOf(filter);
  const rows = await tx.assignment.findMany({
    where,
    orderBy: { id: "asc" },
    select: {
      id: true,
      taskId: true,
      agencyId: true,
      role: true,
      state: true,
      assignedOn: true,
      deadlineKind: true,
      dueOn: true,
      submittedOn: true,
      completedOn: true,
    },
  });
  const events = await changedLater(tx, where, asOf);
  return rows.flatMap(({ assignedOn, ...row }): AssignmentFacts[] => {
    const history = events.get(row.id);
    if (history) {
      const facts = factsAsOf({ id: row.id, taskId: row.taskId }, history, asOf);
      // Whoever leads now may have coordinated then: a transfer makes one of the other.
      return facts && (filter.role ?? facts.role) === facts.role ? [facts] : [];
    }
    return fromDbDate(assignedOn) > asOf ? [] : [factsOf(row)];
  });
}
