// When what happens in the sample before a visitor comes: eight weeks of Mondays, then the last
// working day, whole. Pure.
import { effectiveSlotsBetween } from "#src/calendar/slots.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { civilToday, instantAt } from "#src/calendar/zone.ts";
import { type DueSlot, slotsPassed } from "#src/schedule/due-slots.ts";
import type { Job } from "#src/schedule/job.ts";

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;
const WEEKS = 8;
/** A holiday may move a Monday into the next week. */
const LOOK_BACK_MS = (WEEKS + 3) * WEEK_MS;

export type Chronicle = { from: Date; slots: DueSlot[] };

const lastRankings = (jobs: readonly Job[], present: Date, calendar: WorkCalendar): DueSlot[] => {
  const from = new Date(present.getTime() - LOOK_BACK_MS);
  return jobs
    .filter(({ name }) => name === "weekly-ranking")
    .flatMap((job) =>
      effectiveSlotsBetween(job, from, present, calendar)
        .slice(-WEEKS)
        .map(({ slot }) => ({ job, slot })),
    );
};

/**
 * The rankings of the last eight weeks; and every slot from the morning of the day on which the
 * talk begins. Jobs of other days are not run: history is planted, not lived through.
 */
export const chronicleOf = (
  jobs: readonly Job[],
  { talkFrom, present }: { talkFrom: Date; present: Date },
  calendar: WorkCalendar,
): Chronicle => {
  const dawn = new Date(instantAt(civilToday(talkFrom), "00:00").getTime() - 1);
  const rankings = lastRankings(jobs, present, calendar).filter(({ slot }) => slot <= dawn);
  const slots = [...rankings, ...slotsPassed(jobs, dawn, present, calendar)];
  const first = slots[0]?.slot ?? talkFrom;
  const from = Math.min(first.getTime(), talkFrom.getTime(), present.getTime()) - HOUR_MS;
  return { from: new Date(from), slots };
};
