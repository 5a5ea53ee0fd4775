// The deadlines that running text states: the grammar of deadline-items.ts, tried at every word,
// and kept only where the words around it say that something is due. "năm 2018" alone is mostly a
// name ("Kế hoạch năm 2018"), "đến ngày 31/5" may be a date up to which something was counted.
import { partsOf } from "#src/calendar/civil-date.ts";
import { lookBack, opensClause, wordsBefore } from "./around-token.ts";
import { type DeadlineItem, deadlineItemAt } from "./deadline-items.ts";
import { fold } from "./fold.ts";
import { type Recurrence, recurrenceAt } from "./recurrence.ts";
import { timeAt } from "./time-expression.ts";
import type { TimeContext } from "./time-reading.ts";
import { titleOpenAt } from "./title-words.ts";
import { afterAny, isWord, type Source, skipAny } from "./tokens.ts";

/**
 * `due`: a day or a period by which; `phase`: a span of years that a clause begins with; `weak`:
 * words about time that give no date ("khẩn trương", "theo lộ trình").
 */
export type MentionKind =
  | "due"
  | "impossible"
  | "recurring"
  | "event"
  | "continuous"
  | "phase"
  | "weak";

/** Tokens [from, next) of the text. `sure` scales what the grammar itself was sure of. */
export type DeadlineMention = {
  kind: MentionKind;
  item: DeadlineItem;
  from: number;
  next: number;
  sure: number;
};

type Time = Extract<DeadlineItem, { kind: "time" }>;

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
const COUNTED_FROM = [
  "tính từ",
  "chốt số liệu",
  "số liệu từ",
  "số liệu tính",
  "lấy số liệu",
  "số liệu báo cáo",
];
const FOUND = ["đã", "mới", "chưa", "vẫn còn"];
/** "Khi Trung ương ban hành …": only at the head of a clause, where it is a condition. */
const isCondition = (source: Source, from: number, next: number): boolean => {
  if (!isWord(source, from, "khi") || !opensClause(source, from)) return false;
  const named = afterAny(source, from + 1, EVENT_SUBJECTS) !== null;
  return named && finds(source, from, next, EVENT_ACTS);
};

const EVENT_SUBJECTS = [
  ...["được", "có", "chính phủ", "trung ương", "bộ", "cấp có", "ubnd", "ủy ban", "hđnd", "tỉnh"],
  ...["thủ tướng", "các bộ", "quốc hội", "luật", "nghị định", "văn bản", "đề án", "phương án"],
];
const EVENT_ACTS = [
  "ban hành",
  "phê duyệt",
  "thông qua",
  "hướng dẫn",
  "công bố",
  "có hiệu lực",
  "quyết định",
  "ký",
  "kết luận",
  "chấp thuận",
  "chỉ đạo",
  "giao",
  "kế hoạch",
  "văn bản",
  "ý kiến",
];

const finds = (source: Source, from: number, next: number, phrases: readonly string[]): boolean => {
  for (let at = from; at < next; at++) if (afterAny(source, at, phrases) !== null) return true;
  return false;
};

const STOPS = [";", "."];
const LONGEST_STRETCH = 120;

/** The ends of the stretch between full stops and semicolons that holds a token. */
function stretchOf(source: Source, at: number): { from: number; next: number } {
  const stop = (place: number) => STOPS.some((sign) => isWord(source, place, sign));
  let from = at;
  while (from > Math.max(0, at - LONGEST_STRETCH) && !stop(from - 1)) from--;
  let next = at;
  const last = Math.min(source.tokens.length, at + LONGEST_STRETCH);
  while (next < last && !stop(next)) next++;
  return { from, next };
}

/** "đến ngày 31/10 đã có 20 đơn vị": told, not asked. */
const isToldOf = (source: Source, item: DeadlineItem): boolean => {
  if (finds(source, item.next, item.next + 3, FOUND)) return true;
  const until = isWord(source, item.from, "đến") && opensClause(source, item.from);
  return (
    until && finds(source, item.next, item.next + 16, ["vẫn chưa", "vẫn còn", "đã có", "mới có"])
  );
};

function dueDay(source: Source, item: Time): boolean {
  const { reading, boundary, from } = item;
  if (reading.form === "relative-day" || reading.form === "weekday") return boundary !== null;
  if (reading.form === "duration") {
    const counted = finds(source, from, item.next, ["kể từ", "tính từ"]);
    return counted;
  }
  // "trước ngày 20" of no month is the day of a report that comes back.
  if (reading.form === "day-of-month") return false;
  if (boundary !== null) {
    if (isWord(source, from, "đến") && lookBack(source, from, 18, COUNTED_FROM)) return false;
    return !wordsBefore(source, from, ["từ", "kể từ", "tính", "số liệu"]);
  }
  const led = wordsBefore(source, from, ["vào", "là", "hạn", "xong", "thành", ":", "gian"]);
  return led && finds(source, Math.max(0, from - 10), from, DELIVER);
}

