import { tz } from "@date-fns/tz";
// One by one: the whole of date-fns takes over a second to load.
import { addMonths as addMonthsTo } from "date-fns/addMonths";
import { lastDayOfMonth } from "date-fns/lastDayOfMonth";
import { lastDayOfQuarter } from "date-fns/lastDayOfQuarter";

/** A day of the calendar without a clock or a zone, `YYYY-MM-DD`, years 1900 to 9999. */
export type CivilDate = string & { readonly __brand: "CivilDate" };

export type DateParts = { year: number; month: number; day: number };

/** 1 = Monday … 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;
const FIRST_YEAR = 1900;
const LAST_YEAR = 9999;
const inUtc = { in: tz("UTC") };

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

const utcMs = (date: CivilDate): number => Date.parse(`${date}T00:00:00Z`);

const fromUtcMs = (ms: number): CivilDate => {
  const at = new Date(ms);
  return civilOf(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
};

/** Days in a month; `month` 1 to 12. */
export const daysInMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

const exists = (year: number, month: number, day: number): boolean =>
  Number.isInteger(year + month + day) &&
  year >= FIRST_YEAR &&
  year <= LAST_YEAR &&
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= daysInMonth(year, month);

/** The day, or null where the calendar has none such (31/11, 29/2 of a common year). */
export const tryCivilOf = (year: number, month: number, day: number): CivilDate | null =>
  exists(year, month, day) ? (`${year}-${pad(month, 2)}-${pad(day, 2)}` as CivilDate) : null;

/** Month 1 to 12. @throws RangeError when there is no such day. */
export function civilOf(year: number, month: number, day: number): CivilDate {
  const date = tryCivilOf(year, month, day);
  if (date === null) throw new RangeError(`no such day: ${year}-${month}-${day}`);
  return date;
}

/** Reads exactly `YYYY-MM-DD`; null for any other text and for days that do not exist. */
export function tryCivilDate(text: string): CivilDate | null {
  const found = SHAPE.exec(text);
  return found && tryCivilOf(Number(found[1]), Number(found[2]), Number(found[3]));
}

/** Reads exactly `YYYY-MM-DD`. @throws RangeError otherwise. */
export function civilDate(text: string): CivilDate {
  const date = tryCivilDate(text);
  if (date === null) throw new RangeError(`not a civil date (YYYY-MM-DD): ${text}`);
  return date;
}

export const partsOf = (date: CivilDate): DateParts => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
});

/** Negative, zero or positive, as `Array.sort` wants it. */
export const compareDates = (a: CivilDate, b: CivilDate): number => (a < b ? -1 : a > b ? 1 : 0);

export const earlier = (a: CivilDate, b: CivilDate): CivilDate => (a <= b ? a : b);

export const later = (a: CivilDate, b: CivilDate): CivilDate => (a >= b ? a : b);

/** Calendar days; `days` may be negative. @throws RangeError beyond 1900–9999. */
export const addDays = (date: CivilDate, days: number): CivilDate =>
  fromUtcMs(utcMs(date) + days * DAY_MS);

/**
 * The corresponding day of another month, or that month's last day where there is none
 * (BLDS 2015 Điều 148 khoản 2). @throws RangeError beyond 1900–9999.
 */
export const addMonths = (date: CivilDate, months: number): CivilDate =>
  fromUtcMs(addMonthsTo(utcMs(date), months, inUtc).getTime());

/** Calendar days from `a` to `b`: 0 on the same day, negative when `b` comes first. */
export const daysBetween = (a: CivilDate, b: CivilDate): number =>
  Math.round((utcMs(b) - utcMs(a)) / DAY_MS);

export const weekdayOf = (date: CivilDate): Weekday =>
  (new Date(utcMs(date)).getUTCDay() || 7) as Weekday;

/** Monday of the date's week. */
export const startOfWeek = (date: CivilDate): CivilDate => addDays(date, 1 - weekdayOf(date));

/** "Cuối tháng" (BLDS 2015 Điều 146 khoản 2). */
export const endOfMonth = (date: CivilDate): CivilDate =>
  fromUtcMs(lastDayOfMonth(utcMs(date), inUtc).getTime());

export const endOfQuarter = (date: CivilDate): CivilDate =>
  fromUtcMs(lastDayOfQuarter(utcMs(date), inUtc).getTime());

/** "Cuối năm": 31 December (BLDS 2015 Điều 146 khoản 3). */
export const endOfYear = (date: CivilDate): CivilDate => civilOf(partsOf(date).year, 12, 31);

export const quarterOf = (date: CivilDate): 1 | 2 | 3 | 4 =>
  Math.ceil(partsOf(date).month / 3) as 1 | 2 | 3 | 4;

/** ISO 8601 week; `year` is the week's own year (2027-01-01 lies in week 53 of 2026). */
export function isoWeek(date: CivilDate): { year: number; week: number } {
  // A week belongs to the year that holds its Thursday.
  const thursday = addDays(startOfWeek(date), 3);
  const { year } = partsOf(thursday);
  return { year, week: Math.floor(daysBetween(civilOf(year, 1, 1), thursday) / 7) + 1 };
}

/** The ISO week as a key: `2026-W47`. */
export function isoWeekKey(date: CivilDate): string {
  const { year, week } = isoWeek(date);
  return `${year}-W${pad(week, 2)}`;
}

/** UTC midnight, the form in which Prisma takes and gives an SQL DATE. */
export const toDbDate = (date: CivilDate): Date => new Date(utcMs(date));

/** @throws RangeError unless `value` is a UTC midnight, that is an SQL DATE. */
export function fromDbDate(value: Date): CivilDate {
  const ms = value.getTime();
  if (!Number.isInteger(ms / DAY_MS)) throw new RangeError("not an SQL DATE: it has a clock time");
  return fromUtcMs(ms);
}
