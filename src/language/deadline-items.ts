import { type Recurrence, recurrenceAt } from "./recurrence.ts";
import { timeAt } from "./time-expression.ts";
import type { ImpossibleDate, TimeContext, TimeReading } from "./time-reading.ts";
import { afterAny, isWord, type Source, skipAny } from "./tokens.ts";

export type Boundary = "before" | "by" | null;

/** One piece of a deadline; tokens [from, next). */
export type DeadlineItem = { from: number; next: number } & (
  | { kind: "time"; reading: TimeReading; boundary: Boundary }
  | { kind: "impossible"; impossible: ImpossibleDate }
  | { kind: "recurrence"; recurrence: Recurrence }
  | { kind: "continuous" | "event" | "on-request" | "urgency" | "schedule" | "no-deadline" }
  | { kind: "unknown-deadline" | "reference" | "filler" }
);

type Signal = Exclude<
  DeadlineItem["kind"],
  "time" | "impossible" | "recurrence" | "event" | "schedule" | "reference"
>;

const BEFORE = ["trước", "đến trước", "sớm hơn", "before", "chậm nhất trước", "trước thời điểm"];
const BY = [
  "đến",
  "đến hết",
  "đến cuối",
  "hết",
  "tới",
  "trong",
  "ngay trong",
  "xong trong",
  "chậm nhất",
  "chậm nhất là",
  "chậm nhất đến",
  "chậm nhất vào",
  "muộn nhất",
  "muộn nhất là",
  "không quá",
  "không muộn hơn",
  "không chậm hơn",
  "trước hoặc trong",
  "trước và trong",
  "hạn cuối",
  "hạn cuối là",
  "hạn chót",
  "chậm nhất là đến",
  "chậm nhất đến hết",
  "by",
  "until",
];

const SIGNALS: readonly (readonly [Signal, readonly string[]])[] = [
  ["continuous", ["thường xuyên", "liên tục", "hàng ngày", "hằng ngày", "xuyên suốt", "mỗi ngày"]],
  ["on-request", ["đột xuất", "khi có yêu cầu", "theo yêu cầu", "khi cần", "khi được yêu cầu"]],
  ["urgency", ["khẩn trương", "khẩn", "ngay", "kịp thời", "sớm", "sớm nhất", "càng sớm càng tốt"]],
  ["urgency", ["nhanh chóng", "đẩy nhanh tiến độ", "gấp", "hỏa tốc", "hoả tốc", "asap"]],
  ["no-deadline", ["không thời hạn", "không có thời hạn", "không hạn", "không có hạn", "không"]],
  ["no-deadline", ["không xác định thời hạn", "không quy định", "không quy định thời hạn", "ko"]],
  ["unknown-deadline", ["chưa rõ", "chưa xác định", "chưa có", "chưa rõ thời hạn", "chưa có hạn"]],
  [
    "filler",
    ["hoàn thành", "xong", "thời hạn", "hạn", "là", "vào", "báo cáo", "đảm bảo", "bảo đảm"],
  ],
  [
    "filler",
    ["thực hiện", "gửi", "dự kiến", "và", "hoặc", "ngày", "của", "thời gian", "thời điểm"],
  ],
  ["filler", ["tháng cuối kỳ", "trong", "phải", "vào cuối"]],
];

const EVENTS = ["ngay sau khi", "sau khi", "khi", "ngay khi", "kể từ khi", "từ khi", "ngay sau"];
const SCHEDULES = [
  "theo lộ trình",
  "theo kế hoạch",
  "theo tiến độ",
  "theo quy định",
  "đúng tiến độ",
];
const REFERENCES = ["so với", "tính đến", "tính đến hết", "tính đến ngày", "tính từ"];
const CLAUSE_ENDS = [",", ";", ".", "(", ")"];

const LONGEST_CLAUSE = 80;

/** The position of the next comma, semicolon, full stop or bracket, or the end. */
function clauseEnd(source: Source, at: number): number {
  let next = at;
  const last = Math.min(source.tokens.length, at + LONGEST_CLAUSE);
  while (next < last && !CLAUSE_ENDS.some((sign) => isWord(source, next, sign))) {
    next++;
  }
  return next;
}

