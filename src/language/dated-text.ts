// A date at the beginning or at the end of a line, and what else the line says: "15/12 chờ ý kiến
// Bộ", "chờ ý kiến Bộ, xin đến 15/12". Pure.
import { type CivilDate, daysBetween } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { type DeadlineItem, deadlineItemAt } from "./deadline-items.ts";
import { fold } from "./fold.ts";
import type { ImpossibleDate } from "./time-reading.ts";
import { isWord, leniently, type Source, skipAny, textOf, tokenize } from "./tokens.ts";

export type DatedText =
  /** `alternative`: the next such day, where the year was left open and the day is past. */
  | {
      kind: "date";
      due: CivilDate;
      alternative: CivilDate | null;
      said: string;
      rest: string;
    }
  | { kind: "impossible"; nearest: ImpossibleDate["nearest"]; said: string; rest: string }
  | { kind: "none"; rest: string };

export type DateContext = {
  today: CivilDate;
  calendar: WorkCalendar;
  /** "thêm 10 ngày" is counted from this day; today where it is left out. */
  countFrom?: CivilDate;
};

const LEADS = [
  "hạn",
  "hạn mới",
  "thời hạn",
  "hạn trả lời",
  "xin",
  "xin gia hạn",
  "gia hạn",
  "đề nghị",
  "thêm",
  "sang",
  "sang ngày",
  "lùi sang",
  "lùi đến",
  ":",
];
const TO = ["đến", "tới", "sang", "hạn", "trước", "until", "to"];
const END_SIGNS = [".", ",", ";", "!", ")", "nhé", "ạ"];
/** Counted from a day that is named itself: "2 tuần nữa", "5 ngày kể từ hôm nay". */
const FROM_NOW = /\b(nua|tu|nay)\b/;

type TimePiece = Extract<DeadlineItem, { kind: "time" | "impossible" }>;

const pieceAt = (source: Source, at: number, context: DateContext): TimePiece | null => {
  const read = (today: CivilDate) => {
    const item = deadlineItemAt(source, at, { today, calendar: context.calendar });
    return item?.kind === "time" || item?.kind === "impossible" ? item : null;
  };
  const item = read(context.today);
  if (item?.kind !== "time" || item.reading.form !== "duration") return item;
  const said = fold(textOf(source, item.from, item.next));
  return context.countFrom === undefined || FROM_NOW.test(said) ? item : read(context.countFrom);
};

const tidy = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/^[\s,;:.–-]+|[\s,;:–-]+$/gu, "")
    .replace(/^(l[ýy] do|reason)\s*[:,]?\s+/iu, "")
    .replace(/^(ạ|nhé)[.!]?$/iu, "")
    .trim();

const without = (source: Source, from: number, next: number): string => {
  const { text, tokens } = source;
  const before = text.slice(0, tokens[from]?.from ?? 0);
  const behind = text.slice(tokens[next - 1]?.to ?? text.length);
  return tidy(`${before} ${tidy(behind)}`);
};

const found = (source: Source, from: number, item: TimePiece): DatedText => {
  const rest = without(source, from, item.next);
  const said = textOf(source, item.from, item.next);
  if (item.kind === "impossible") {
    return { kind: "impossible", nearest: item.impossible.nearest, said, rest };
  }
  const { due, alternative } = item.reading;
  return { kind: "date", due, alternative: alternative?.due ?? null, said, rest };
};

const atStart = (source: Source, context: DateContext): DatedText | null => {
  const direct = pieceAt(source, 0, context);
  if (direct !== null) return found(source, 0, direct);
  for (let at = skipAny(source, 0, LEADS), last = 0; at > last; ) {
    const item = pieceAt(source, at, context);
    if (item !== null) return found(source, 0, item);
    last = at;
    at = skipAny(source, at, LEADS);
  }
  return null;
};

const isEnd = (source: Source, at: number): boolean => {
  let end = at;
  for (let next = skipAny(source, end, END_SIGNS); next > end; ) {
    end = next;
    next = skipAny(source, end, END_SIGNS);
  }
  return end === source.tokens.length;
};

/** "…, xin đến 15/12": only behind a word that leads to a date; the first that reaches the end. */
const atEnd = (source: Source, context: DateContext): DatedText | null => {
  for (let at = 1; at < source.tokens.length; at += 1) {
    if (!TO.some((word) => isWord(source, at, word))) continue;
    const item = pieceAt(source, at, context) ?? pieceAt(source, at + 1, context);
    if (item === null || !isEnd(source, item.next)) continue;
    const asked = isWord(source, at - 1, "xin") ? at - 1 : at;
    return found(source, asked, item);
  }
  return null;
};

/** The date that a line begins or ends with; what stands besides it is left as it was typed. */
export const takeDate = (text: string, context: DateContext): DatedText => {
  const source = tokenize(text);
  const loose = source.strict ? leniently(source) : null;
  return (
    atStart(source, context) ??
    atEnd(source, context) ??
    (loose === null ? null : (atStart(loose, context) ?? atEnd(loose, context))) ?? {
      kind: "none",
      rest: tidy(text),
    }
  );
};

/** A guessed year is taken only where the day then lies within so many days. */
const NEAR_DAYS = 183;

/**
 * The day that is meant to come after `after`: without a year next year's, where that is near; else
 * the day as it was read, which may not come after it.
 */
export const dayAfter = (
  { due, alternative }: { due: CivilDate; alternative: CivilDate | null },
  after: CivilDate,
): CivilDate =>
  due <= after &&
  alternative !== null &&
  alternative > after &&
  daysBetween(after, alternative) <= NEAR_DAYS
    ? alternative
    : due;
