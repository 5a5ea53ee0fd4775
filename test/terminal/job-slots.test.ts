import { expect, it } from "vitest";
import { weeklyRanking } from "#jobs/weekly-ranking.ts";
import { productDayOffs } from "#src/calendar/product-day-offs.ts";
import { slotKey } from "#src/calendar/slots.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import { nextSlot, slotAt } from "#src/terminal/job-slots.ts";
import { readMoment } from "#src/terminal/moment.ts";

const calendar = makeWorkCalendar(productDayOffs());
const at = (typed: string) => {
  const moment = readMoment(typed);
  if (moment === null) throw new Error(typed);
  return slotKey(slotAt(weeklyRanking, moment, calendar));
};

it("takes the slot itself, or the day that has it", () => {
  expect(at("2026-11-23T08:00+07:00")).toBe("2026-11-23T08:00+07:00");
  expect(at("2026-11-23T01:00Z")).toBe("2026-11-23T08:00+07:00");
  expect(at("2026-11-23")).toBe("2026-11-23T08:00+07:00");
});

it("knows slots as they fall after days off, and names the nearest for anything else", () => {
  // Tết 2026: Monday 16 February is a day off, and so are the days until Sunday the 22nd.
  expect(() => at("2026-02-16")).toThrow(
    "2026-02-16T12:00+07:00 is no slot of weekly-ranking; the nearest: 2026-02-09T08:00+07:00, 2026-02-23T08:00+07:00",
  );
  expect(() => at("2026-11-23T08:01")).toThrow(/2026-11-23T08:00\+07:00, 2026-11-30T08:00/);
});

it("finds the next slot of a job that runs once a year", () => {
  const yearly = { ...weeklyRanking, cron: "0 9 5 1 *", shift: "any" as const };
  const next = nextSlot(yearly, new Date("2026-01-06T00:00:00Z"), calendar);
  expect(next && slotKey(next)).toBe("2027-01-05T09:00+07:00");
});
