// Which periods of a recurring duty are open on a day: the four reports of the reform, monthly and
// weekly ones, a duty given in the middle of a period, a standstill, days off.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CivilDate, civilDate as d } from "#src/calendar/civil-date.ts";
import { productDayOffs } from "#src/calendar/product-day-offs.ts";
import type { Frequency } from "#src/calendar/reporting-periods.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import { type Duty, nextOccurrence, occurrencesOpen } from "#src/tasks/occurrences.ts";

const calendar = makeWorkCalendar(productDayOffs());

const duty = (more: Partial<Duty> = {}): Duty => ({
  frequency: ["quarterly", "half-yearly", "yearly"],
  onDay: null,
  boundary: null,
  since: d("2026-01-05"),
  ...more,
});

const office = (today: string, reportDueDay = 15) => ({ today: d(today), calendar, reportDueDay });

const openOn = (today: string, of: Duty, lastRunOn: string | null = today) =>
  occurrencesOpen(of, office(today), lastRunOn === null ? null : d(lastRunOn)).map(
    ({ key, dueOn }) => `${key} ${dueOn}`,
  );

/** What a year of daily runs opens, each with the day on which it did. */
const yearOf = (of: Duty, from: string, days: number, skip: (day: CivilDate) => boolean) => {
  const opened = new Map<string, CivilDate>();
  let last: CivilDate | null = null;
  for (let n = 0; n < days; n += 1) {
    const today = addDays(d(from), n);
    if (skip(today)) continue;
    for (const { key } of occurrencesOpen(of, { ...office(today), today }, last)) {
      if (!opened.has(key)) opened.set(key, today);
    }
    last = today;
  }
  return [...opened].map(([key, on]) => `${key} ${on}`);
};

const never = () => false;

describe("periods of a recurring duty", () => {
  it("make four reports a year and not seven, each a month before it is due", () => {
    expect(yearOf(duty(), "2026-01-05", 400, never)).toEqual([
      "2026-Q1 2026-02-13",
      "2026-H1 2026-05-16",
      "2026-Q3 2026-08-16",
      "2026-Y 2026-11-15",
    ]);
  });

  it("carry due date, aim and figures", () => {
    expect(occurrencesOpen(duty(), office("2026-11-16"), d("2026-11-16"))).toEqual([
      {
        key: "2026-Y",
        opensOn: "2026-11-15",
        dueOn: "2026-12-15",
        aimOn: "2026-12-15",
        window: { from: "2025-12-15", to: "2026-12-14" },
      },
    ]);
  });

  it("are due on the day that the office set, or on the day that the duty names", () => {
    const set = occurrencesOpen(duty(), office("2026-09-10", 20), null);
    expect(set.map(({ dueOn }) => dueOn)).toEqual(["2026-09-20"]);
    // A Sunday: the date stays, the aim is the Friday.
    expect(set[0]?.aimOn).toBe("2026-09-18");
    const named = duty({ onDay: { day: 25, month: null }, boundary: "before" });
    const [one] = occurrencesOpen(named, office("2026-09-10"), null);
    expect(one).toMatchObject({ dueOn: "2026-09-25", aimOn: "2026-09-24" });
  });

  it("of a month that is too short are due on its last day", () => {
    const monthly = duty({ frequency: ["monthly"], onDay: { day: 31, month: null } });
    expect(openOn("2026-02-20", monthly)).toEqual(["2026-M02 2026-02-28"]);
  });

  it("of a yearly duty with a date of its own are due on that date", () => {
    const yearly = duty({ frequency: ["yearly"], onDay: { day: 31, month: 3 } });
    expect(openOn("2026-02-28", yearly)).toEqual([]);
    expect(openOn("2026-03-01", yearly)).toEqual(["2026-Y 2026-03-31"]);
    expect(occurrencesOpen(yearly, office("2026-03-02"), null)[0]?.window).toBeNull();
  });

  it("begin with the first that is not past where the duty is given in the middle of one", () => {
    expect(openOn("2026-09-15", duty({ since: d("2026-09-14") }))).toEqual(["2026-Q3 2026-09-15"]);
    // The figures of that period were all of before: the next one is the first.
    expect(openOn("2026-09-15", duty({ since: d("2026-09-15") }))).toEqual([]);
    expect(openOn("2026-12-01", duty({ since: d("2026-09-16") }))).toEqual(["2026-Y 2026-12-15"]);
  });

  it("of weeks open on Monday, are due on Friday, and leave out the week of Tết", () => {
    const weekly = duty({ frequency: ["weekly"] });
    expect(openOn("2026-11-15", weekly)).toEqual([]);
    expect(openOn("2026-11-16", weekly)).toEqual(["2026-W47 2026-11-20"]);
    expect(openOn("2026-02-18", weekly, "2026-02-13")).toEqual(["2026-W07 2026-02-13"]);
  });

  it("after a standstill are what fell due while nothing ran and what is still due, no more", () => {
    expect(openOn("2026-09-01", duty(), "2026-05-01")).toEqual([
      "2026-H1 2026-06-15",
      "2026-Q3 2026-09-15",
    ]);
    expect(openOn("2026-09-01", duty(), null)).toEqual(["2026-Q3 2026-09-15"]);
    expect(openOn("2026-09-16", duty(), "2026-09-16")).toEqual([]);
  });

  it("are none where the duty names no frequency", () => {
    expect(openOn("2026-09-10", duty({ frequency: [] }))).toEqual([]);
    expect(nextOccurrence(duty({ frequency: [] }), office("2026-09-10"))).toBeNull();
  });

  it("tell which comes next, over the turn of the year too", () => {
    expect(nextOccurrence(duty(), office("2026-06-20"))?.key).toBe("2026-Q3");
    expect(nextOccurrence(duty(), office("2026-12-02"))?.key).toBe("2027-Q1");
    expect(nextOccurrence(duty({ since: d("2027-01-10") }), office("2026-12-02"))?.key).toBe(
      "2027-Q1",
    );
  });
});

