import { describe, expect, it } from "vitest";
import { civilDate } from "#src/calendar/civil-date.ts";
import {
  halfYearWindow,
  inWindow,
  monthWindowOf,
  quarterWindow,
  quarterWindowOf,
  weekWindow,
  yearToDate,
  yearWindowOf,
} from "#src/calendar/periods.ts";
import {
  cchcCycle,
  nextCchcPeriod,
  periodOfKey,
  reportingPeriods,
  reportingWindow,
} from "#src/calendar/reporting-periods.ts";

const date = civilDate("2026-11-22");

describe("calendar windows", () => {
  it("runs from first to last day", () => {
    expect(weekWindow(date)).toEqual({ from: "2026-11-16", to: "2026-11-22" });
    expect(monthWindowOf(date)).toEqual({ from: "2026-11-01", to: "2026-11-30" });
    expect(quarterWindowOf(date)).toEqual({ from: "2026-10-01", to: "2026-12-31" });
    expect(quarterWindow(2024, 1)).toEqual({ from: "2024-01-01", to: "2024-03-31" });
    expect(halfYearWindow(2026, 1)).toEqual({ from: "2026-01-01", to: "2026-06-30" });
    expect(yearWindowOf(date)).toEqual({ from: "2026-01-01", to: "2026-12-31" });
    expect(yearToDate(date)).toEqual({ from: "2026-01-01", to: "2026-11-22" });
    expect(inWindow(date, yearToDate(date))).toBe(true);
  });
});

describe("reporting periods", () => {
  it.each([
    [2026, 1, 1, "2025-12-15", "2026-01-14"],
    [2026, 11, 1, "2026-10-15", "2026-11-14"],
    [2026, 3, 3, "2025-12-15", "2026-03-14"],
    [2026, 9, 3, "2026-06-15", "2026-09-14"],
    [2026, 6, 6, "2025-12-15", "2026-06-14"],
    [2026, 12, 6, "2026-06-15", "2026-12-14"],
    [2026, 12, 12, "2025-12-15", "2026-12-14"],
  ])("cuts off as the decree says: %i, month %i of %i", (year, last, months, from, to) => {
    expect(reportingWindow(year, last, months)).toEqual({ from, to });
  });

  it("has four reports of administrative reform a year", () => {
    const rows = cchcCycle(2026).map(({ key, window, dueOn }) => [
      key,
      window.from,
      window.to,
      dueOn,
    ]);
    expect(rows).toEqual([
      ["2026-Q1", "2025-12-15", "2026-03-14", "2026-03-20"],
      ["2026-H1", "2025-12-15", "2026-06-14", "2026-06-20"],
      ["2026-Q3", "2026-06-15", "2026-09-14", "2026-09-20"],
      ["2026-Y", "2025-12-15", "2026-12-14", "2026-12-20"],
    ]);
  });

  it.each([
    [["monthly"] as const, 12],
    [["quarterly"] as const, 4],
    [["half-yearly", "yearly"] as const, 2],
    [["monthly", "quarterly"] as const, 12],
    [["yearly"] as const, 1],
    [[] as const, 0],
  ])("%s makes %i reports", (frequencies, count) => {
    expect(reportingPeriods(2026, frequencies)).toHaveLength(count);
  });

  it("has the weeks of ISO years, due on Friday", () => {
    const weeks = reportingPeriods(2026, ["weekly"]);
    expect(weeks).toHaveLength(53);
    expect(weeks[46]).toMatchObject({ key: "2026-W47", dueOn: "2026-11-20" });
    expect(reportingPeriods(2025, ["weekly"])).toHaveLength(52);
  });

  it("finds the report that is due next, over the turn of the year too", () => {
    expect(nextCchcPeriod(civilDate("2026-06-20")).key).toBe("2026-H1");
    expect(nextCchcPeriod(civilDate("2026-06-21")).key).toBe("2026-Q3");
    expect(nextCchcPeriod(civilDate("2026-12-21")).key).toBe("2027-Q1");
    expect(nextCchcPeriod(civilDate("2026-12-16"), 15).key).toBe("2027-Q1");
  });

  it("reads a key back, and nothing that is no period", () => {
    for (const frequency of ["weekly", "monthly", "quarterly", "half-yearly", "yearly"] as const) {
      for (const { dueOn: _, ...period } of reportingPeriods(2026, [frequency])) {
        expect(periodOfKey(period.key)).toMatchObject(period);
      }
    }
    for (const key of ["9999-W99", "2025-W53", "2026-Q5", "2026-M00", "1900-Y", "2026-W7", ""]) {
      expect(periodOfKey(key)).toBeNull();
    }
  });

  it("refuses a due day that some month lacks", () => {
    expect(() => cchcCycle(2026, 31)).toThrow(RangeError);
  });
});
