// Which slots are to be run. Pure.
import { effectiveSlotsBetween } from "#src/calendar/slots.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { civilTime, civilToday, instantAt } from "#src/calendar/zone.ts";
import type { Job } from "./job.ts";

export type DueSlot = { job: Job; slot: Date };

/** A slot that is only minutes old is on time, whatever the job says about making up. */
const ON_TIME_MS = 5 * 60_000;

/**
 * The latest slot of a job on the civil day of `now`, if it is still useful: on time, or not yet
 * past the hour until which the job makes up a slot that was missed while nothing ran.
 */
export const dueSlot = (job: Job, now: Date, calendar: WorkCalendar): Date | null => {
  const dayStart = new Date(instantAt(civilToday(now), "00:00").getTime() - 1);
  const last = effectiveSlotsBetween(job, dayStart, now, calendar).at(-1);
  if (last === undefined) return null;
  const onTime = now.getTime() - last.slot.getTime() < ON_TIME_MS;
  return onTime || civilTime(now) < job.makeUpUntil ? last.slot : null;
};

/** Every slot of all jobs in (from, to], in the order of time: what a moved clock passes over. */
export const slotsPassed = (
  jobs: readonly Job[],
  from: Date,
  to: Date,
  calendar: WorkCalendar,
): DueSlot[] =>
  jobs
    .flatMap((job) =>
      effectiveSlotsBetween(job, from, to, calendar).map(({ slot }) => ({ job, slot })),
    )
    .sort((a, b) => a.slot.getTime() - b.slot.getTime());
