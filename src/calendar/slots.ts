import { format } from "date-fns/format";
import { addDays } from "./civil-date.ts";
import { cronPlan } from "./cron.ts";
import type { WorkCalendar } from "./working-days.ts";
import { civilTime, civilToday, instantAt, inZone } from "./zone.ts";

/**
 * What becomes of a slot on a day off: `any` lets it run, `working-day` drops it,
 * `next-working-day` moves it to the same time of the next working day.
 */
export type SlotShift = "any" | "working-day" | "next-working-day";

/** `original` is the moment that the cron expression names, `slot` the one that counts. */
export type EffectiveSlot = { slot: Date; original: Date };

// Longer than any run of days off, so that a slot moved into the range is found.
const LOOK_BACK_DAYS = 30;

/** The moments that `cron` (five fields, Vietnamese time) names in (from, to], in order. */
export function slotsBetween(cron: string, from: Date, to: Date): Date[] {
  const plan = cronPlan(cron);
  const slots: Date[] = [];
  const last = civilToday(to);
  for (let day = civilToday(from); day <= last; day = addDays(day, 1)) {
    if (!plan.matchesDay(day)) continue;
    for (const time of plan.times) {
      const slot = instantAt(day, time);
      if (slot > from && slot <= to) slots.push(slot);
    }
  }
  return slots;
}

/** The moment at which a slot counts, or null if its rule drops it on that day. */
export function shiftSlot(slot: Date, shift: SlotShift, calendar: WorkCalendar): Date | null {
  const day = civilToday(slot);
  if (shift === "any" || calendar.isWorkingDay(day)) return slot;
  if (shift === "working-day") return null;
  return instantAt(calendar.nextWorkingDay(day), civilTime(slot));
}

/**
 * The slots of a job that count in (from, to], in order. Slots that fall on one moment are one;
 * it carries the latest of their originals.
 */
export function effectiveSlotsBetween(
  job: { cron: string; shift: SlotShift },
  from: Date,
  to: Date,
  calendar: WorkCalendar,
): EffectiveSlot[] {
  const earliest = new Date(from.getTime() - LOOK_BACK_DAYS * 86_400_000);
  const start = job.shift === "next-working-day" ? earliest : from;
  const byMoment = new Map<number, EffectiveSlot>();
  for (const original of slotsBetween(job.cron, start, to)) {
    const slot = shiftSlot(original, job.shift, calendar);
    if (slot && slot > from && slot <= to) byMoment.set(slot.getTime(), { slot, original });
  }
  return [...byMoment.values()].sort((a, b) => a.slot.getTime() - b.slot.getTime());
}

/** A slot's name in the table of runs: `2026-11-23T08:00+07:00`. */
export const slotKey = (slot: Date): string => format(inZone(slot), "yyyy-MM-dd'T'HH:mmxxx");
