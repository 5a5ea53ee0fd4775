// A recurring duty with the periods that have opened since it was registered, as the product itself
// would have opened them.
import { type CivilDate, later } from "#src/calendar/civil-date.ts";
import { type Deadline, readDeadline } from "#src/language/deadline.ts";
import { type Occurrence, occurrencesOpen } from "#src/tasks/occurrences.ts";
import { actsOf } from "./acts.ts";
import { courseOf } from "./course.ts";
import type { Days } from "./days.ts";
import type { RecurringDraft } from "./draft.ts";
import { groupNameOf, type Office } from "./office.ts";
import { jobMoment } from "./office-hours.ts";
import type { Act, Moment, PlannedAssignment, PlannedTask } from "./plan.ts";
import { registration, taskOf } from "./registered.ts";

/** The office's own day for reports, where the duty names none (src/office). */
const REPORT_DUE_DAY = 15;

const periodsOf = (deadline: Deadline, since: CivilDate, days: Days): Occurrence[] =>
  occurrencesOpen(
    { frequency: deadline.frequency, onDay: deadline.onDay, boundary: deadline.boundary, since },
    { today: days.until, calendar: days.calendar, reportDueDay: REPORT_DUE_DAY },
    since,
  );

/** A period's own deadline: a day. */
const deadlineIn = (duty: Deadline, { dueOn, aimOn }: Occurrence): Deadline => ({
  ...duty,
  kind: "date",
  dueOn,
  aimOn,
  frequency: [],
});

const ofJob = (on: CivilDate): Moment => ({ on, at: jobMoment(on), by: null });

const period = (
  office: Office,
  days: Days,
  draft: RecurringDraft,
  duty: PlannedAssignment,
  occurrence: Occurrence,
): PlannedAssignment => {
  const { agency } = duty;
  const opened = days.calendar.nextWorkingDay(later(occurrence.opensOn, duty.assigned.on));
  // What opens on the very day of registering is opened after it.
  const assigned = opened > duty.assigned.on ? ofJob(opened) : { ...duty.assigned, by: null };
  const received: Act = {
    ...assigned,
    deed: { kind: "received" },
    onBehalf: false,
    text: "",
  };
  const of = { task: draft.key, agency, occurrence: occurrence.key };
  const steps = courseOf(office, days, {
    ...of,
    began: assigned.on,
    dueOn: occurrence.dueOn,
    isKnown: true,
    notes: [],
    result: draft.result,
  });
  return {
    agency,
    role: "lead",
    occurrence: occurrence.key,
    deadline: deadlineIn(duty.deadline, occurrence),
    assigned,
    origin: duty,
    acts: [received, ...actsOf(office, of, received, steps)],
  };
};

const leadsOf = (office: Office, { leads }: RecurringDraft): readonly string[] =>
  typeof leads === "string" ? office[leads] : leads;

const phraseOf = (office: Office, { leads }: RecurringDraft): string =>
  typeof leads === "string" ? groupNameOf(leads) : leads.map(office.nameOf).join(", ");

export const recurringTask = (office: Office, days: Days, draft: RecurringDraft): PlannedTask => {
  const registered = registration(office, days, draft);
  const deadline = readDeadline(draft.phrase, registered.on, days.calendar);
  const periods = periodsOf(deadline, registered.on, days);
  const assignments = leadsOf(office, draft).flatMap((agency) => {
    const of = { task: draft.key, agency, occurrence: "" };
    const duty: PlannedAssignment = {
      ...{ agency, role: "lead", occurrence: "", deadline },
      assigned: registered,
      origin: null,
      acts: actsOf(office, of, registered, [{ on: registered.on, deed: { kind: "received" } }]),
    };
    const opened = periods.map((one) => period(office, days, draft, duty, one));
    return [duty, ...opened.filter(({ assigned }) => assigned.on <= days.until)];
  });
  return { ...taskOf(draft, registered, phraseOf(office, draft), draft.phrase), assignments };
};
