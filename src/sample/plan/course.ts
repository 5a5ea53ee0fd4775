// How one agency among many goes about a duty that all of them have: received, perhaps reported on,
// handed in some days early or late, confirmed. What would come after the last planted day is open.
import { addDays, type CivilDate, daysBetween, later } from "#src/calendar/civil-date.ts";
import { randomFor } from "../random.ts";
import type { DatedStep } from "./acts.ts";
import type { Days } from "./days.ts";
import type { Office } from "./office.ts";
import { inTimeOf } from "./reliability.ts";
import { AUTO } from "./steps.ts";

export type Duty = {
  task: string;
  agency: string;
  occurrence: string;
  began: CivilDate;
  dueOn: CivilDate;
  /** It is received by itself: periods of a duty that was received before. */
  isKnown: boolean;
  notes: readonly string[];
  result: string;
};

/** More than a week: what is due on a Tuesday comes in over two weeks. */
const MOST_EARLY = 8;
const MOST_LATE = 13;
const CONFIRM_ALL = "/xacnhan {NV} tất cả";

/** The day on which it is handed in, sooner or later. */
const handedInOn = (office: Office, days: Days, duty: Duty): CivilDate => {
  const { calendar, today } = days;
  const { task, agency, occurrence, began, dueOn } = duty;
  const random = randomFor(office.seed, `course:${task}:${agency}:${occurrence}`);
  const weeksAgo = daysBetween(dueOn, today) / 7;
  const inTime = random.next() * 100 < inTimeOf(office, agency, weeksAgo);
  if (!inTime) return calendar.nextWorkingDay(addDays(dueOn, random.whole(1, MOST_LATE)));
  const early = calendar.previousWorkingDay(addDays(dueOn, -random.whole(0, MOST_EARLY)));
  // A day off on the due date brings it forward, never before it was known.
  return later(early, calendar.addWorkingDays(began, 1));
};

/** How far a duty is that nobody handed in yet. */
const underWay = (office: Office, days: Days, duty: Duty, from: CivilDate): DatedStep[] => {
  const { task, agency, occurrence, began, dueOn, notes } = duty;
  const random = randomFor(office.seed, `under-way:${task}:${agency}:${occurrence}`);
  const note = notes[random.whole(0, notes.length - 1)];
  if (note === undefined || random.next() < 0.4) return [];
  const whole = Math.max(1, daysBetween(began, dueOn));
  const part = Math.min(0.9, daysBetween(began, days.until) / whole);
  const percent = Math.max(10, Math.round((part * random.whole(60, 100)) / 5) * 5);
  const on = days.calendar.previousWorkingDay(addDays(days.until, -random.whole(0, 4)));
  return [{ on: later(on, from), deed: { kind: "progressed", percent, note } }];
};

export const courseOf = (office: Office, days: Days, duty: Duty): DatedStep[] => {
  const { calendar, until } = days;
  const { task, agency, occurrence, began, notes, result } = duty;
  const random = randomFor(office.seed, `steps:${task}:${agency}:${occurrence}`);
  const receivedOn = calendar.addWorkingDays(began, random.whole(0, 2));
  if (!duty.isKnown && receivedOn > until) return [];
  const received: DatedStep[] = duty.isKnown
    ? []
    : [{ on: receivedOn, deed: { kind: "received" } }];
  const from = duty.isKnown ? began : receivedOn;
  const submittedOn = later(handedInOn(office, days, duty), from);
  if (submittedOn > until) return [...received, ...underWay(office, days, duty, from)];

  const halfWay = calendar.previousWorkingDay(addDays(submittedOn, -random.whole(3, 8)));
  const note = notes[random.whole(0, notes.length - 1)];
  const reported: DatedStep[] =
    note === undefined || halfWay <= from || random.next() < 0.55
      ? []
      : [
          {
            on: halfWay,
            deed: { kind: "progressed", percent: random.whole(8, 17) * 5, note },
          },
        ];
  const submitted: DatedStep = {
    on: submittedOn,
    deed: { kind: "submitted", note: result, number: AUTO, file: null },
  };
  const confirmedOn = calendar.addWorkingDays(submittedOn, random.whole(1, 2));
  const confirmed: DatedStep[] =
    confirmedOn > until
      ? []
      : [{ on: confirmedOn, deed: { kind: "confirmed" }, toAll: CONFIRM_ALL }];
  return [...received, ...reported, submitted, ...confirmed];
};
