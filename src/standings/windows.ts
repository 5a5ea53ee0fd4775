// The windows that people name in `/xephang`: tuần, tháng, quý, năm.
import { type CivilDate, isoWeekKey, partsOf, quarterOf } from "#src/calendar/civil-date.ts";
import {
  monthWindowOf,
  quarterWindowOf,
  type Window,
  weekWindow,
  yearToDate,
} from "#src/calendar/periods.ts";
import { fold } from "#src/language/fold.ts";
import type { Span } from "./ranking.ts";

export type AskedSpan = Exclude<Span, "year">;

export type StandingWindow = {
  span: AskedSpan;
  /** Up to and including today. */
  window: Window;
  /**
   * Where a snapshot of that day would be filed: 2026-W47, 2026-M11, 2026-Q4. The year to date is
   * published weekly and so goes by its week.
   */
  period: string;
};

/** What a person types for it, and what a button holds. */
export const SPAN_WORDS: Record<AskedSpan, string> = {
  ytd: "năm",
  week: "tuần",
  month: "tháng",
  quarter: "quý",
};

// Folded: lower case, without diacritics.
const NAMES: Record<AskedSpan, readonly string[]> = {
  ytd: ["nam", "nam nay", "tu dau nam", "luy ke", "year", "this year", "year to date", "ytd"],
  week: ["tuan", "tuan nay", "week", "this week"],
  month: ["thang", "thang nay", "month", "this month"],
  quarter: ["quy", "quy nay", "quarter", "this quarter"],
};

const LONGEST_NAME = 3;

const spanNamed = (folded: string): AskedSpan | null =>
  (Object.keys(NAMES) as AskedSpan[]).find((span) => NAMES[span].includes(folded)) ?? null;

/** Takes a span off the end of what was typed, or off its beginning; `rest` stays as typed. */
export function takeSpan(typed: string): { span: AskedSpan | null; rest: string } {
  const words = typed.trim().split(/\s+/);
  for (let length = Math.min(LONGEST_NAME, words.length); length > 0; length--) {
    const last = spanNamed(fold(words.slice(-length).join(" ")));
    if (last) return { span: last, rest: words.slice(0, -length).join(" ") };
    const first = spanNamed(fold(words.slice(0, length).join(" ")));
    if (first) return { span: first, rest: words.slice(length).join(" ") };
  }
  return { span: null, rest: words.join(" ") };
}

/** The window of `span` that holds `today` (civil, Vietnam), cut at `today`. */
export function standingWindow(span: AskedSpan, today: CivilDate): StandingWindow {
  const { year, month } = partsOf(today);
  switch (span) {
    case "ytd":
      return { span, window: yearToDate(today), period: isoWeekKey(today) };
    case "week":
      return { span, window: { ...weekWindow(today), to: today }, period: isoWeekKey(today) };
    case "month": {
      const period = `${year}-M${String(month).padStart(2, "0")}`;
      return { span, window: { ...monthWindowOf(today), to: today }, period };
    }
    case "quarter": {
      const period = `${year}-Q${quarterOf(today)}`;
      return { span, window: { ...quarterWindowOf(today), to: today }, period };
    }
  }
}
