import {
  addDays,
  addMonths,
  endOfMonth,
  endOfQuarter,
  endOfYear,
  startOfWeek,
  weekdayOf,
} from "#src/calendar/civil-date.ts";
import { monthAt } from "./english-months.ts";
import { dayInYear, dayReading, type TimeRule } from "./time-reading.ts";
import { afterAny, afterPhrase, isWord, numberAt, skipAny } from "./tokens.ts";
import { yearAfter } from "./year-suffix.ts";

const WEEKDAYS = [
  ["monday", "mon"],
  ["tuesday", "tue"],
  ["wednesday", "wed"],
  ["thursday", "thu"],
  ["friday", "fri"],
  ["saturday", "sat"],
  ["sunday", "sun"],
];

/** "30 Nov", "Nov 30, 2026", "30th November". */
const monthDay: TimeRule = (source, at, { today }) => {
  const dayFirst = numberAt(source, at, 2);
  const ordinal = skipAny(source, at + 1, ["st", "nd", "rd", "th"]);
  const month = monthAt(source, dayFirst === null ? at : ordinal);
  const day = dayFirst ?? numberAt(source, at + 1, 2);
  if (month === 0 || day === null) return null;
  const end = dayFirst === null ? at + 2 : ordinal + 1;
  const year = yearAfter(source, end, today);
  const parts = { day, month, year: year?.value ?? null };
  return dayInYear(parts, "english", 0.95, year?.next ?? end, today);
};

const relative: TimeRule = (source, at, { today, calendar }) => {
  const named: readonly (readonly [string, () => typeof today])[] = [
    ["today", () => today],
    ["tomorrow", () => addDays(today, 1)],
    ["next week", () => calendar.previousWorkingDay(addDays(startOfWeek(today), 13))],
    ["next month", () => endOfMonth(addMonths(today, 1))],
    ["end of month", () => endOfMonth(today)],
    ["end of quarter", () => endOfQuarter(today)],
    ["end of year", () => endOfYear(today)],
  ];
  for (const [phrase, due] of named) {
    const next = afterPhrase(source, at, phrase);
    if (next !== null) return { next, reading: dayReading(due(), "english", { sure: 0.9 }) };
  }
  return null;
};

/** "friday" is the coming one; "next friday" that of the next week. */
const weekday: TimeRule = (source, at, { today }) => {
  const start = skipAny(source, at, ["next", "this"]);
  const index = WEEKDAYS.findIndex((names) => afterAny(source, start, names) !== null);
  if (index < 0) return null;
  const ahead = (index + 1 - weekdayOf(today) + 7) % 7;
  const due = isWord(source, at, "next")
    ? addDays(startOfWeek(today), 7 + index)
    : addDays(today, ahead);
  return { next: start + 1, reading: dayReading(due, "english", { sure: 0.8 }) };
};

/** "in 5 days", "in 10 working days", "2 weeks". */
const span: TimeRule = (source, at, { today, calendar }) => {
  const start = skipAny(source, at, ["in", "within", "after"]);
  const count = numberAt(source, start, 3);
  if (count === null || count === 0) return null;
  const working = afterAny(source, start + 1, ["working days", "working day"]);
  const days = afterAny(source, start + 1, ["days", "day"]);
  const weeks = afterAny(source, start + 1, ["weeks", "week"]);
  const next = working ?? days ?? weeks;
  if (next === null) return null;
  const due =
    working === null
      ? calendar.nextWorkingDay(addDays(today, days === null ? 7 * count : count))
      : calendar.addWorkingDays(today, count);
  return { next, reading: dayReading(due, "english", { sure: 0.9 }) };
};

/** The little English that officials type. */
export const englishRules: readonly TimeRule[] = [monthDay, relative, weekday, span];
