// The days of the sample, counted from today. What is planted ends on the last working day but one:
// the last one belongs to the conversations that the sample's people have with the bot.
import {
  addDays,
  type CivilDate,
  earlier,
  partsOf,
  startOfWeek,
  type Weekday,
} from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";

export type Days = {
  today: CivilDate;
  calendar: WorkCalendar;
  /** The last working day before today: when the people of the sample talk to the bot. */
  talkOn: CivilDate;
  /** Nothing is planted after this working day. */
  until: CivilDate;
  /** The working day so many calendar days ago, or the nearest before it; never after `until`. */
  ago: (days: number) => CivilDate;
  /** Exactly so many days from today, before it where negative: due dates fall on any day. */
  inDays: (days: number) => CivilDate;
  /** The n-th working day after today. */
  inWorkingDays: (days: number) => CivilDate;
  /** A day of the week so many weeks before this one. */
  weeksAgo: (weeks: number, weekday: Weekday) => CivilDate;
};

export const daysOf = (today: CivilDate, calendar: WorkCalendar): Days => {
  const workingDayBefore = (date: CivilDate) => calendar.previousWorkingDay(addDays(date, -1));
  const talkOn = workingDayBefore(today);
  const until = workingDayBefore(talkOn);
  return {
    today,
    calendar,
    talkOn,
    until,
    ago: (days) => calendar.previousWorkingDay(earlier(addDays(today, -days), until)),
    inDays: (days) => addDays(today, days),
    inWorkingDays: (days) => calendar.addWorkingDays(today, days),
    weeksAgo: (weeks, weekday) => addDays(startOfWeek(today), weekday - 1 - 7 * weeks),
  };
};

/** `5/8/2026`, as people write it. */
export const written = (date: CivilDate): string => {
  const { year, month, day } = partsOf(date);
  return `${day}/${month}/${year}`;
};
