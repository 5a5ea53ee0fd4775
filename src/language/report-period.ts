// The period of a report at the start of what was typed: "Q3", "quý III/2026", "6 tháng",
// "tháng 11", "tuần trước", "năm 2026", "2026-W47".
import {
  addDays,
  addMonths,
  type CivilDate,
  isoWeek,
  partsOf,
  quarterOf,
} from "#src/calendar/civil-date.ts";
import type { Window } from "#src/calendar/periods.ts";
import { periodOfKey } from "#src/calendar/reporting-periods.ts";
import type { Precision } from "./time-reading.ts";
import { afterAny, isWord, leniently, numberAt, type Source, skipAny, tokenize } from "./tokens.ts";
import { namedWindowAt } from "./window-names.ts";
import { yearAfter } from "./year-suffix.ts";

export type ReportPeriod = {
  /** As in a key behind its year: "Q3", "H1", "M11", "W47", "Y". */
  name: string;
  /** Null where none was typed. */
  year: number | null;
  /** What was typed for it. */
  typed: string;
  /** What follows it. */
  rest: string;
};

type Found = { name: string; year: number | null; next: number };

const LEADS = ["kỳ báo cáo", "báo cáo kỳ", "kỳ", "báo cáo", "của kỳ"];
const PAST = ["trước", "vừa rồi", "vừa qua", "qua", "rồi", "ngoái"];
const KEY = /^\s*(\d{4})\s*-\s*(Y|[QHMW]\d{1,2})(?![\p{L}\p{Nd}])/iu;

const two = (number: number): string => String(number).padStart(2, "0");

const nameOf = (precision: Precision, { from, to }: Window): string | null => {
  const { month } = partsOf(to);
  switch (precision) {
    case "week":
      return `W${two(isoWeek(from).week)}`;
    case "month":
      return `M${two(month)}`;
    case "quarter":
      return `Q${quarterOf(to)}`;
    case "half-year":
      // The report of nine months is that of the third quarter.
      return month === 9 ? "Q3" : `H${month / 6}`;
    case "year":
      return "Y";
    default:
      return null;
  }
};

const yearIn = (precision: Precision, window: Window): number =>
  precision === "week" ? isoWeek(window.from).year : partsOf(window.to).year;

/** "tuần trước", "quý vừa rồi", "năm ngoái". */
const pastAt = (source: Source, at: number, today: CivilDate): Found | null => {
  const next = afterAny(source, at + 1, PAST);
  if (next === null) return null;
  const found = (precision: Precision, day: CivilDate): Found => {
    const window = { from: day, to: day };
    const name = nameOf(precision, window) ?? "";
    return { name, year: yearIn(precision, window), next };
  };
  if (isWord(source, at, "tuần")) return found("week", addDays(today, -7));
  if (isWord(source, at, "tháng")) return found("month", addMonths(today, -1));
  if (isWord(source, at, "quý")) return found("quarter", addMonths(today, -3));
  return isWord(source, at, "năm") ? found("year", addMonths(today, -12)) : null;
};

/** "tuần 47", "6 tháng", "9 tháng", "cả năm": with a year behind it or none. */
const countedAt = (source: Source, at: number, today: CivilDate): Found | null => {
  const withYear = (name: string, next: number): Found => {
    const year = yearAfter(source, next, today);
    return { name, year: year?.value ?? null, next: year?.next ?? next };
  };
  if (isWord(source, at, "tuần") || isWord(source, at, "w")) {
    const week = numberAt(source, at + 1, 2);
    return week === null || week < 1 || week > 53 ? null : withYear(`W${two(week)}`, at + 2);
  }
  const half = afterAny(source, at, ["6 tháng", "sáu tháng", "06 tháng"]);
  if (half !== null) return withYear("H1", half);
  const nine = afterAny(source, at, ["9 tháng", "chín tháng", "09 tháng"]);
  if (nine !== null) return withYear("Q3", nine);
  const whole = afterAny(source, at, ["cả năm"]);
  return whole === null ? null : withYear("Y", whole);
};

const namedAt = (source: Source, at: number, today: CivilDate): Found | null => {
  // A bare number is the number of a document, not a year.
  if (source.tokens[at]?.kind === "number" && !isWord(source, at + 1, "tháng")) return null;
  const named = namedWindowAt(source, at, today);
  if (named === null || "impossible" in named) return null;
  const name = nameOf(named.precision, named.window);
  const year = named.following === null ? yearIn(named.precision, named.window) : null;
  return name === null ? null : { name, year, next: named.next };
};

const longest = (found: readonly (Found | null)[]): Found | null =>
  found.reduce((best, one) => (one && (best === null || one.next > best.next) ? one : best), null);

const periodAt = (source: Source, today: CivilDate): Found | null => {
  const at = skipAny(source, 0, LEADS);
  return longest([
    pastAt(source, at, today),
    namedAt(source, at, today),
    countedAt(source, at, today),
  ]);
};

const behind = (text: string): string => text.replace(/^[\s:,;.–-]+/, "").trim();

/** Null where the text does not begin with a period. */
export const readReportPeriod = (text: string, today: CivilDate): ReportPeriod | null => {
  const key = KEY.exec(text);
  const [whole = "", year = "", name = ""] = key ?? [];
  const padded = name.toUpperCase().replace(/^([MW])(\d)$/, "$10$2");
  if (key !== null && periodOfKey(`${year}-${padded}`) !== null) {
    const rest = behind(text.slice(whole.length));
    return { name: padded, year: Number(year), typed: whole.trim(), rest };
  }
  const source = tokenize(text);
  const found = periodAt(source, today) ?? periodAt(leniently(source), today);
  const end = found === null ? undefined : source.tokens[found.next - 1]?.to;
  if (found === null || end === undefined) return null;
  const { name: named, year: typedYear } = found;
  return {
    name: named,
    year: typedYear,
    typed: text.slice(0, end).trim(),
    rest: behind(text.slice(end)),
  };
};
