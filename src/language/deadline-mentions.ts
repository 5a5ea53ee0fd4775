// The deadlines that running text states: the grammar of deadline-items.ts, tried at every word,
// and kept only where the words around it say that something is due. "năm 2018" alone is mostly a
// name ("Kế hoạch năm 2018"), "đến ngày 31/5" may be a date up to which something was counted.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { wordsBefore } from "./around-token.ts";
import { type DeadlineItem, deadlineItemAt } from "./deadline-items.ts";
import { documentMentions } from "./document-ref.ts";
import { timeMention } from "./due-mentions.ts";
import { eventMention } from "./event-mentions.ts";
import { fold } from "./fold.ts";
import type { DeadlineMention } from "./mention.ts";
import type { Recurrence } from "./recurrence.ts";
import { isContinuous, recurrenceMention } from "./recurring-mentions.ts";
import type { TimeContext } from "./time-reading.ts";
import { afterAny, type Source } from "./tokens.ts";

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

/** Tokens that cannot be part of a deadline: the numbers and dates of cited documents. */
function citedTokens(source: Source, today: CivilDate): (at: number) => boolean {
  const marks = new Uint8Array(source.tokens.length);
  for (const { from, next } of documentMentions(source, today)) marks.fill(1, from, next);
  return (at) => marks[at] === 1;
}

/** Where to look on behind a piece: what is due may stand inside an event or a schedule. */
function behind(item: DeadlineItem, mention: DeadlineMention | null): number {
  const whole = mention?.next ?? item.next;
  const isOpen = mention?.item === item && (mention.kind === "weak" || mention.kind === "event");
  const isPassed = mention !== null || item.kind === "time" || item.kind === "reference";
  return isPassed && !isOpen ? whole : item.from + shortLength(item);
}

/**
 * All deadlines that a text states, in order, none within another; dates of documents that it
 * cites are none. As of `context.today`, the date of the document.
 */
export function deadlineMentions(source: Source, context: TimeContext): DeadlineMention[] {
  const masked = citedTokens(source, context.today);
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
    at = Math.max(at + 1, behind(item, mention));
  }
  return found;
}

/** Of "ngay sau khi …" and "theo lộ trình …" the words that lead in; what follows is looked at. */
const shortLength = ({ kind, from, next }: DeadlineItem): number =>
  kind === "urgency" ? next - from : kind === "event" ? 3 : 1;
