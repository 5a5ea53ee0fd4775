// Titles of documents in running text: "Đề án … đến năm 2025" names the scheme, and sets no date.
import { afterAny, isWord, type Source } from "./tokens.ts";

const KINDS = [
  "đề án",
  "dự án",
  "chương trình",
  "chiến lược",
  "kế hoạch",
  "quy hoạch",
  "nghị quyết",
  "quyết định",
  "chỉ thị",
  "luật",
  "nghị định",
  "thông tư",
  "bộ chỉ số",
  "bộ tiêu chí",
  "khung",
  "kết luận",
  "thông báo",
  "công văn",
  "báo cáo",
  "đề cương",
];
/** After these the words speak of the work again, not of a title. */
const WORK = [
  "hoàn thành",
  "xong",
  "đảm bảo",
  "bảo đảm",
  "phấn đấu",
  "báo cáo ubnd",
  "báo cáo chủ tịch",
  "đạt",
  "có",
  "gửi",
  "để",
];
const LONGEST_TITLE = 60;

/** Whether a token stands in the title of a document that began before it. */
export function titleOpenAt(source: Source, at: number): boolean {
  for (let place = at - 1; place >= 0 && place >= at - LONGEST_TITLE; place--) {
    if (isWord(source, place, ";") || isWord(source, place, ".")) return false;
    if (isWord(source, place, ":")) return false;
    if (afterAny(source, place, WORK) !== null) return false;
    if (afterAny(source, place, KINDS) !== null) return true;
  }
  return false;
}
