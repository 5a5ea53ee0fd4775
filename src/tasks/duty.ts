// A recurring duty as the rule about its occurrences takes it, from its row.
import { type CivilDate, fromDbDate, later } from "#src/calendar/civil-date.ts";
import type { Frequency } from "#src/calendar/reporting-periods.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { readDeadline } from "#src/language/deadline.ts";
import type { Duty } from "./occurrences.ts";

const FREQUENCIES: readonly Frequency[] = [
  "weekly",
  "monthly",
  "quarterly",
  "half-yearly",
  "yearly",
];

type DutyRow = {
  deadlineKind: string;
  occurrence: string;
  frequency: readonly string[];
  deadlinePhrase: string;
  boundary: string | null;
  assignedOn: Date;
  task: { registeredOn: Date };
};

/** A row that stands for a duty itself, of which each period is an assignment of its own. */
export const isDuty = (row: Pick<DutyRow, "deadlineKind" | "occurrence">): boolean =>
  row.deadlineKind === "recurrence" && row.occurrence === "";

/** The day from which it holds: of its document, but never before it was in the register. */
const sinceOf = ({ assignedOn, task }: DutyRow): CivilDate =>
  later(fromDbDate(assignedOn), fromDbDate(task.registeredOn));

/** `onDay` is not stored: the phrase is read again, as of the day that it was written. */
export const dutyOf = (row: DutyRow, calendar: WorkCalendar): Duty => ({
  frequency: FREQUENCIES.filter((one) => row.frequency.includes(one)),
  onDay: readDeadline(row.deadlinePhrase, fromDbDate(row.assignedOn), calendar).onDay,
  boundary: row.boundary,
  since: sinceOf(row),
});
