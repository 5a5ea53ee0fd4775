import { tz } from "@date-fns/tz";
import { getISOWeek, getISOWeekYear } from "date-fns";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  type CivilDate,
  civilDate,
  civilOf,
  compareDates,
  daysBetween,
  daysInMonth,
  endOfMonth,
  endOfQuarter,
  endOfYear,
  fromDbDate,
  isoWeek,
  isoWeekKey,
  partsOf,
  quarterOf,
  startOfWeek,
  toDbDate,
  tryCivilDate,
  weekdayOf,
} from "#src/calendar/civil-date.ts";

const anyDate = fc
  .tuple(fc.integer({ min: 1950, max: 2150 }), fc.integer({ min: 1, max: 12 }), fc.nat(30))
  .map(([year, month, day]) => civilOf(year, month, Math.min(day + 1, daysInMonth(year, month))));

// The slow and obvious calendar: one day after another.
function tomorrow(date: CivilDate): CivilDate {
  const { year, month, day } = partsOf(date);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  if (day < (lengths[month - 1] ?? 0)) return civilOf(year, month, day + 1);
  return month < 12 ? civilOf(year, month + 1, 1) : civilOf(year + 1, 1, 1);
}

describe("reading", () => {
  it.each(["2026-11-30", "2024-02-29", "1900-01-01", "9999-12-31"])("takes %s", (text) => {
    expect(civilDate(text)).toBe(text);
  });

  it.each([
    ["2026-11-31"],
    ["2026-02-29"],
    ["1900-02-29"],
    ["2026-13-01"],
    ["2026-00-10"],
    ["2026-1-5"],
    ["30/11/2026"],
    ["2026-11-30T00:00:00Z"],
    ["1899-12-31"],
    [""],
  ])("refuses %s", (text) => {
    expect(tryCivilDate(text)).toBeNull();
    expect(() => civilDate(text)).toThrow(RangeError);
  });
});

describe("arithmetic", () => {
  it("agrees with counting day by day", () => {
    fc.assert(
      fc.property(anyDate, fc.nat(500), (date, days) => {
        let counted = date;
        for (let i = 0; i < days; i++) counted = tomorrow(counted);
        expect(addDays(date, days)).toBe(counted);
        expect(addDays(counted, -days)).toBe(date);
        expect(daysBetween(date, counted)).toBe(days);
        expect(weekdayOf(counted)).toBe(((weekdayOf(date) - 1 + days) % 7) + 1);
      }),
      { numRuns: 100 },
    );
  });

  it("adds months onto the corresponding day or the month's last", () => {
    expect(addMonths(civilDate("2026-01-31"), 1)).toBe("2026-02-28");
    expect(addMonths(civilDate("2024-01-31"), 1)).toBe("2024-02-29");
    expect(addMonths(civilDate("2026-03-31"), -1)).toBe("2026-02-28");
    expect(addMonths(civilDate("2026-11-30"), 3)).toBe("2027-02-28");
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -60, max: 60 }), (date, months) => {
        const from = partsOf(date);
        const to = partsOf(addMonths(date, months));
        expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + months);
        expect(to.day).toBe(Math.min(from.day, daysInMonth(to.year, to.month)));
      }),
    );
  });

  it("refuses to leave the years it knows", () => {
    expect(() => addDays(civilDate("9999-12-31"), 1)).toThrow(RangeError);
    expect(() => addMonths(civilDate("1900-01-01"), -1)).toThrow(RangeError);
  });

  it("finds the ends of periods", () => {
    const date = civilDate("2024-02-10");
    expect(endOfMonth(date)).toBe("2024-02-29");
    expect(endOfQuarter(date)).toBe("2024-03-31");
    expect(endOfYear(date)).toBe("2024-12-31");
    expect(quarterOf(civilDate("2026-12-01"))).toBe(4);
    expect(startOfWeek(civilDate("2026-11-22"))).toBe("2026-11-16");
  });

  it("orders dates", () => {
    const dates = ["2026-11-30", "2025-12-31", "2026-02-01"].map(civilDate);
    expect(dates.sort(compareDates)).toEqual(["2025-12-31", "2026-02-01", "2026-11-30"]);
  });
});

describe("ISO weeks", () => {
  it.each([
    ["2026-11-22", "2026-W47"],
    ["2026-11-23", "2026-W48"],
    ["2027-01-01", "2026-W53"],
    ["2024-12-30", "2025-W01"],
  ])("puts %s into %s", (date, key) => {
    expect(isoWeekKey(civilDate(date))).toBe(key);
  });

  it("agrees with date-fns", () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const context = { in: tz("UTC") };
        const expected = {
          year: getISOWeekYear(toDbDate(date), context),
          week: getISOWeek(toDbDate(date), context),
        };
        expect(isoWeek(date)).toEqual(expected);
      }),
    );
  });
});

describe("SQL dates", () => {
  it("goes through UTC midnight and back", () => {
    expect(toDbDate(civilDate("2026-11-30")).toISOString()).toBe("2026-11-30T00:00:00.000Z");
    fc.assert(fc.property(anyDate, (date) => fromDbDate(toDbDate(date)) === date));
  });

  it("refuses a moment that is no date", () => {
    expect(() => fromDbDate(new Date("2026-11-30T17:00:00Z"))).toThrow(RangeError);
    expect(() => fromDbDate(new Date(Number.NaN))).toThrow(RangeError);
  });
});
