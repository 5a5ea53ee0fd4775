// What a heading says of all that stands under it: who leads, by when, which reform area, or that
// there are no duties in it.
import { agencyListAt } from "#src/language/agency-phrases.ts";
import { fold } from "#src/language/fold.ts";
import type { ReformAreaCode } from "#src/language/reform-area.ts";
import { tokenize } from "#src/language/tokens.ts";

/** What a part of a document is for. */
export type PartKind = "background" | "goals" | "tasks" | "funding" | "carrying-out" | "closing";

const BACKGROUND =
  /^(?:muc dich|muc tieu chung|muc tieu tong quat|muc dich,? yeu cau|yeu cau(?: chung)?$|quan diem|can cu (?:phap ly|xay dung|de xay dung)$|co so phap ly|su can thiet|tinh hinh|thuc trang|dac diem|boi canh|danh gia|ket qua|nhung ket qua|ton tai|han che|nhung ton tai|nhung han che|kho khan|nguyen nhan|uu diem|khuyet diem|pham vi|doi tuong|nguyen tac|giai thich tu ngu|phuong cham|bai hoc)/u;
const GOALS =
  /^(?:muc tieu|chi tieu|cac chi tieu|muc tieu cu the|muc tieu den nam|chi tieu chu yeu)/u;
const TASKS =
  /^(?:nhiem vu|noi dung|giai phap|cac nhiem vu|nhung nhiem vu|cac noi dung|cac giai phap|nhiem vu,? giai phap|nhiem vu trong tam|nhiem vu cu the|trach nhiem|phan cong|muc tieu cu the|giai phap trong tam)/u;
const FUNDING = /^(?:kinh phi|nguon kinh phi|kinh phi thuc hien|nguon luc|ve kinh phi)/u;
const CARRYING_OUT =
  /^(?:to chuc thuc hien|trach nhiem thuc hien|phan cong (?:nhiem vu|thuc hien|to chuc)|trach nhiem cua)/u;
const CLOSING = /^(?:noi nhan|kinh gui|dieu khoan thi hanh|hieu luc thi hanh)/u;

/** The reform area that a heading names (NQ 76/NQ-CP), or null. */
const AREAS: readonly (readonly [ReformAreaCode, RegExp])[] = [
  ["direction", /chi dao,? dieu hanh|cong tac chi dao|tuyen truyen cai cach/u],
  ["institutions", /the che|van ban quy pham|xay dung phap luat/u],
  ["procedures", /thu tuc hanh chinh|tthc|mot cua/u],
  ["organisation", /bo may|to chuc hanh chinh/u],
  ["civil-service", /cong vu|doi ngu can bo|can bo,? cong chuc|cong chuc,? vien chuc/u],
  ["public-finance", /tai chinh cong|kinh phi/u],
  [
    "digital-government",
    /chinh quyen dien tu|chinh quyen so|chinh phu dien tu|chinh phu so|chuyen doi so|hien dai hoa|cong nghe thong tin/u,
  ],
  ["other", /iso 9001|he thong quan ly chat luong/u],
];

const STARTS_SENTENCE = /[.;]\s+\p{Lu}/u;
const LONGEST_HEADING = 160;

const bare = (text: string): string =>
  fold(text)
    .replace(/^(?:ve )?(?:cong tac )?/u, "")
    .replace(/[:.\s]+$/u, "");

/** Kind of part that a heading opens, or null. */
export function partOf(text: string): PartKind | null {
  const words = bare(text);
  if (BACKGROUND.test(words)) return "background";
  if (FUNDING.test(words)) return "funding";
  if (CARRYING_OUT.test(words)) return "carrying-out";
  if (CLOSING.test(words)) return "closing";
  if (TASKS.test(words)) return "tasks";
  return GOALS.test(words) ? "goals" : null;
}

/** The areas that a text names, in the order of the list. */
export const areasNamed = (text: string): ReformAreaCode[] => {
  const words = fold(text);
  return AREAS.filter(([, pattern]) => pattern.test(words)).map(([area]) => area);
};

export function areaOfHeading(text: string): ReformAreaCode | null {
  const words = bare(text);
  if (words.length > LONGEST_HEADING) return null;
  // "Cải cách chế độ công vụ": what comes first names it.
  const found = AREAS.map(([area, pattern]) => ({ area, at: words.search(pattern) }))
    .filter(({ at }) => at >= 0 && at < 60)
    .sort((a, b) => a.at - b.at);
  return found[0]?.area ?? null;
}

/** The agencies that a whole heading consists of ("1.1. Sở Nội vụ:"), or null. */
export function agenciesOfHeading(text: string) {
  const named = text.replace(/[:.;,\s]+$/u, "");
  const source = tokenize(
    named.replace(
      /^(?:trách nhiệm của|đối với|giao|đề nghị|yêu cầu|về phía)\s+(?=(?:các\s+)?\p{L})/iu,
      "",
    ),
  );
  const list = agencyListAt(source, 0);
  return list !== null && list.next >= source.tokens.length ? { list, source } : null;
}

const AREA_HEADING =
  /^(?:cải cách|xây dựng và phát triển chính quyền|chính quyền (?:điện tử|số)|tổ chức bộ máy|chế độ công vụ|tài chính công|thủ tục hành chính|thể chế)/iu;
/** Words that something must follow: the line was broken there. */
const DANGLING =
  /(?:^|\s)(?:của|và|các|về|ngày|số|tại|cho|với|theo|để|là|do|trong|đến|từ|năm|tháng|quý|trên|ở|sở|ban|bộ|văn phòng|công tác|việc|những|một|thực hiện|xây dựng|mục|khoản|điều|điểm|phụ lục)$|[,–-]$/iu;
const VERBLESS = /^(?:\p{Lu}|các|những|một số)/u;

/** Whether a text without a sign at its end is a whole heading, so that nothing goes on with it. */
export function standsAsHeading(text: string): boolean {
  if (text.length > LONGEST_HEADING) return false;
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > LONGEST_HEADING || STARTS_SENTENCE.test(trimmed))
    return false;
  if (trimmed === trimmed.toUpperCase() && /\p{Lu}{2} \p{Lu}{2}/u.test(trimmed)) return true;
  if (!VERBLESS.test(trimmed) || DANGLING.test(trimmed)) return false;
  if ((trimmed.length < 70 && partOf(trimmed) !== null) || agenciesOfHeading(trimmed) !== null)
    return true;
  return trimmed.length < 90 && AREA_HEADING.test(trimmed) && areaOfHeading(trimmed) !== null;
}
