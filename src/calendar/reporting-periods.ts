import {
  addDays,
  type CivilDate,
  civilOf,
  isoWeekKey,
  partsOf,
  startOfWeek,
} from "./civil-date.ts";
import { type Window, weekWindow } from "./periods.ts";

export type Frequency = "weekly" | "monthly" | "quarterly" | "half-yearly" | "yearly";

/**
 * `key` names the report for good (`2026-H1`); `window` is the span its figures cover, `dueOn`
 * the day it is due.
 */
export type ReportingPeriod = {
  key: string;
  frequency: Frequency;
  year: number;
  window: Window;
  dueOn: CivilDate;
};

/** CCHC reports reach Bộ Nội vụ by the 20th of the period's last month (581/BNV-CCHC). */
export const CCHC_DUE_DAY = 20;

/** Periodic reports reach the Government by the 25th of the last month (NĐ 09/2019 Điều 13). */
export const GOVERNMENT_DUE_DAY = 25;

const CCHC_FREQUENCIES: readonly Frequency[] = ["quarterly", "half-yearly", "yearly"];
const FRIDAY = 4;

type MonthSpan = { frequency: Frequency; months: number; name: (lastMonth: number) => string };

// Widest first: where two reports end in one month, the wider one stands for both.
const SPANS: readonly MonthSpan[] = [
  { frequency: "yearly", months: 12, name: () => "Y" },
  { frequency: "half-yearly", months: 6, name: (last) => `H${last / 6}` },
  { frequency: "quarterly", months: 3, name: (last) => `Q${last / 3}` },
  { frequency: "monthly", months: 1, name: (last) => `M${String(last).padStart(2, "0")}` },
];

/**
 * The data window of a period of `months` months that ends in `lastMonth`: from the 15th of the
 * month before it to the 14th of its last month (NĐ 09/2019/NĐ-CP Điều 12).
 */
export function reportingWindow(year: number, lastMonth: number, months: number): Window {
  const before = lastMonth - months;
  const from = before < 1 ? civilOf(year - 1, before + 12, 15) : civilOf(year, before, 15);
  return { from, to: civilOf(year, lastMonth, 14) };
}

function weeksOf(year: number): ReportingPeriod[] {
  const weeks: ReportingPeriod[] = [];
  // 4 January always lies in week 1 (ISO 8601).
  let monday = startOfWeek(civilOf(year, 1, 4));
  while (partsOf(addDays(monday, 3)).year === year) {
    const window = weekWindow(monday);
    const dueOn = addDays(monday, FRIDAY);
    weeks.push({ key: isoWeekKey(monday), frequency: "weekly", year, window, dueOn });
    monday = addDays(monday, 7);
  }
  return weeks;
}

/**
 * The reports of one year at these frequencies, in order of their due dates. Reports ending in
 * one month merge into the widest, so quarterly + half-yearly + yearly is {Q1, H1, Q3, Y} and not
 * seven reports. `dueDay` is the day of the last month, 1 to 28. Weekly ones are due on Friday.
 */
export function reportingPeriods(
  year: number,
  frequencies: readonly Frequency[],
  dueDay: number = GOVERNMENT_DUE_DAY,
): ReportingPeriod[] {
  if (!Number.isInteger(dueDay) || dueDay < 1 || dueDay > 28) {
    throw new RangeError(`not a due day that every month has (1 to 28): ${dueDay}`);
  }
  const wanted = SPANS.filter(({ frequency }) => frequencies.includes(frequency));
  const periods: ReportingPeriod[] = frequencies.includes("weekly") ? weeksOf(year) : [];
  for (let month = 1; month <= 12; month++) {
    const span = wanted.find(({ months }) => month % months === 0);
    if (!span) continue;
    periods.push({
      key: `${year}-${span.name(month)}`,
      frequency: span.frequency,
      year,
      window: reportingWindow(year, month, span.months),
      dueOn: civilOf(year, month, dueDay),
    });
  }
  return periods.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

/** The four reports of administrative reform in a year: Q1, H1, Q3 and Y. */
export const cchcCycle = (year: number, dueDay: number = CCHC_DUE_DAY): ReportingPeriod[] =>
  reportingPeriods(year, CCHC_FREQUENCIES, dueDay);

/** The first report of the cycle that is due on `date` or after it. */
export function nextCchcPeriod(date: CivilDate, dueDay: number = CCHC_DUE_DAY): ReportingPeriod {
  const { year } = partsOf(date);
  const cycle = [...cchcCycle(year, dueDay), ...cchcCycle(year + 1, dueDay)];
  const next = cycle.find(({ dueOn }) => dueOn >= date);
  if (!next) throw new RangeError(`no reporting period after ${date}`);
  return next;
}

/** What a key names: `number` is the quarter, half, month or week; 1 for a year. */
export type NamedPeriod = {
  key: string;
  frequency: Frequency;
  year: number;
  number: number;
  /** The span of its figures: a week's own days, else from the 15th to the 14th. */
  window: Window;
};

const KEY = /^((?:19|2\d)\d{2})-(Y|[WMQH]\d{1,2})$/;
const FIRST_YEAR = 1901;
const MOST_WEEKS = 53;

const LETTERS: Readonly<Record<string, { frequency: Frequency; months: number; most: number }>> = {
  Y: { frequency: "yearly", months: 12, most: 1 },
  H: { frequency: "half-yearly", months: 6, most: 2 },
  Q: { frequency: "quarterly", months: 3, most: 4 },
  M: { frequency: "monthly", months: 1, most: 12 },
};

/** Reads `2026-Q3`, `2026-H1`, `2026-M11`, `2026-W47`, `2026-Y`; null for anything else. */
export function periodOfKey(key: string): NamedPeriod | null {
  const found = KEY.exec(key);
  const [, yearText = "", name = ""] = found ?? [];
  if (found === null) return null;
  const year = Number(yearText);
  const number = name === "Y" ? 1 : Number(name.slice(1));
  if (year < FIRST_YEAR || number < 1 || number > MOST_WEEKS) return null;
  if (name.startsWith("W")) {
    const monday = addDays(startOfWeek(civilOf(year, 1, 4)), 7 * (number - 1));
    const window = weekWindow(monday);
    return isoWeekKey(monday) === key ? { key, frequency: "weekly", year, number, window } : null;
  }
  const letter = LETTERS[name.charAt(0)];
  if (letter === undefined || number > letter.most) return null;
  const { frequency, months } = letter;
  return { key, frequency, year, number, window: reportingWindow(year, number * months, months) };
}
