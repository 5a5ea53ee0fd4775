import { addDays, addMonths, type CivilDate } from "#src/calendar/civil-date.ts";
import { dayRules } from "./day-rules.ts";
import { quantityAt } from "./number-words.ts";
import {
  dayReading,
  longest,
  type TimeContext,
  type TimeNote,
  type TimeRule,
} from "./time-reading.ts";
import { afterAny, isWord, type Source, skipAny } from "./tokens.ts";

type Unit = "day" | "working-day" | "week" | "month" | "year";

const UNITS: readonly (readonly [Unit, readonly string[]])[] = [
  ["working-day", ["ngày làm việc", "ngày lv"]],
  ["day", ["ngày", "hôm"]],
  ["week", ["tuần", "tuần lễ"]],
  ["month", ["tháng"]],
  ["year", ["năm"]],
];

const LEADS = [
  "sau",
  "trong",
  "trong vòng",
  "trong thời hạn",
  "trong thời gian",
  "thời hạn",
  "thêm",
  "còn",
];
const TAILS = ["nữa", "tới", "sau", "tiếp theo"];
const FROM = ["kể từ", "tính từ", "tính kể từ", "từ"];
const SIGNED = ["ngày ký", "ký", "ngày ban hành", "ban hành", "hôm nay", "nay", "ngày ký ban hành"];
const KINDS = [
  "quyết định",
  "chỉ thị",
  "kế hoạch",
  "nghị quyết",
  "thông báo",
  "văn bản",
  "công văn",
];
/** In force is mostly the day of signing, but the document may say otherwise. */
const IN_FORCE = KINDS.map((kind) => `ngày ${kind} này có hiệu lực`);
const RECEIVED = ["ngày nhận", "khi nhận", "nhận", "lúc nhận"];

type Start = { from: CivilDate; next: number; notes: readonly TimeNote[] };

function toEndOfWords(source: Source, at: number): number {
  let next = at;
  while (source.tokens[next]?.kind === "word") next++;
  return next;
}

/** "kể từ ngày …": where the counting starts; the day of the phrase when nothing is said. */
function startAt(source: Source, at: number, context: TimeContext): Start | null {
  const after = afterAny(source, skipAny(source, at, [","]), FROM);
  if (after === null) return { from: context.today, next: at, notes: [] };
  const day = longest(dayRules, source, after, context);
  if (day?.reading) return { from: day.reading.due, next: day.next, notes: [] };
  const received = afterAny(source, after, [...RECEIVED, ...IN_FORCE]);
  if (received !== null) {
    const next = toEndOfWords(source, received);
    return { from: context.today, next, notes: ["counted-from-receipt"] };
  }
  const signed = afterAny(source, after, SIGNED);
  return signed === null
    ? null
    : { from: context.today, next: toEndOfWords(source, signed), notes: [] };
}

function advance(from: CivilDate, count: number, unit: Unit, { calendar }: TimeContext) {
  if (unit === "working-day") return calendar.addWorkingDays(from, count);
  if (unit === "day") return addDays(from, count);
  if (unit === "week") return addDays(from, 7 * count);
  return addMonths(from, unit === "month" ? count : 12 * count);
}

/**
 * "sau 5 ngày", "trong 10 ngày làm việc kể từ ngày 15/10", "2 tuần nữa". The first day is not
 * counted (BLDS 2015 Điều 147); a last day off moves to the next working day (Điều 148 khoản 5).
 */
const duration: TimeRule = (source, at, context) => {
  const start = skipAny(source, at, LEADS);
  const half = afterAny(source, start, ["nửa tháng"]);
  const count = half === null ? quantityAt(source, start) : { value: 15, next: half };
  if (!count || count.value === 0) return null;
  const unit =
    half === null
      ? UNITS.map(([name, words]) => ({ name, next: afterAny(source, count.next, words) })).find(
          (each) => each.next !== null,
        )
      : { name: "day" as const, next: half };
  if (!unit || unit.next === null) return null;
  const tail = skipAny(source, unit.next, TAILS);
  if (isWord(source, tail, "một") && isWord(source, tail + 1, "lần")) return null;
  const begin = startAt(source, tail, context);
  if (!begin) return null;
  const end = advance(begin.from, count.value, unit.name, context);
  const due = context.calendar.nextWorkingDay(end);
  const moved: readonly TimeNote[] = due === end ? [] : ["moved-to-working-day"];
  const explicit = start > at || tail > unit.next || begin.next > tail;
  const receipt = begin.notes.includes("counted-from-receipt");
  const sure = receipt ? 0.5 : explicit ? 0.95 : unit.name === "working-day" ? 0.9 : 0.7;
  const notes = [...begin.notes, ...moved];
  return { next: begin.next, reading: dayReading(due, "duration", { sure, notes }) };
};

/** Rules for spans of time counted from a day. */
export const durationRules: readonly TimeRule[] = [duration];
