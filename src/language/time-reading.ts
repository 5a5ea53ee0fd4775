import { addMonths, type CivilDate, partsOf, tryCivilOf } from "#src/calendar/civil-date.ts";
import type { Window } from "#src/calendar/periods.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import type { Source } from "./tokens.ts";

export type Precision = "day" | "week" | "month" | "quarter" | "half-year" | "year" | "phase";

/** Which form of words was read. */
export type TimeForm =
  | "numeric-day"
  | "long-day"
  | "day-of-month"
  | "relative-day"
  | "weekday"
  | "duration"
  | "week"
  | "month"
  | "quarter"
  | "half-year"
  | "year"
  | "phase"
  | "part-of-period"
  | "english";

/** What a person should be told about a reading. */
export type TimeNote =
  | "year-guessed"
  | "month-guessed"
  | "moved-to-working-day"
  | "counted-from-receipt"
  | "weekday-mismatch"
  | "time-of-day";

/**
 * A day or a window of days that a phrase names. `from` equals `due` for a day; `alternative` is
 * the next such day, given when the phrase left the year (or month) open and `due` is past.
 */
export type TimeReading = {
  from: CivilDate;
  due: CivilDate;
  precision: Precision;
  sure: number;
  form: TimeForm;
  alternative: { from: CivilDate; due: CivilDate } | null;
  notes: readonly TimeNote[];
};

/** A date that the calendar does not have, with the day that was probably meant. */
export type ImpossibleDate = {
  reason: "no-such-day" | "no-such-month" | "no-such-year";
  nearest: CivilDate | null;
};

export type TimeParse = { next: number } & (
  | { reading: TimeReading; impossible?: never }
  | { impossible: ImpossibleDate; reading?: never }
);

export type TimeContext = { today: CivilDate; calendar: WorkCalendar };

/** One rule of the grammar: what stands at a position, or null. */
export type TimeRule = (source: Source, at: number, context: TimeContext) => TimeParse | null;

type Extra = Partial<Pick<TimeReading, "sure" | "alternative" | "notes" | "precision">>;

export const dayReading = (due: CivilDate, form: TimeForm, extra: Extra = {}): TimeReading => ({
  from: due,
  due,
  precision: "day",
  sure: 1,
  form,
  alternative: null,
  notes: [],
  ...extra,
});

export const windowReading = (
  { from, to }: Window,
  precision: Precision,
  form: TimeForm,
  extra: Extra = {},
): TimeReading => ({ ...dayReading(to, form, extra), from, precision });

/** The longest of what the rules read at a position; the earlier rule where two are as long. */
export function longest(
  rules: readonly TimeRule[],
  source: Source,
  at: number,
  context: TimeContext,
): TimeParse | null {
  let best: TimeParse | null = null;
  for (const rule of rules) {
    const found = rule(source, at, context);
    if (found && (best === null || found.next > best.next)) best = found;
  }
  return best;
}

/** The last day of a month that lacks the day asked for. */
function lastDayOf(year: number, month: number): CivilDate | null {
  for (let day = 31; day >= 28; day--) {
    const date = tryCivilOf(year, month, day);
    if (date) return date;
  }
  return null;
}

/** Why there is no such day, and which one was probably meant (31/11 → 30/11, 11/30 → 30/11). */
export function impossibleDay(year: number, month: number, day: number): ImpossibleDate {
  if (year < 1900 || year > 2999) return { reason: "no-such-year", nearest: null };
  if (month < 1 || month > 12) {
    return { reason: "no-such-month", nearest: tryCivilOf(year, day, month) };
  }
  const nearest = day === 0 ? tryCivilOf(year, month, 1) : lastDayOf(year, month);
  return { reason: "no-such-day", nearest };
}

/**
 * A day and a month; `year` null means that none was typed: this year's, and when that is past
 * also next year's as the alternative.
 */
export function dayInYear(
  { day, month, year }: { day: number; month: number; year: number | null },
  form: TimeForm,
  sure: number,
  next: number,
  today: CivilDate,
): TimeParse {
  const at = year ?? partsOf(today).year;
  const due = at > 2999 ? null : tryCivilOf(at, month, day);
  if (due === null) return { next, impossible: impossibleDay(at, month, day) };
  if (year !== null) return { next, reading: dayReading(due, form, { sure }) };
  const later = due < today ? (tryCivilOf(at + 1, month, day) ?? addMonths(due, 12)) : null;
  const alternative = later && { from: later, due: later };
  const guess = { sure: sure * 0.95, alternative, notes: ["year-guessed"] as const };
  return { next, reading: dayReading(due, form, guess) };
}
