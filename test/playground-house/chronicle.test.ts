// What the sample lives through before a visitor comes, and when.
import { expect, it } from "vitest";
import { productDayOffs } from "#src/calendar/product-day-offs.ts";
import { slotKey } from "#src/calendar/slots.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import { chronicleOf } from "#src/playground-house/chronicle.ts";
import { playgroundJobs } from "#src/playground-house/playground-jobs.ts";

const calendar = makeWorkCalendar(productDayOffs());
const at = (civil: string): Date => new Date(`${civil}:00+07:00`);

const chronicle = (talkFrom: string, present: string) => {
  const { from, slots } = chronicleOf(
    playgroundJobs({}),
    { talkFrom: at(talkFrom), present: at(present) },
    calendar,
  );
  return { from, slots: slots.map(({ job, slot }) => `${job.name} ${slotKey(slot).slice(0, 16)}`) };
};

it("begins an hour before the ranking of eight Mondays ago", () => {
  const { from, slots } = chronicle("2026-11-23T08:30", "2026-11-24T09:10");
  expect(from).toEqual(at("2026-10-05T07:00"));
  expect(slots.filter((slot) => slot.startsWith("weekly-ranking"))).toEqual([
    "weekly-ranking 2026-10-05T08:00",
    "weekly-ranking 2026-10-12T08:00",
    "weekly-ranking 2026-10-19T08:00",
    "weekly-ranking 2026-10-26T08:00",
    "weekly-ranking 2026-11-02T08:00",
    "weekly-ranking 2026-11-09T08:00",
    "weekly-ranking 2026-11-16T08:00",
    "weekly-ranking 2026-11-23T08:00",
  ]);
});

it("lives through the day of the talk and today, in order, and not past the present", () => {
  const { slots } = chronicle("2026-11-19T08:30", "2026-11-20T09:10");
  expect(slots.slice(8)).toEqual([
    "reorganisation 2026-11-19T06:00",
    "open-occurrences 2026-11-19T06:45",
    "deadline-alerts 2026-11-19T07:30",
    "escalation 2026-11-19T09:00",
    "escalation 2026-11-19T14:00",
    "reorganisation 2026-11-20T06:00",
    "open-occurrences 2026-11-20T06:45",
    "deadline-alerts 2026-11-20T07:30",
    "escalation 2026-11-20T09:00",
  ]);
});

it("finds eight rankings over Tết too, when one is moved to the first working day", () => {
  const { slots } = chronicle("2026-02-24T08:30", "2026-02-25T09:00");
  const rankings = slots.filter((slot) => slot.startsWith("weekly-ranking"));
  expect(rankings).toHaveLength(8);
  expect(new Set(rankings).size).toBe(8);
});

it("is the same on a Sunday as for the working day before it", () => {
  const { slots } = chronicle("2026-11-20T08:30", "2026-11-22T10:00");
  expect(slots.filter((slot) => slot.includes("2026-11-22"))).toEqual([
    "reorganisation 2026-11-22T06:00",
  ]);
});
