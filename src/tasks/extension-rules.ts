// Gia hạn (domain.md 2.4): who may ask when, and to which day a date may be moved. Pure.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { readDeadline } from "#src/language/deadline.ts";
import type { AssignmentFacts } from "./facts.ts";
import { openStates } from "./state.ts";

type Asked = Pick<AssignmentFacts, "role" | "state" | "dueOn">;

/** Why no extension can be asked for now; null where it can. */
export type AskRefusal = "not_lead" | "state" | "undated" | "past";

export const whyNotNow = ({ role, state, dueOn }: Asked, today: CivilDate): AskRefusal | null => {
  if (role !== "lead") return "not_lead";
  if (!openStates.includes(state)) return "state";
  if (dueOn === null) return "undated";
  return dueOn < today ? "past" : null;
};

/** Why a day cannot be granted: never earlier than the date of today, never more than was asked. */
export const whyNotGranted = (
  to: CivilDate,
  { dueOn, askedTo }: { dueOn: CivilDate; askedTo: CivilDate },
): "not_later" | "beyond_asked" | null => {
  if (to <= dueOn) return "not_later";
  return to > askedTo ? "beyond_asked" : null;
};

/** So many approved extensions are called "gia hạn nhiều lần". */
export const MANY_TIMES = 3;

export const isManyTimes = (count: number): boolean => count >= MANY_TIMES;

/**
 * The columns of a deadline that was moved to a day: done by that day, whatever the first phrase
 * said ("trước ngày …"); what is aimed at follows the reader's own rule.
 */
export const movedTo = (
  to: CivilDate,
  today: CivilDate,
  calendar: WorkCalendar,
): { dueOn: CivilDate; aimOn: CivilDate; boundary: "by" } => {
  const { aimOn } = readDeadline(to, today, calendar);
  return { dueOn: to, aimOn: aimOn ?? to, boundary: "by" };
};
