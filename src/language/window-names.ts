import { addDays, addMonths, type CivilDate, partsOf } from "#src/calendar/civil-date.ts";
import {
  halfYearWindow,
  monthWindow,
  monthWindowOf,
  quarterWindow,
  quarterWindowOf,
  type Window,
  weekWindow,
  yearWindow,
} from "#src/calendar/periods.ts";
import { monthNumberAt, quarterNumberAt } from "./number-words.ts";
import type { ImpossibleDate, Precision } from "./time-reading.ts";
import { afterAny, isWord, numberAt, type Source } from "./tokens.ts";
import { yearAfter, yearInWordsAt, yearNumberAt } from "./year-suffix.ts";

/** A span of the calendar that a phrase names; `following` is the next such one if the year was open. */
export type NamedWindow = {
  next: number;
  precision: Precision;
  window: Window;
  following: Window | null;
  sure: number;
};

type Found = NamedWindow | { next: number; impossible: ImpossibleDate };
type Namer = (source: Source, at: number, today: CivilDate) => Found | null;

const NOW = ["này", "nay"];
const NEXT = ["sau", "tới", "tiếp theo", "kế tiếp"];
// After these words a bare "tháng", "quý", "năm" or "tuần" is the present one.
const OPENERS = ["cuối", "đầu", "giữa", "hết", "trong"];

const plain = (next: number, precision: Precision, window: Window, sure = 1): NamedWindow => ({
  next,
  precision,
  window,
  following: null,
  sure,
});

function inYear(
  source: Source,
  at: number,
  today: CivilDate,
  precision: Precision,
  make: (year: number) => Window,
): Found {
  const typed = yearAfter(source, at, today);
  if (typed) return ofYear(typed.value, typed.next, precision, make);
  const { year } = partsOf(today);
  return { ...plain(at, precision, make(year), 0.95), following: make(year + 1) };
}

const ofYear = (
  year: number,
  next: number,
  precision: Precision,
  make: (year: number) => Window,
): Found =>
  year >= 1901 && year <= 2999
    ? plain(next, precision, make(year))
    : { next, impossible: { reason: "no-such-year", nearest: null } };

/** "tuần này", "quý sau", and the bare unit after a word such as "cuối". */
function relativeUnit(
  source: Source,
  at: number,
  unit: string,
  precision: Precision,
  make: (step: number) => Window,
): NamedWindow | null {
  if (!isWord(source, at, unit)) return null;
  const now = afterAny(source, at + 1, NOW);
  if (now !== null) return plain(now, precision, make(0));
  const next = afterAny(source, at + 1, NEXT);
  if (next !== null) return plain(next, precision, make(1));
  if (!OPENERS.some((word) => isWord(source, at - 1, word))) return null;
  return { ...plain(at + 1, precision, make(0), 0.9), following: make(1) };
}

const week: Namer = (source, at, today) =>
  relativeUnit(source, at, "tuần", "week", (step) => weekWindow(addDays(today, 7 * step)));

const month: Namer = (source, at, today) => {
  const glued = isWord(source, at, "t") && source.tokens[at + 1]?.spaced === false;
  if (isWord(source, at, "tháng") || glued) {
    const number = monthNumberAt(source, at + 1);
    if (number) return numberedMonth(source, number.next, number.value, today);
  }
  const typed = numberAt(source, at, 2);
  if (typed !== null && (isWord(source, at + 1, "/") || isWord(source, at + 1, "-"))) {
    const year = yearNumberAt(source, at + 2);
    const full = year !== null && year.next === at + 3 && source.tokens[at + 2]?.bare.length === 4;
    if (full) return numberedMonth(source, at + 1, typed, today);
  }
  return relativeUnit(source, at, "tháng", "month", (step) =>
    monthWindowOf(addMonths(today, step)),
  );
};

function numberedMonth(source: Source, at: number, number: number, today: CivilDate): Found {
  if (number >= 1 && number <= 12) {
    return inYear(source, at, today, "month", (year) => monthWindow(year, number));
  }
  return { next: at, impossible: { reason: "no-such-month", nearest: null } };
}

const quarter: Namer = (source, at, today) => {
  const number =
    isWord(source, at, "quý") || isWord(source, at, "q") ? quarterNumberAt(source, at + 1) : null;
  if (number) {
    return inYear(source, number.next, today, "quarter", (y) => quarterWindow(y, number.value));
  }
  return relativeUnit(source, at, "quý", "quarter", (step) =>
    quarterWindowOf(addMonths(monthWindowOf(today).from, 3 * step)),
  );
};

const HALVES: readonly (readonly [1 | 2, readonly string[]])[] = [
  [1, ["6 tháng đầu năm", "sáu tháng đầu năm", "nửa đầu năm", "06 tháng đầu năm"]],
  [2, ["6 tháng cuối năm", "sáu tháng cuối năm", "nửa cuối năm", "06 tháng cuối năm"]],
];

// The "năm" of "6 tháng đầu năm 2026" belongs to the year as well.
const yearFrom = (source: Source, after: number, today: CivilDate): number =>
  yearInWordsAt(source, after - 1, today) ? after - 1 : after;

const halfYear: Namer = (source, at, today) => {
  for (const [half, phrases] of HALVES) {
    const next = afterAny(source, at, phrases);
    if (next === null) continue;
    const from = yearFrom(source, next, today);
    return inYear(source, from, today, "half-year", (year) => halfYearWindow(year, half));
  }
  const nine = afterAny(source, at, ["9 tháng đầu năm", "09 tháng đầu năm", "chín tháng đầu năm"]);
  if (nine === null) return null;
  return inYear(source, yearFrom(source, nine, today), today, "half-year", (year) => ({
    from: monthWindow(year, 1).from,
    to: monthWindow(year, 9).to,
  }));
};

const year: Namer = (source, at, today) => {
  const named = yearInWordsAt(source, at, today);
  if (named) return ofYear(named.value, named.next, "year", yearWindow);
  const typed = numberAt(source, at, 4);
  if (typed !== null && typed >= 2000 && typed <= 2099) {
    return plain(at + 1, "year", yearWindow(typed), 0.7);
  }
  const present = partsOf(today).year;
  return relativeUnit(source, at, "năm", "year", (step) => yearWindow(present + step));
};

/** "giai đoạn 2021 - 2025". */
const phase: Namer = (source, at) => {
  const worded = afterAny(source, at, ["giai đoạn", "gđ"]);
  const start = worded ?? at;
  const from = numberAt(source, start, 4);
  const dash = afterAny(source, start + 1, ["-", "đến", "đến năm", "tới"]);
  const to = dash === null ? null : numberAt(source, dash, 4);
  if (from === null || to === null || dash === null) return null;
  if (from < 1901 || to > 2999 || to < from) return null;
  const window = { from: yearWindow(from).from, to: yearWindow(to).to };
  return plain(dash + 1, "phase", window, worded === null ? 0.7 : 0.9);
};

const NAMERS: readonly Namer[] = [week, month, quarter, halfYear, phase, year];

/** The longest name of a week, month, quarter, half-year, year or phase at a position. */
export function namedWindowAt(source: Source, at: number, today: CivilDate): Found | null {
  let best: Found | null = null;
  for (const namer of NAMERS) {
    const found = namer(source, at, today);
    if (found && (best === null || found.next > best.next)) best = found;
  }
  return best;
}
