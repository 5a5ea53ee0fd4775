// Acts of others that a duty waits for: "ngay sau khi Chính phủ ban hành …".
import { opensClause, standsWithin, wordsBefore } from "./around-token.ts";
import type { DeadlineItem } from "./deadline-items.ts";
import type { DeadlineMention } from "./mention.ts";
import { afterAny, isWord, type Source } from "./tokens.ts";

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

/** "Khi Trung ương ban hành …": only at the head of a clause, where it is a condition. */
const isCondition = (source: Source, from: number, next: number): boolean => {
  if (!isWord(source, from, "khi") || !opensClause(source, from)) return false;
  const named = afterAny(source, from + 1, EVENT_SUBJECTS) !== null;
  return named && standsWithin(source, from, next, EVENT_ACTS);
};

/** The mention that a clause about an event makes, or null. */
export function eventMention(source: Source, item: DeadlineItem): DeadlineMention | null {
  const { from, next } = item;
  const strong = afterAny(source, from, ["ngay sau khi", "ngay khi"]);
  if (strong !== null && !wordsBefore(source, from, ["đến", "cho đến"])) {
    return { kind: "event", item, from, next, sure: 1 };
  }
  if (isCondition(source, from, next)) return { kind: "event", item, from, next, sure: 0.85 };
  const after = afterAny(source, from, ["sau khi"]);
  if (after === null || afterAny(source, after, EVENT_SUBJECTS) === null) return null;
  return standsWithin(source, after, next, EVENT_ACTS)
    ? { kind: "event", item, from, next, sure: 0.85 }
    : null;
}
