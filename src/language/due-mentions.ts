// Days and periods in running text: which of them say that something is due. A year, a quarter, a
// day may as well be a name, a window of figures, or the past.
import { lookBack, opensClause, standsWithin, stretchOf, wordsBefore } from "./around-token.ts";
import type { DeadlineItem } from "./deadline-items.ts";
import type { DeadlineMention, TimeItem } from "./mention.ts";
import { type Recurrence, recurrenceAt } from "./recurrence.ts";
import { timeAt } from "./time-expression.ts";
import type { TimeContext } from "./time-reading.ts";
import { titleOpenAt } from "./title-words.ts";
import { afterAny, isWord, type Source, skipAny } from "./tokens.ts";

const DONE = [
  "hoàn thành",
  "hoàn tất",
  "xong",
  "dứt điểm",
  "kết thúc",
  "hoàn thiện",
  "thực hiện",
  "triển khai",
];
const DELIVER = [
  "hoàn thành",
  "xong",
  "gửi",
  "nộp",
  "báo cáo",
  "trình",
  "hạn",
  "ban hành",
  "gửi về",
  "tổng hợp",
];
/** What counts figures up to a day sets no deadline by it. */
export const COUNTED_FROM = [
  "tính từ",
  "chốt số liệu",
  "số liệu từ",
  "số liệu tính",
  "lấy số liệu",
  "số liệu báo cáo",
];
const FOUND = ["đã", "mới", "chưa", "vẫn còn"];
/** "đến ngày 31/10 đã có 20 đơn vị": told, not asked. */
const isToldOf = (source: Source, item: DeadlineItem): boolean => {
  if (standsWithin(source, item.next, item.next + 3, FOUND)) return true;
  const until = isWord(source, item.from, "đến") && opensClause(source, item.from);
  return (
    until &&
    standsWithin(source, item.next, item.next + 16, ["vẫn chưa", "vẫn còn", "đã có", "mới có"])
  );
};

function dueDay(source: Source, item: TimeItem): boolean {
  const { reading, boundary, from } = item;
  if (reading.form === "relative-day" || reading.form === "weekday") return boundary !== null;
  if (reading.form === "duration") {
    const counted = standsWithin(source, from, item.next, ["kể từ", "tính từ"]);
    return counted;
  }
  // "trước ngày 20" of no month is the day of a report that comes back.
  if (reading.form === "day-of-month") return false;
  if (boundary !== null) {
    if (isWord(source, from, "đến") && lookBack(source, from, 18, COUNTED_FROM)) return false;
    return !wordsBefore(source, from, ["từ", "kể từ", "tính", "số liệu"]);
  }
  const led = wordsBefore(source, from, ["vào", "là", "hạn", "xong", "thành", ":", "gian"]);
  return led && standsWithin(source, Math.max(0, from - 10), from, DELIVER);
}

function duePeriod(source: Source, item: TimeItem, context: TimeContext): boolean {
  const { reading, boundary, from } = item;
  if (reading.due < context.today) return false;
  // "năm 2025 và 2026": the bare number goes on with a name.
  if (boundary === null && source.tokens[from]?.kind === "number" && reading.precision === "year")
    return false;
  if (boundary === null && lookBack(source, from, 12, COUNTED_FROM)) return false;
  if (
    wordsBefore(source, from, [
      "định hướng",
      "tầm nhìn",
      "từ",
      "so với",
      "giai đoạn",
      "của",
      "kể từ",
    ])
  )
    return false;
  if (
    afterAny(source, skipAny(source, item.next, [",", "và"]), ["định hướng", "tầm nhìn"]) !== null
  )
    return false;
  const done = wordsBefore(source, from, DONE);
  const starts = opensClause(source, from);
  const stretch = stretchOf(source, from);
  if (reading.precision === "half-year") {
    if (boundary !== null && !wordsBefore(source, from, ["kết quả", "liệu", "hiện"])) return true;
    return (
      (starts || done) &&
      standsWithin(source, stretch.from, stretch.next, ["hoàn thành", "xong", "hoàn tất"])
    );
  }
  const within = isWord(source, from, "trong") || isWord(source, from, "ngay");
  if (boundary === "by" && within) return true;
  if (boundary !== null) return starts || done || !titleOpenAt(source, from);
  if (reading.form === "part-of-period") {
    return starts || done || wordsBefore(source, from, ["ngay", "vào", "trong", "đến"]);
  }
  if (done || wordsBefore(source, from, ["vào", "vào cuối", "xong vào"])) return true;
  return starts && !isWord(source, item.next, "là") && !wordsBefore(source, from, ["(", "-"]);
}

