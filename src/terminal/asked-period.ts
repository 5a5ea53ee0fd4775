// The period of a standing as the operator names it.
import { type CivilDate, civilOf, isoWeekKey } from "#src/calendar/civil-date.ts";
import {
  monthWindow,
  quarterWindow,
  type Window,
  weekWindow,
  yearWindow,
} from "#src/calendar/periods.ts";
import type { Span } from "#src/standings/ranking.ts";
import { standingWindow, takeSpan } from "#src/standings/windows.ts";

export type AskedPeriod = { span: Span; window: Window; period: string };

const SHAPE = /^(?<year>\d{4})(?:-(?<kind>[WMQ])(?<number>\d{1,2}))?$/i;

/** Monday of the first ISO week is in the week of 4 January. */
const isoWeekWindow = (year: number, week: number): Window | null => {
  const first = weekWindow(civilOf(year, 1, 4)).from;
  const monday = new Date(Date.parse(`${first}T00:00:00Z`) + (week - 1) * 7 * 86_400_000);
  const window = weekWindow(
    civilOf(monday.getUTCFullYear(), monday.getUTCMonth() + 1, monday.getUTCDate()),
  );
  const key = `${year}-W${String(week).padStart(2, "0")}`;
  return isoWeekKey(window.from) === key ? window : null;
};

const wholePeriod = (typed: string): { span: Span; window: Window; period: string } | null => {
  const groups = SHAPE.exec(typed)?.groups;
  if (groups === undefined) return null;
  const year = Number(groups.year);
  if (year < 1901) return null;
  const number = Number(groups.number);
  const two = String(number).padStart(2, "0");
  switch ((groups.kind ?? "").toUpperCase()) {
    case "":
      return { span: "year", window: yearWindow(year), period: `${year}` };
    case "W": {
      const window = isoWeekWindow(year, number);
      return window && { span: "week", window, period: `${year}-W${two}` };
    }
    case "M":
      return number < 1 || number > 12
        ? null
        : { span: "month", window: monthWindow(year, number), period: `${year}-M${two}` };
    default:
      return number < 1 || number > 4
        ? null
        : { span: "quarter", window: quarterWindow(year, number), period: `${year}-Q${number}` };
  }
};

/**
 * `2026-W47`, `2026-M11`, `2026-Q4`, `2026`, or the period of `on` by name (ytd, week, tháng …).
 * A period that is not over yet is cut at `on`; null for what is no period or has not begun.
 */
export const askedPeriod = (typed: string, on: CivilDate): AskedPeriod | null => {
  const whole = wholePeriod(typed.trim());
  if (whole !== null) {
    const { from, to } = whole.window;
    if (from > on) return null;
    return { ...whole, window: { from, to: to < on ? to : on } };
  }
  const { span, rest } = takeSpan(typed);
  return span === null || rest !== "" ? null : standingWindow(span, on);
};