const frequencies = fc
  .subarray<Frequency>(["weekly", "monthly", "quarterly", "half-yearly", "yearly"], {
    minLength: 1,
  })
  .map((some) => [...some]);

const anyDuty = fc.record({
  frequency: frequencies,
  onDay: fc.option(
    fc.record({
      day: fc.integer({ min: 1, max: 31 }),
      month: fc.option(fc.integer({ min: 1, max: 12 })),
    }),
  ),
  boundary: fc.constantFrom(null, "before", "by"),
  since: fc.integer({ min: 0, max: 300 }).map((n) => addDays(d("2026-01-01"), n)),
});

describe("whatever the duty", () => {
  it("no period is opened late, twice, or of before the duty was given", () => {
    fc.assert(
      fc.property(anyDuty, fc.integer({ min: 0, max: 700 }), (of, n) => {
        const today = addDays(d("2026-01-01"), n);
        const open = occurrencesOpen(of, office(today), today);
        expect(new Set(open.map(({ key }) => key)).size).toBe(open.length);
        for (const { opensOn, dueOn, aimOn, window } of open) {
          expect(opensOn <= today && today <= dueOn && aimOn <= dueOn).toBe(true);
          expect(dueOn >= of.since && (window === null || window.to >= of.since)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("a standstill changes nothing about which periods are opened, only when", () => {
    fc.assert(
      fc.property(anyDuty, fc.integer({ min: 20, max: 300 }), (of, start) => {
        const keys = (skip: (day: CivilDate) => boolean) =>
          yearOf(of, "2026-01-01", 380, skip).map((line) => line.split(" ")[0]);
        const [from, to] = [addDays(d("2026-01-01"), start), addDays(d("2026-01-01"), start + 60)];
        const still = keys((day) => day > from && day < to);
        expect([...still].sort()).toEqual([...keys(never)].sort());
      }),
      { numRuns: 6 },
    );
  });
});