/** Boundary words in a row: a "trước" among them decides ("chậm nhất là trước ngày …"). */
function boundaryAt(source: Source, at: number): { boundary: Boundary; next: number } {
  let boundary: Boundary = null;
  for (let next = at; ; ) {
    const before = afterAny(source, next, BEFORE);
    const by = afterAny(source, next, BY);
    const after = Math.max(before ?? 0, by ?? 0);
    if (after === 0) return { boundary, next };
    boundary = boundary === "before" || (before ?? 0) > (by ?? 0) ? "before" : "by";
    next = skipAny(source, after, [":", "là"]);
  }
}

/** "trước ngày 30/11", "đến hết quý IV", or a span from … to … that is due at its end. */
function boundedTime(source: Source, at: number, context: TimeContext): DeadlineItem | null {
  const direct = timeAt(source, at, context);
  const bounded = boundaryAt(source, at);
  const behind = bounded.next > at ? timeAt(source, bounded.next, context) : null;
  // "trong ngày" is today, but "trong ngày 10/8/2025" is that day.
  const isBounded = behind !== null && behind.next > (direct?.next ?? 0);
  const found = isBounded ? behind : direct;
  const boundary = isBounded ? bounded.boundary : null;
  if (!found) return null;
  const span = { from: at, next: found.next };
  if (found.impossible) return { ...span, kind: "impossible", impossible: found.impossible };
  return { ...span, kind: "time", reading: found.reading, boundary };
}

/** What only looks like a deadline: a baseline, or a span that has run "từ … đến nay". */
function referenceAt(source: Source, at: number, context: TimeContext): DeadlineItem | null {
  const compared = afterAny(source, at, REFERENCES);
  if (compared !== null) {
    const time = timeAt(source, compared, context);
    return { kind: "reference", from: at, next: time?.next ?? clauseEnd(source, compared) };
  }
  const since = afterAny(source, at, ["từ", "kể từ"]);
  const start = since === null ? null : timeAt(source, since, context);
  if (!start) return null;
  const now = afterAny(source, start.next, ["đến nay", "tới nay", "đến thời điểm này"]);
  if (now !== null) return { kind: "reference", from: at, next: now };
  const to = afterAny(source, start.next, ["đến", "tới", "-", "đến hết", "đến ngày"]);
  const end = to === null ? null : timeAt(source, to, context);
  if (!end?.reading) return { kind: "reference", from: at, next: start.next };
  const from = start.reading?.from ?? end.reading.from;
  const reading = { ...end.reading, from: from < end.reading.due ? from : end.reading.from };
  return { kind: "time", from: at, next: end.next, boundary: "by", reading };
}

function signalAt(source: Source, at: number): DeadlineItem | null {
  let best: DeadlineItem | null = null;
  for (const [kind, phrases] of SIGNALS) {
    const next = afterAny(source, at, phrases);
    if (next !== null && next > (best?.next ?? 0)) best = { kind, from: at, next };
  }
  // "chi thường xuyên" is a kind of expenditure.
  return best?.kind === "continuous" && isWord(source, at - 1, "chi") ? null : best;
}

function clauseAt(source: Source, at: number): DeadlineItem | null {
  const event = afterAny(source, at, EVENTS);
  if (event !== null) return { kind: "event", from: at, next: clauseEnd(source, event) };
  const schedule = afterAny(source, at, SCHEDULES);
  return schedule === null
    ? null
    : { kind: "schedule", from: at, next: clauseEnd(source, schedule) };
}

/**
 * The piece of a deadline that begins at token `at`, or null. The entry for running text too:
 * called at every token it finds the pieces, and tokens tell where each lies in `source.text`.
 */
export function deadlineItemAt(
  source: Source,
  at: number,
  context: TimeContext,
): DeadlineItem | null {
  const reference = referenceAt(source, at, context);
  if (reference) return reference;
  const time = boundedTime(source, at, context);
  const recurrence = recurrenceAt(source, at);
  if (recurrence && recurrence.next >= (time?.next ?? 0)) {
    return { kind: "recurrence", from: at, next: recurrence.next, recurrence };
  }
  if (time) return time;
  const signal = signalAt(source, at);
  if (signal?.kind === "on-request") return signal;
  return clauseAt(source, at) ?? signal;
}
