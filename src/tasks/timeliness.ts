// Timeliness is computed, never stored. Late is counted in calendar days, with working days
// beside it; the due day itself is still in term.
import { type CivilDate, daysBetween } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import type { AssignmentFacts } from "./facts.ts";

export type Timeliness =
  | { kind: "undated" }
  | { kind: "in_term"; days: number }
  /** Within 3 working days, today included. */
  | { kind: "due_soon"; days: number; workingDays: number }
  | { kind: "overdue"; days: number; workingDays: number }
  | { kind: "awaiting"; inTime: boolean | null }
  | { kind: "done_on_time" }
  | { kind: "done_late"; days: number }
  | { kind: "done_undated" }
  | { kind: "set_aside" };

export const DUE_SOON_WORKING_DAYS = 3;

// Further away than any run of days off can bring within three working days: not worth counting.
const FAR_DAYS = 30;

const openTimeliness = (due: CivilDate, today: CivilDate, calendar: WorkCalendar): Timeliness => {
  const days = daysBetween(today, due);
  if (days < 0) {
    return {
      kind: "overdue",
      days: -days,
      workingDays: calendar.workingDaysBetween(due, today),
    };
  }
  if (days > FAR_DAYS) return { kind: "in_term", days };
  const workingDays = calendar.workingDaysBetween(today, due);
  return workingDays <= DUE_SOON_WORKING_DAYS
    ? { kind: "due_soon", days, workingDays }
    : { kind: "in_term", days };
};

/** How an assignment stands on a civil day. */
export const timelinessOf = (
  facts: AssignmentFacts,
  today: CivilDate,
  calendar: WorkCalendar,
): Timeliness => {
  const { state, dueOn, completedOn, submittedOn } = facts;
  if (state === "paused" || state === "cancelled" || state === "transferred") {
    return { kind: "set_aside" };
  }
  if (state === "done") {
    if (dueOn === null || completedOn === null) return { kind: "done_undated" };
    const late = daysBetween(dueOn, completedOn);
    return late > 0 ? { kind: "done_late", days: late } : { kind: "done_on_time" };
  }
  if (state === "awaiting_confirmation") {
    return {
      kind: "awaiting",
      inTime: dueOn === null || submittedOn === null ? null : submittedOn <= dueOn,
    };
  }
  return dueOn === null ? { kind: "undated" } : openTimeliness(dueOn, today, calendar);
};

const isOpen = (facts: AssignmentFacts): boolean =>
  facts.state === "assigned" || facts.state === "received" || facts.state === "in_progress";

/** Still to be done by its agency: what alerts and lists of open work are about. */
export const isOpenLead = (facts: AssignmentFacts): boolean =>
  facts.role === "lead" && isOpen(facts);

/** Why an alert speaks of an assignment on a day, if at all: 7, 3, 1 working days, today, overdue. */
export type AlertReason = "overdue" | "today" | "in_1" | "in_3" | "in_7";

export const alertReason = (
  facts: AssignmentFacts,
  today: CivilDate,
  calendar: WorkCalendar,
): AlertReason | null => {
  if (!isOpenLead(facts) || facts.dueOn === null) return null;
  if (facts.dueOn < today) return "overdue";
  if (facts.dueOn === today) return "today";
  // A due date on a day off is announced on the working day before it, as the last chance.
  const lastWorkingDay = calendar.previousWorkingDay(facts.dueOn);
  if (lastWorkingDay <= today) return "today";
  const left = calendar.workingDaysBetween(today, lastWorkingDay);
  if (left === 1) return "in_1";
  if (left === 3) return "in_3";
  if (left === 7) return "in_7";
  return null;
};
