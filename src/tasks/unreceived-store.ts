// Assignments that nobody has received yet.
import type { Prisma } from "#prisma/generated/client.ts";
import { type CivilDate, toDbDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import type { Store } from "#src/database/client.ts";
import { type AssignmentRow, findAssignments } from "./assignment-store.ts";
import { unreceivedBefore } from "./reception.ts";

const MOST = 5_000;

const unreceived: Prisma.AssignmentWhereInput = {
  role: "lead",
  state: "assigned",
  task: { status: "registered" },
  // A recurring duty is received by its occurrences.
  followers: { none: { occurrence: { not: "" } } },
};

const orderBy: Prisma.AssignmentOrderByWithRelationInput[] = [
  { assignedOn: "asc" },
  { taskId: "asc" },
  { agencyId: "asc" },
];

/** Lead assignments that nobody received within so many working days, the oldest first. */
export const unreceivedSince = (
  store: Store,
  today: CivilDate,
  calendar: WorkCalendar,
  workingDays: number,
): Promise<AssignmentRow[]> => {
  const before = toDbDate(unreceivedBefore(today, calendar, workingDays));
  const where = { ...unreceived, assignedOn: { lt: before } };
  return findAssignments(store, where, { skip: 0, take: MOST, orderBy });
};

/** What these agencies have not received yet, the oldest first. */
export const toReceive = (store: Store, agencyIds: readonly number[]): Promise<AssignmentRow[]> =>
  findAssignments(
    store,
    { ...unreceived, agencyId: { in: [...agencyIds] } },
    { skip: 0, take: MOST, orderBy },
  );
