// When a group's ranking goes out: on its own day and at its own time in the week of the job.
import { addDays, startOfWeek } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { civilTime, civilToday, instantAt } from "#src/calendar/zone.ts";

export type PublishWish = {
  /** ISO weekday; null = the day of the job. */
  publishOn: number | null;
  /** hh:mm; null = the time of the job. */
  publishAt: string | null;
};

/** Null: at once. A day off moves to the next working day; nothing goes out before its slot. */
export const publishMoment = (
  { publishOn, publishAt }: PublishWish,
  slot: Date,
  calendar: WorkCalendar,
): Date | null => {
  const today = civilToday(slot);
  const wished = publishOn === null ? today : addDays(startOfWeek(today), publishOn - 1);
  const moment = instantAt(calendar.nextWorkingDay(wished), publishAt ?? civilTime(slot));
  return moment > slot ? moment : null;
};
