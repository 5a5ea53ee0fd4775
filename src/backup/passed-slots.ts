// Which slots of jobs may have been run by the lost database after the backup was made. Pure.
import { slotKey } from "#src/calendar/slots.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { civilToday, instantAt } from "#src/calendar/zone.ts";
import { slotsPassed } from "#src/schedule/due-slots.ts";
import type { Job } from "#src/schedule/job.ts";

export type PassedSlot = { job: string; slot: string };

/**
 * From the beginning of the civil day on which the backup was made: a slot of that morning that
 * it does not have as done may have been made up a moment later.
 */
export const passedSlots = (
  jobs: readonly Job[],
  madeAt: Date,
  now: Date,
  calendar: WorkCalendar,
): PassedSlot[] => {
  const from = new Date(instantAt(civilToday(madeAt), "00:00").getTime() - 1);
  return slotsPassed(jobs, from, now, calendar).map(({ job, slot }) => ({
    job: job.name,
    slot: slotKey(slot),
  }));
};
