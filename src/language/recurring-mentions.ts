// Frequencies in running text: "hằng quý" asks for something each quarter, "Chỉ số hằng năm" hardly.
import { lookBack, opensClause, standsWithin, wordsBefore } from "./around-token.ts";
import type { DeadlineItem } from "./deadline-items.ts";
import { COUNTED_FROM } from "./due-mentions.ts";
import type { DeadlineMention } from "./mention.ts";
import { afterAny, isWord, type Source } from "./tokens.ts";

const isMonthOfQuarter = (source: Source, at: number): boolean =>
  afterAny(source, at, ["tháng cuối quý", "tháng cuối của quý", "tháng cuối mỗi quý"]) !== null;

/** The mention that a frequency makes, or null. */
export function recurrenceMention(
  source: Source,
  item: Extract<DeadlineItem, { kind: "recurrence" }>,
): DeadlineMention | null {
  const { recurrence, from, next } = item;
  if (!recurrence.marked && recurrence.frequencies.length < 2 && !isMonthOfQuarter(source, from))
    return null;
  if (lookBack(source, from, 18, COUNTED_FROM)) return null;
  // "Chỉ số hằng năm Bộ đã công bố" speaks of the index.
  if (standsWithin(source, next, next + 7, ["đã"]) && recurrence.frequencies.length === 1)
    return null;
  if (wordsBefore(source, from, ["không", "thông tin"])) return null;
  // "100% báo cáo định kỳ được cập nhật": a kind of report.
  const named = isWord(source, from, "báo") ? from : from - 2;
  const kind = isWord(source, named, "báo") && isWord(source, named + 1, "cáo");
  if (kind && recurrence.frequencies.length === 0 && !opensClause(source, named)) return null;
  return { kind: "recurring", item, from, next, sure: 1 };
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
export function isContinuous(source: Source, item: DeadlineItem): boolean {
  const { from, next } = item;
  if (opensClause(source, from)) return true;
  if (afterAny(source, next, ["phát sinh", "của"]) !== null) return false;
  if (afterAny(source, next, CONTINUED_VERBS) !== null) return true;
  return wordsBefore(source, from, CONTINUED);
}
