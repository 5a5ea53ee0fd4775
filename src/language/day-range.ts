// Days from … to …, as people announce an absence: "24/11-28/11", "từ 24 đến 28/11", "ngày mai",
// "thứ 2 đến thứ 6", "tuần sau". Found in running text; accents are not needed.
import {
  addDays,
  addMonths,
  type CivilDate,
  later,
  partsOf,
  tryCivilOf,
} from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { timeAt } from "./time-expression.ts";
import type { ImpossibleDate, TimeContext, TimeParse, TimeReading } from "./time-reading.ts";
import { afterAny, leniently, numberAt, type Source, skipAny, tokenize } from "./tokens.ts";

/** Where it lies in the text, [start, end) in UTF-16 units, and of how many tokens it is. */
type Place = { start: number; end: number; tokens: number };

/** "length": only how long ("3 ngày"), which says nothing about when. */
export type DaysFound = Place &
  (
    | { kind: "days"; from: CivilDate; to: CivilDate }
    | { kind: "impossible"; impossible: ImpossibleDate }
    | { kind: "length" }
  );

const LEADS = ["từ", "kể từ", "bắt đầu từ", "from", "trong", "vào"];
const JOINS = ["-", "đến", "tới", "đến hết", "cho đến", "cho đến hết", "hết", "~", "to", "until"];
const DAY_WORDS = ["ngày", "mùng", "mồng"];

type Parsed = { next: number } & (
  | { kind: "days"; from: CivilDate; to: CivilDate }
  | { kind: "impossible"; impossible: ImpossibleDate }
  | { kind: "length" }
);

const isOneDay = (found: TimeParse | null): found is { next: number; reading: TimeReading } =>
  found?.reading !== undefined && found.reading.form !== "duration";

/** The day of that number in the month of another; the month before or after where it must be. */
const sameMonth = (day: number, as: CivilDate, months: number): CivilDate | null => {
  const { year, month } = partsOf(addMonths(as, months));
  return tryCivilOf(year, month, day);
};

/** A day that is past as typed, without a year or a month, is the next such day. */
const coming = ({ due, from, alternative }: TimeReading, today: CivilDate) =>
  due < today && alternative !== null ? alternative : { from, due };

/** "24-28/11", "24 đến 28/11": the first day has no month of its own. */
const shortFirst = (source: Source, at: number, context: TimeContext): Parsed | null => {
  const start = skipAny(source, at, DAY_WORDS);
  const day = numberAt(source, start, 2);
  const join = day === null ? null : afterAny(source, start + 1, JOINS);
  const second = join === null ? null : timeAt(source, join, context);
  if (day === null || !isOneDay(second) || second.reading.precision !== "day") return null;
  if (!["numeric-day", "long-day", "english"].includes(second.reading.form)) return null;
  const to = coming(second.reading, context.today).due;
  const from = sameMonth(day, to, day <= partsOf(to).day ? 0 : -1);
  return from === null ? null : { kind: "days", from, to, next: second.next };
};

/** What follows "24/11 đến …": another day, or only its number. */
const lastDay = (
  source: Source,
  at: number,
  first: CivilDate,
  context: TimeContext,
): Parsed | null => {
  const found = timeAt(source, at, context);
  if (found?.impossible) return { ...found, kind: "impossible" };
  if (isOneDay(found)) {
    const { reading, next } = found;
    const said = coming(reading, context.today).due;
    if (said >= first) return { kind: "days", from: first, to: said, next };
    const after = reading.form === "weekday" ? addDays(said, 7) : reading.alternative?.due;
    return { kind: "days", from: first, to: after ?? said, next };
  }
  const day = numberAt(source, skipAny(source, at, DAY_WORDS), 2);
  const to = day === null ? null : sameMonth(day, first, day >= partsOf(first).day ? 0 : 1);
  const next = skipAny(source, at, DAY_WORDS) + 1;
  return to === null ? null : { kind: "days", from: first, to, next };
};

const daysAt = (source: Source, at: number, context: TimeContext): Parsed | null => {
  const start = skipAny(source, at, LEADS);
  const short = shortFirst(source, start, context);
  if (short !== null) return short;
  const first = timeAt(source, start, context) ?? timeAt(source, at, context);
  if (first === null) return null;
  if (first.impossible) return { ...first, kind: "impossible" };
  if (first.reading.form === "duration") return { kind: "length", next: first.next };
  const { from, due } = coming(first.reading, context.today);
  const join = afterAny(source, first.next, JOINS);
  if (join !== null) {
    const whole = lastDay(source, join, from, context);
    const backwards = whole?.kind === "days" && whole.to < whole.from;
    // "20/11-24/11" on 22/11 began two days ago; it is not next year's.
    const begun = backwards ? lastDay(source, join, first.reading.from, context) : null;
    if (begun?.kind === "days" && begun.to >= begun.from) return begun;
    if (whole !== null) return whole;
  }
  // Of a week that has begun, what is left of it.
  const begin = due >= context.today && from < due ? later(from, context.today) : from;
  return { kind: "days", from: begin, to: due, next: first.next };
};

/** Every stretch of days that a text names, from left to right. Never throws. */
export const findDays = (text: string, today: CivilDate, calendar: WorkCalendar): DaysFound[] => {
  const source = leniently(tokenize(text));
  const found: DaysFound[] = [];
  for (let at = 0; at < source.tokens.length; ) {
    const parsed = daysAt(source, at, { today, calendar });
    if (parsed === null) {
      at += 1;
      continue;
    }
    const { next, ...what } = parsed;
    const start = source.tokens[at]?.from ?? 0;
    const end = source.tokens[next - 1]?.to ?? text.length;
    found.push({ ...what, start, end, tokens: next - at });
    at = next;
  }
  return found;
};
