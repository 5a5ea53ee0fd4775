import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, civilDate, partsOf } from "#src/calendar/civil-date.ts";
import { readDayOffs } from "#src/calendar/day-offs.ts";
import { productDayOffs } from "#src/calendar/product-day-offs.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";

const calendar = makeWorkCalendar(productDayOffs());
const d = civilDate;

describe("the list of days off", () => {
  it("ships with the product and is sound", () => {
    const dayOffs = productDayOffs();
    expect(dayOffs.length).toBeGreaterThan(70);
    expect(new Set(dayOffs.map(({ date }) => partsOf(date).year)).size).toBeGreaterThan(4);
  });

  it("reports bad rows by line and keeps the good ones", () => {
    const text = [
      "\ufeffdate,kind,reason,known",
      '2028-01-01,off,"Tết Dương lịch, thứ Bảy",decided',
      "2028-02-30,off,x,decided",
      "",
      "2028-04-30,holiday,x,decided",
      "2028-05-01,off,x,maybe",
      "2028-01-01,work,x,decided",
      "2028-09-02",
    ].join("\r\n");
    const { dayOffs, errors } = readDayOffs(text);
    expect(dayOffs.map(({ date, reason }) => `${date} ${reason}`)).toEqual([
      "2028-01-01 Tết Dương lịch, thứ Bảy",
    ]);
    expect(errors).toEqual([
      { line: 3, problem: "date", value: "2028-02-30" },
      { line: 5, problem: "kind", value: "holiday" },
      { line: 6, problem: "known", value: "maybe" },
      { line: 7, problem: "duplicate", value: "2028-01-01" },
      { line: 8, problem: "kind", value: "" },
    ]);
  });

  it.each(["", "a,b\n1,2", 'date,kind,reason,known\n"2028'])("never throws on %j", (text) => {
    const { dayOffs, errors } = readDayOffs(text);
    expect(dayOffs).toEqual([]);
    expect(errors).toHaveLength(1);
  });
});

describe("working days", () => {
  it.each([
    ["2026-11-23", true],
    ["2026-11-24", false],
    ["2026-11-21", false],
    ["2018-12-31", false],
    ["2019-01-05", true],
    ["2026-01-10", true],
    ["2026-02-18", false],
  ])("%s: %s", (date, expected) => {
    expect(calendar.isWorkingDay(d(date))).toBe(expected);
  });

  it("steps over Tết in both directions", () => {
    expect(calendar.nextWorkingDay(d("2026-02-14"))).toBe("2026-02-23");
    expect(calendar.previousWorkingDay(d("2026-02-22"))).toBe("2026-02-13");
    expect(calendar.nextWorkingDay(d("2026-11-23"))).toBe("2026-11-23");
  });

  it("does not count the first day", () => {
    expect(calendar.addWorkingDays(d("2026-11-20"), 1)).toBe("2026-11-23");
    expect(calendar.addWorkingDays(d("2026-11-20"), 2)).toBe("2026-11-25");
    expect(calendar.addWorkingDays(d("2018-12-28"), 3)).toBe("2019-01-04");
    expect(calendar.addWorkingDays(d("2018-12-28"), 4)).toBe("2019-01-05");
    expect(calendar.addWorkingDays(d("2026-11-25"), -1)).toBe("2026-11-23");
    expect(calendar.addWorkingDays(d("2026-11-22"), 0)).toBe("2026-11-22");
  });

  it("counts back what it added", () => {
    const date = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(d("2018-01-01"), days));
    fc.assert(
      fc.property(date, fc.nat(60), (from, n) => {
        const to = calendar.addWorkingDays(from, n);
        expect(calendar.workingDaysBetween(from, to)).toBe(n);
        expect(calendar.workingDaysBetween(to, from)).toBe(n === 0 ? 0 : -n);
        if (n > 0) expect(calendar.isWorkingDay(to)).toBe(true);
        if (n > 0) expect(calendar.addWorkingDays(from, n - 1) < to).toBe(true);
      }),
    );
  });

  it("says why a day is off and which years it knows", () => {
    expect(calendar.exceptionOn(d("2026-11-24"))?.known).toBe("expected");
    expect(calendar.exceptionOn(d("2026-11-25"))).toBeNull();
    expect(calendar.knowsYear(2026)).toBe(true);
    expect(calendar.knowsYear(2035)).toBe(false);
  });

  it("gives up on a calendar without working days", () => {
    const off = Array.from({ length: 90 }, (_, i) => ({
      date: addDays(d("2026-01-01"), i),
      kind: "off" as const,
      reason: "",
      known: "decided" as const,
    }));
    expect(() => makeWorkCalendar(off).nextWorkingDay(d("2026-01-01"))).toThrow(RangeError);
  });
});
