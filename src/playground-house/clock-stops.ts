// Where the buttons of the playground's clock lead to. Pure.
import { effectiveSlotsBetween } from "#src/calendar/slots.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import type { ClockStop } from "#src/playground/house.ts";
import type { Job } from "#src/schedule/job.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Longer than any holiday with the weekends around it. */
const LOOK_AHEAD_MS = 45 * DAY_MS;

const nextSlot = (job: Job | undefined, now: Date, calendar: WorkCalendar): number | null => {
  if (job === undefined) return null;
  const until = new Date(now.getTime() + LOOK_AHEAD_MS);
  return effectiveSlotsBetween(job, now, until, calendar)[0]?.slot.getTime() ?? null;
};

/** To the minute, so that what the buttons say does not change with every look at it. */
const toMinute = (epochMs: number): number => epochMs - (epochMs % MINUTE_MS);

/**
 * From a moment on: an hour later, the same hour tomorrow, a minute after the next alerts, the
 * next weekly ranking (Monday 08:00; after days off the first working day).
 */
export const clockStopsFrom = (
  now: Date,
  jobs: readonly Job[],
  calendar: WorkCalendar,
): ClockStop[] => {
  const slotOf = (name: string) =>
    nextSlot(
      jobs.find((job) => job.name === name),
      now,
      calendar,
    );
  const alerts = slotOf("deadline-alerts");
  const ranking = slotOf("weekly-ranking");
  return [
    { kind: "hour", at: toMinute(now.getTime() + HOUR_MS) },
    { kind: "day", at: toMinute(now.getTime() + DAY_MS) },
    ...(alerts === null ? [] : [{ kind: "alert" as const, at: alerts + MINUTE_MS }]),
    ...(ranking === null ? [] : [{ kind: "monday" as const, at: ranking }]),
  ];
};
