import { addMonths, partsOf, tryCivilOf } from "#src/calendar/civil-date.ts";
import { monthNumberAt, quantityAt } from "./number-words.ts";
import {
  dayInYear,
  dayReading,
  impossibleDay,
  type TimeParse,
  type TimeRule,
} from "./time-reading.ts";
import { afterAny, isWord, numberAt, type Source, skipAny } from "./tokens.ts";
import { yearAfter, yearInWordsAt, yearNumberAt } from "./year-suffix.ts";

const SIGNS = ["/", "-", "."] as const;
const DAY_WORDS = ["ngày", "mùng", "mồng", "ngày mùng", "ngày mồng"];
const SURE_BY_SIGN = { "/": 1, "-": 0.95, ".": 0.9 } as const;

/** `2026-11-30`. */
const isoDay: TimeRule = (source, at, { today }) => {
  if (source.tokens[at]?.bare.length !== 4) return null;
  const sign = SIGNS.find((each) => isWord(source, at + 1, each));
  const [year, month, day] = [at, at + 2, at + 4].map((place) => numberAt(source, place, 4));
  if (!sign || !isWord(source, at + 3, sign) || year == null || month == null || day == null) {
    return null;
  }
  return dayInYear({ day, month, year }, "numeric-day", 1, at + 5, today);
};

// "5 - 10" is a range and "3. 5" a list; only the slash is commonly typed with spaces around it.
const tight = (source: Source, sign: string, at: number): boolean =>
  sign === "/" || !(source.tokens[at]?.spaced || source.tokens[at + 1]?.spaced);

/** `30/11`, `30-11-2026`, `30.11.26`, `15/ 10/2018`, with or without "ngày". */
const numericDay: TimeRule = (source, at, { today }) => {
  const start = skipAny(source, at, DAY_WORDS);
  const day = numberAt(source, start, 2);
  const sign = SIGNS.find((each) => isWord(source, start + 1, each));
  const month = numberAt(source, start + 2, 2);
  if (day === null || month === null || !sign || !tight(source, sign, start + 1)) return null;
  const monthEnd = start + 3;
  const sure = SURE_BY_SIGN[sign];
  if (isWord(source, monthEnd, sign) && tight(source, sign, monthEnd)) {
    const year = yearNumberAt(source, monthEnd + 1);
    if (!year) return null;
    return dayInYear({ day, month, year: year.value }, "numeric-day", sure, year.next, today);
  }
  const worded = yearInWordsAt(source, monthEnd, today);
  const year = worded?.value ?? null;
  // A bare "3.5" or "3-5" may be a number or a range.
  const plain = sign === "/" || start > at || worded ? sure : sure - 0.2;
  return dayInYear({ day, month, year }, "numeric-day", plain, worded?.next ?? monthEnd, today);
};

/** "ngày 30 tháng 11 năm 2026", "30 thang 11", "ngày 5 tháng sau". */
const longDay: TimeRule = (source, at, { today }) => {
  const start = skipAny(source, at, DAY_WORDS);
  const day = numberAt(source, start, 2) ?? (start > at ? quantityAt(source, start)?.value : null);
  const dayEnd = quantityAt(source, start)?.next ?? start;
  if (day == null) return null;
  const monthWord = skipAny(source, dayEnd, ["/", ",", "của"]);
  const relative = start > at ? relativeMonth(source, monthWord, day, today) : null;
  if (relative) return relative;
  if (!isWord(source, monthWord, "tháng")) return null;
  const month = monthNumberAt(source, monthWord + 1);
  // "2 tháng 1 lần" is a frequency.
  if (!month || isWord(source, month.next, "lần")) return null;
  const year = yearAfter(source, month.next, today);
  const parts = { day, month: month.value, year: year?.value ?? null };
  return dayInYear(parts, "long-day", 1, year?.next ?? month.next, today);
};

function relativeMonth(
  source: Source,
  at: number,
  day: number,
  today: Parameters<TimeRule>[2]["today"],
): TimeParse | null {
  const same = afterAny(source, at, ["tháng này", "tháng nay"]);
  const next = same ?? afterAny(source, at, ["tháng sau", "tháng tới"]);
  if (next === null) return null;
  const { year, month } = partsOf(same === null ? addMonths(today, 1) : today);
  const due = tryCivilOf(year, month, day);
  return due
    ? { next, reading: dayReading(due, "long-day") }
    : { next, impossible: impossibleDay(year, month, day) };
}

/** "ngày 30": of this month, or of the next one as the alternative. */
const dayOfMonth: TimeRule = (source, at, { today }) => {
  const start = afterAny(source, at, DAY_WORDS);
  const day = start === null ? null : numberAt(source, start, 2);
  if (start === null || day === null) return null;
  const { year, month } = partsOf(today);
  const due = tryCivilOf(year, month, day);
  const next = start + 1;
  if (due === null) return { next, impossible: impossibleDay(year, month, day) };
  const later = due < today ? addMonths(due, 1) : null;
  const alternative = later && { from: later, due: later };
  const guess = { sure: 0.8, alternative, notes: ["month-guessed"] as const };
  return { next, reading: dayReading(due, "day-of-month", guess) };
};

/** Rules for a day that is named by its number. */
export const dayRules: readonly TimeRule[] = [isoDay, numericDay, longDay, dayOfMonth];
