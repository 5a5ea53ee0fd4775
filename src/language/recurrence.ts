import type { Frequency } from "#src/calendar/reporting-periods.ts";
import { afterAny, isWord, numberAt, type Source, skipAny } from "./tokens.ts";

/** A list of frequencies; `marked` when a word such as "hàng" or "định kỳ" says that it recurs. */
export type Recurrence = { frequencies: readonly Frequency[]; marked: boolean; next: number };

const ORDER: readonly Frequency[] = ["weekly", "monthly", "quarterly", "half-yearly", "yearly"];

/** Each frequency once, the shortest first. */
export const inOrder = (named: readonly Frequency[]): Frequency[] =>
  ORDER.filter((each) => named.includes(each));

const EVERY = ["hàng", "hằng", "mỗi", "theo", "theo từng", "từng"];
const PERIODIC = ["định kỳ", "định kì", "báo cáo định kỳ", "theo định kỳ"];
const ONCE = ["một lần", "1 lần", "/ lần", "lần"];
const BETWEEN = [",", "và", "/", ";", "-", "hoặc", ", và", "cùng với"];

const UNITS: readonly (readonly [Frequency, readonly string[]])[] = [
  ["weekly", ["tuần"]],
  ["monthly", ["tháng"]],
  ["quarterly", ["quý"]],
  ["yearly", ["năm", "cả năm"]],
];

// Counted spans; "9 tháng" is the report of the third quarter.
const COUNTED: readonly (readonly [Frequency, readonly string[]])[] = [
  ["weekly", ["1 tuần", "một tuần"]],
  ["monthly", ["1 tháng", "một tháng", "01 tháng"]],
  ["quarterly", ["3 tháng", "ba tháng", "03 tháng", "9 tháng", "chín tháng", "09 tháng"]],
  ["half-yearly", ["6 tháng", "sáu tháng", "06 tháng", "nửa năm"]],
  ["yearly", ["1 năm", "một năm", "01 năm", "12 tháng", "cuối năm"]],
];

// "quý I, 6 tháng, quý III và năm": the four reports of a year by their names.
const NAMED_REPORT = /^(?:i|iii|1|3)$/;
const TIMES = ["lần", "kỳ", "cuộc", "đợt", "ngày", "buổi"];

/** "02 lần/năm", "ít nhất 01 cuộc mỗi quý", "01 ngày/tháng": how often, as a frequency. */
function timesAt(source: Source, at: number): { frequency: Frequency; next: number } | null {
  const count = numberAt(source, at, 2);
  if (count === null || afterAny(source, at + 1, TIMES) === null) return null;
  const every = afterAny(source, at + 2, ["/", "mỗi", "một", "trong một", "trong"]);
  const unit = every === null ? null : unitAt(source, every, UNITS);
  if (unit === null) return null;
  const twice = unit.frequency === "yearly" && count === 2;
  return { frequency: twice ? "half-yearly" : unit.frequency, next: unit.next };
}

const LAST_MONTH_OF_QUARTER = ["tháng cuối quý", "tháng cuối của quý", "tháng cuối mỗi quý"];

type Item = { frequency: Frequency; every: boolean; counted: boolean; next: number };

function unitAt(source: Source, at: number, units: typeof UNITS) {
  for (const [frequency, phrases] of units) {
    const next = afterAny(source, at, phrases);
    // "năm 2026" and "quý IV" name a span, not a frequency.
    if (next !== null && numberAt(source, next, 4) === null) return { frequency, next };
  }
  return null;
}

function itemAt(source: Source, at: number): Item | null {
  const start = afterAny(source, at, EVERY);
  const report = isWord(source, at, "quý") && NAMED_REPORT.test(source.tokens[at + 1]?.bare ?? "");
  if (report && !isWord(source, at + 2, "/") && !isWord(source, at + 2, "năm")) {
    return { frequency: "quarterly", every: false, counted: true, next: at + 2 };
  }
  const counted = unitAt(source, start ?? at, COUNTED);
  const found = counted ?? unitAt(source, start ?? at, UNITS);
  if (!found) return null;
  const parts = counted && skipAny(source, found.next, ["đầu năm", "cuối năm"]);
  const end = parts ?? found.next;
  const next = skipAny(source, end, ONCE);
  return {
    frequency: found.frequency,
    every: start !== null || next > end,
    counted: counted !== null,
    next,
  };
}

/**
 * "hàng quý, 6 tháng, năm", "định kỳ hằng tháng", "6 tháng một lần". Bare units count only in a
 * list or after a marking word; `frequencies` is empty for a bare "định kỳ".
 */
export function recurrenceAt(source: Source, at: number): Recurrence | null {
  const lastMonth = afterAny(source, at, LAST_MONTH_OF_QUARTER);
  if (lastMonth !== null) return { frequencies: ["quarterly"], marked: false, next: lastMonth };
  const times = timesAt(source, at);
  if (times !== null) return { frequencies: [times.frequency], marked: true, next: times.next };
  const periodic = afterAny(source, at, PERIODIC);
  const items: Item[] = [];
  let next = periodic ?? at;
  for (let start = next; ; ) {
    const item = itemAt(source, start);
    if (!item) break;
    items.push(item);
    next = item.next;
    start = skipAny(source, next, BETWEEN);
    if (start === next) break;
  }
  const marked = periodic !== null || items.some(({ every }) => every);
  const alone = items.length === 1 && items[0]?.frequency === "half-yearly" && items[0].counted;
  // One bare "quý" or "năm" is a span; "6 tháng" alone is how sheets name the half-yearly report.
  if (!marked && items.length < 2 && !alone) return null;
  // "quý I, quý II": two spans, no report cycle.
  if (!marked && items.every(({ frequency, counted }) => frequency === "quarterly" && counted))
    return null;
  if (!marked && isWord(source, at - 1, "trong")) return null;
  return { frequencies: inOrder(items.map(({ frequency }) => frequency)), marked, next };
}
