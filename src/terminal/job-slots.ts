// Which moment the operator means by --at, as a slot of a job.
import { effectiveSlotsBetween, slotKey } from "#src/calendar/slots.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { civilToday, instantAt } from "#src/calendar/zone.ts";
import type { Job } from "#src/schedule/job.ts";
import { wrongUsage } from "./cli-error.ts";
import type { Moment } from "./moment.ts";

const DAY_MS = 86_400_000;
// A job that runs once a year still has a slot within it.
const NEAR_DAYS = [8, 40, 400];

const slots = (job: Job, from: number, to: number, calendar: WorkCalendar): Date[] =>
  effectiveSlotsBetween(job, new Date(from), new Date(to), calendar).map(({ slot }) => slot);

export const nextSlot = (job: Job, after: Date, calendar: WorkCalendar): Date | undefined => {
  const start = after.getTime();
  for (const days of NEAR_DAYS) {
    const [next] = slots(job, start, start + days * DAY_MS, calendar);
    if (next !== undefined) return next;
  }
  return undefined;
};

export const lastSlot = (job: Job, before: Date, calendar: WorkCalendar): Date | undefined => {
  const end = before.getTime() - 1;
  for (const days of NEAR_DAYS) {
    const last = slots(job, end - days * DAY_MS, end, calendar).at(-1);
    if (last !== undefined) return last;
  }
  return undefined;
};

/** The slot at that very moment, or the only one of that day. @throws CliError with the nearest. */
export const slotAt = (job: Job, { at, dayOnly }: Moment, calendar: WorkCalendar): Date => {
  const start = dayOnly ? instantAt(civilToday(at), "00:00").getTime() : at.getTime();
  const found = slots(job, start - 1, dayOnly ? start + DAY_MS - 1 : start, calendar);
  const [slot] = found;
  if (slot !== undefined && found.length === 1) return slot;
  const near =
    found.length > 1
      ? found
      : [lastSlot(job, at, calendar), nextSlot(job, at, calendar)].filter(
          (one) => one !== undefined,
        );
  throw wrongUsage(
    `${slotKey(at)} is no slot of ${job.name}; the nearest: ${near.map(slotKey).join(", ")}`,
  );
};