/** "trong tháng 6 và tháng 7/2021": the periods that follow belong to it. */
function behindFollowing(source: Source, item: TimeItem, context: TimeContext): number {
  let { next } = item;
  let { due } = item.reading;
  for (;;) {
    const after = afterAny(source, next, ["và", ",", "-"]);
    const more = after === null ? null : timeAt(source, after, context);
    const same = more?.reading?.precision === item.reading.precision && more.reading.due > due;
    const named = after !== null && source.tokens[after]?.kind === "word";
    if (more?.reading === undefined || !same || !named) return next;
    ({ next } = more);
    ({ due } = more.reading);
  }
}

/** "trong 10 ngày kể từ ngày nhận đủ hồ sơ", "15 ngày sau khi kết thúc": counted from an event. */
function countedFromEvent(source: Source, item: TimeItem): DeadlineMention | null {
  if (item.reading.form !== "duration") return null;
  const counted = standsWithin(source, item.from, item.next, ["kể từ", "tính từ"]);
  const handed =
    counted && standsWithin(source, item.from, item.next + 3, ["hồ sơ", "đơn", "yêu cầu"]);
  // "15 ngày sau khi …": the grammar of durations took the "sau" for its own.
  const from = isWord(source, item.next - 1, "sau") ? item.next - 1 : item.next;
  const event = afterAny(source, from, ["sau khi", "kể từ khi", "kể từ ngày có", "khi có"]);
  if (!handed && event === null) return null;
  let next = event ?? item.next;
  while (event !== null && source.tokens[next]?.kind === "word") next++;
  return { kind: "event", item, from: item.from, next, sure: 0.8 };
}

/** "trước ngày 18 của tháng cuối quý", "trước ngày 20 hằng tháng": the day of a report. */
function dayOfReport(
  source: Source,
  item: TimeItem,
  frame: Recurrence | null,
): DeadlineMention | null {
  if (item.reading.form !== "day-of-month" || item.boundary === null) return null;
  if (lookBack(source, item.from, 18, COUNTED_FROM)) return null;
  const said = recurrenceAt(source, skipAny(source, item.next, ["của", "vào", ","]));
  // "Hằng tháng, trước ngày 20 …; Sở Nội vụ tổng hợp trước ngày 25": the month still holds.
  const recurrence = said ?? frame;
  if (recurrence === null) return null;
  const next = said?.next ?? item.next;
  const whole = { kind: "recurrence", from: item.from, next, recurrence } as const;
  return { kind: "recurring", item: whole, from: item.from, next, sure: 0.95 };
}

/** The mention that a day or a span makes, or null. `frame`: how often the report before came. */
export function timeMention(
  source: Source,
  item: TimeItem,
  context: TimeContext,
  frame: Recurrence | null,
): DeadlineMention | null {
  const { reading } = item;
  const span = { from: item.from, next: item.next };
  const special = countedFromEvent(source, item) ?? dayOfReport(source, item, frame);
  if (special !== null) return special;
  if (isToldOf(source, item)) return null;
  if (reading.precision === "phase") {
    if (reading.due < context.today) return null;
    const worded = source.tokens[item.from]?.kind === "word";
    if (worded && opensClause(source, item.from))
      return { kind: "phase", item, ...span, sure: 0.8 };
    const each = lookBack(source, item.from, 4, ["theo từng", "từng", "kế hoạch", "chương trình"]);
    return each ? { kind: "weak", item, ...span, sure: 0.5 } : null;
  }
  const isDay = reading.precision === "day";
  const due = isDay ? dueDay(source, item) : duePeriod(source, item, context);
  if (!due) return null;
  const next = isDay ? item.next : behindFollowing(source, item, context);
  return { kind: "due", item, from: item.from, next, sure: item.boundary === null ? 0.85 : 1 };
}
