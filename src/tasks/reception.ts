// Tiếp nhận: an agency says that it has received an assignment; one that nobody received within
// so many working days is told to the secretariat.
import type { AssignmentState } from "#prisma/generated/enums.ts";
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";

/** The last day on which an assignment must have been received. */
export const receiveBy = (
  assignedOn: CivilDate,
  calendar: WorkCalendar,
  workingDays: number,
): CivilDate => calendar.addWorkingDays(assignedOn, workingDays);

export const isUnreceived = (
  { state, assignedOn }: { state: AssignmentState; assignedOn: CivilDate },
  today: CivilDate,
  calendar: WorkCalendar,
  workingDays: number,
): boolean => state === "assigned" && receiveBy(assignedOn, calendar, workingDays) < today;

/**
 * What was assigned before this day, and not received, is late today: `isUnreceived` as a bound
 * for a query.
 */
export const unreceivedBefore = (
  today: CivilDate,
  calendar: WorkCalendar,
  workingDays: number,
): CivilDate => calendar.addWorkingDays(today, -workingDays);
