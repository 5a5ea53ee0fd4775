import { expect, it } from "vitest";
import { civilDate } from "#src/calendar/civil-date.ts";
import { askedPeriod } from "#src/terminal/asked-period.ts";

const on = civilDate("2026-11-18");
const asked = (typed: string) => {
  const found = askedPeriod(typed, on);
  return found && [found.span, found.window.from, found.window.to, found.period].join(" ");
};

it.each([
  ["2026-W46", "week 2026-11-09 2026-11-15 2026-W46"],
  ["2026-w47", "week 2026-11-16 2026-11-18 2026-W47"],
  ["2021-W01", "week 2021-01-04 2021-01-10 2021-W01"],
  ["2020-W53", "week 2020-12-28 2021-01-03 2020-W53"],
  ["2026-M10", "month 2026-10-01 2026-10-31 2026-M10"],
  ["2026-Q4", "quarter 2026-10-01 2026-11-18 2026-Q4"],
  ["2025", "year 2025-01-01 2025-12-31 2025"],
  ["ytd", "ytd 2026-01-01 2026-11-18 2026-W47"],
  ["tháng", "month 2026-11-01 2026-11-18 2026-M11"],
])("reads %s", (typed, expected) => {
  expect(asked(typed)).toBe(expected);
});

it.each([
  "2026-W48",
  "2027",
  "2025-W53",
  "2026-W00",
  "2026-M13",
  "2026-Q0",
  "tháng 5",
  "sở năm",
  "x",
])("is no period: %s", (typed) => {
  expect(asked(typed)).toBeNull();
});