function duePeriod(source: Source, item: Time, context: TimeContext): boolean {
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
      finds(source, stretch.from, stretch.next, ["hoàn thành", "xong", "hoàn tất"])
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
function behindFollowing(source: Source, item: Time, context: TimeContext): number {
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
function countedFromEvent(source: Source, item: Time): DeadlineMention | null {
  if (item.reading.form !== "duration") return null;
  const counted = finds(source, item.from, item.next, ["kể từ", "tính từ"]);
  const handed = counted && finds(source, item.from, item.next + 3, ["hồ sơ", "đơn", "yêu cầu"]);
  // "15 ngày sau khi …": the grammar of durations took the "sau" for its own.
  const from = isWord(source, item.next - 1, "sau") ? item.next - 1 : item.next;
  const event = afterAny(source, from, ["sau khi", "kể từ khi", "kể từ ngày có", "khi có"]);
  if (!handed && event === null) return null;
  let next = event ?? item.next;
  while (event !== null && source.tokens[next]?.kind === "word") next++;
  return { kind: "event", item, from: item.from, next, sure: 0.8 };
}

/** "trước ngày 18 của tháng cuối quý", "trước ngày 20 hằng tháng": the day of a report. */
function dayOfReport(source: Source, item: Time, frame: Recurrence | null): DeadlineMention | null {
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

function timeMention(
  source: Source,
  item: Time,
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

const isMonthOfQuarter = (source: Source, at: number): boolean =>
  afterAny(source, at, ["tháng cuối quý", "tháng cuối của quý", "tháng cuối mỗi quý"]) !== null;

function recurrenceMention(
  source: Source,
  item: Extract<DeadlineItem, { kind: "recurrence" }>,
): DeadlineMention | null {
  const { recurrence, from, next } = item;
  if (!recurrence.marked && recurrence.frequencies.length < 2 && !isMonthOfQuarter(source, from))
    return null;
  if (lookBack(source, from, 18, COUNTED_FROM)) return null;
  // "Chỉ số hằng năm Bộ đã công bố" speaks of the index.
  if (finds(source, next, next + 7, ["đã"]) && recurrence.frequencies.length === 1) return null;
  if (wordsBefore(source, from, ["không", "thông tin"])) return null;
  // "100% báo cáo định kỳ được cập nhật": a kind of report.
  const named = isWord(source, from, "báo") ? from : from - 2;
  const kind = isWord(source, named, "báo") && isWord(source, named + 1, "cáo");
  if (kind && recurrence.frequencies.length === 0 && !opensClause(source, named)) return null;
  return { kind: "recurring", item, from, next, sure: 1 };
}

function eventMention(source: Source, item: DeadlineItem): DeadlineMention | null {
  const { from, next } = item;
  const strong = afterAny(source, from, ["ngay sau khi", "ngay khi"]);
  if (strong !== null && !wordsBefore(source, from, ["đến", "cho đến"])) {
    return { kind: "event", item, from, next, sure: 1 };
  }
  if (isCondition(source, from, next)) return { kind: "event", item, from, next, sure: 0.85 };
  const after = afterAny(source, from, ["sau khi"]);
  if (after === null || afterAny(source, after, EVENT_SUBJECTS) === null) return null;
  return finds(source, after, next, EVENT_ACTS)
    ? { kind: "event", item, from, next, sure: 0.85 }
    : null;
}

const CONTINUED = [
  "phải",
  "tiếp tục",
  "cần",
  "được",
  "và",
  "kịp thời",
  "chủ động",
  "kiểm tra",
  "đôn đốc",
  "cập nhật",
  "theo dõi",
  "báo cáo",
  "rà soát",
  "giám sát",
  "quan tâm",
  "tổ chức",
  "duy trì",
  "thực hiện",
  "tuyên truyền",
  "chỉ đạo",
  "cách",
  "đẩy mạnh",
  "tăng cường",
  "làm",
];

const CONTINUED_VERBS = [
  ...["kiểm tra", "rà soát", "theo dõi", "đôn đốc", "cập nhật", "đối chiếu", "phối hợp", "báo cáo"],
  ...["tổ chức", "tuyên truyền", "giám sát", "trao đổi", "đánh giá", "lấy ý kiến", "thực hiện"],
  ...[
    "chỉ đạo",
    "quán triệt",
    "công khai",
    "tự kiểm tra",
    "hướng dẫn",
    "nắm",
    "duy trì",
    "quan tâm",
  ],
];

/** "Thường xuyên rà soát", "kiểm tra thường xuyên"; not "chi thường xuyên", "thủ tục thường xuyên phát sinh". */
function isContinuous(source: Source, item: DeadlineItem): boolean {
  const { from, next } = item;
  if (opensClause(source, from)) return true;
  if (afterAny(source, next, ["phát sinh", "của"]) !== null) return false;
  if (afterAny(source, next, CONTINUED_VERBS) !== null) return true;
  return wordsBefore(source, from, CONTINUED);
}

const SCHEDULE = [
  "theo lộ trình",
  "theo kế hoạch",
  "theo tiến độ",
  "đúng tiến độ",
  "đúng lộ trình",
];

function mentionOf(
  source: Source,
  item: DeadlineItem,
  context: TimeContext,
  frame: Recurrence | null,
): DeadlineMention | null {
  const span = { item, from: item.from, next: item.next };
  switch (item.kind) {
    case "time":
      return timeMention(source, item, context, frame);
    case "impossible": {
      const led = wordsBefore(source, item.from, ["số", "/"]);
      const bounded =
        afterAny(source, item.from, ["trước", "đến", "chậm nhất", "hết", "trong"]) !== null;
      return bounded && !led ? { kind: "impossible", ...span, sure: 0 } : null;
    }
    case "recurrence":
      return recurrenceMention(source, item);
    case "event":
      return eventMention(source, item);
    case "continuous":
      return isContinuous(source, item) ? { kind: "continuous", ...span, sure: 1 } : null;
    case "urgency":
      return { kind: "weak", ...span, sure: 1 };
    case "schedule":
      return afterAny(source, item.from, SCHEDULE) === null
        ? null
        : { kind: "weak", ...span, sure: 1 };
    default:
      return null;
  }
}

/** Words at which a piece of a deadline may begin; all others are passed over. */
const TRIGGERS = new Set(
  (
    "ngày ngay trước đến tới hết trong xong chậm muộn không hạn tháng quý năm tuần hàng hằng mỗi từng theo định báo " +
    "thường liên xuyên khẩn kịp sớm càng nhanh đẩy gấp hỏa hoả sau khi kể từ tính so cuối đầu giữa giai gđ nửa thời " +
    "đột thứ mùng mồng đúng ba sáu chín một thêm còn thời sáng chiều"
  ).split(" "),
);

const BARE_TRIGGERS = new Set([...TRIGGERS].map(fold));

const mayBegin = (source: Source, at: number): boolean => {
  const token = source.tokens[at];
  if (token === undefined) return false;
  if (token.kind === "number") return true;
  return source.strict ? TRIGGERS.has(token.accented) : BARE_TRIGGERS.has(token.bare);
};

/** An event or a schedule may name a document; what is due never reaches into one. */
function clippedAt(
  source: Source,
  at: number,
  context: TimeContext,
  masked: (at: number) => boolean,
): DeadlineItem | null {
  const item = deadlineItemAt(source, at, context);
  if (item === null || !masked(item.next - 1)) return item;
  if (item.kind !== "event" && item.kind !== "schedule") return null;
  let next = at;
  while (next < item.next && !masked(next)) next++;
  return { ...item, next };
}

/**
 * All deadlines that a text states, in order, none within another. `masked` marks tokens that
 * cannot be part of one: the numbers and dates of cited documents. As of `context.today`, the
 * date of the document.
 */
export function deadlineMentions(
  source: Source,
  context: TimeContext,
  masked: (at: number) => boolean = () => false,
): DeadlineMention[] {
  const found: DeadlineMention[] = [];
  let frame: Recurrence | null = null;
  for (let at = 0; at < source.tokens.length; ) {
    if (masked(at) || !mayBegin(source, at)) {
      at++;
      continue;
    }
    const item = clippedAt(source, at, context, masked);
    if (item === null) {
      at++;
      continue;
    }
    const mention = mentionOf(source, item, context, frame);
    if (mention?.item.kind === "recurrence" && mention.item.recurrence.frequencies.length > 0) {
      frame = mention.item.recurrence;
    }
    if (mention !== null) found.push(mention);
    // What is due may stand inside a clause about an event or a schedule.
    const passed =
      mention !== null && mention.item !== item
        ? true
        : mention === null
          ? item.kind === "time" || item.kind === "reference"
          : mention.kind !== "weak" && mention.kind !== "event";
    at = passed
      ? Math.max(mention?.next ?? item.next, at + 1)
      : at + Math.max(1, shortLength(item));
  }
  return found;
}

/** Of "ngay sau khi …" and "theo lộ trình …" the words that lead in; what follows is looked at. */
const shortLength = ({ kind, from, next }: DeadlineItem): number =>
  kind === "urgency" ? next - from : kind === "event" ? 3 : 1;

const PLAN_VERBS = ["xây dựng", "lập", "ban hành", "tham mưu", "trình"];

/** "xây dựng kế hoạch … năm 2019": the year that the plan is for, where it follows the document's. */
export function planYearMention(source: Source, from: number, next: number, context: TimeContext) {
  const wanted = partsOf(context.today).year + 1;
  for (let at = from; at < next; at++) {
    if (!isWord(source, at, "năm") || source.tokens[at + 1]?.bare !== String(wanted)) continue;
    const plan = lookBack(source, at, 25, ["kế hoạch"]);
    const verb = PLAN_VERBS.some((word) => lookBack(source, at, 30, [word]));
    if (plan && verb) return { from: at, next: at + 2, year: wanted };
  }
  return null;
}
