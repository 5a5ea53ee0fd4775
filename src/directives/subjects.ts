// Who a sentence gives its duty to: "Giao Sở Nội vụ …", "Sở Tài chính chủ trì, phối hợp với …".
import { type AgencyList, agencyListAt } from "#src/language/agency-phrases.ts";
import { lookBack, wordsBefore } from "#src/language/around-token.ts";
import { afterAny, isWord, type Source, skipAny } from "#src/language/tokens.ts";

export type Subject = { list: AgencyList; commanded: boolean };

const FILLERS = [
  "đồng thời",
  "riêng",
  "trước mắt",
  "theo đó",
  "trong đó",
  "bên cạnh đó",
  "ngoài ra",
  "mặt khác",
  "để thực hiện",
  ",",
  ":",
  "-",
  "thống nhất",
  "về việc này",
];
const SUPERIORS = [
  "phó chủ tịch ubnd tỉnh",
  "phó chủ tịch ubnd thành phố",
  "chủ tịch tỉnh",
  "lãnh đạo ubnd tỉnh",
  "thủ tướng chính phủ",
  "chính phủ",
  "chủ tịch ubnd tỉnh",
  "chủ tịch ủy ban nhân dân tỉnh",
  "chủ tịch uỷ ban nhân dân tỉnh",
  "chủ tịch ubnd thành phố",
  "chủ tịch ủy ban nhân dân thành phố",
  "ubnd tỉnh",
  "ủy ban nhân dân tỉnh",
  "uỷ ban nhân dân tỉnh",
  "ubnd thành phố",
  "ủy ban nhân dân thành phố",
  "thường trực tỉnh ủy",
  "đồng chí chủ tịch ubnd tỉnh",
];
const COMMANDS = [
  "giao",
  "giao cho",
  "giao trách nhiệm cho",
  "giao nhiệm vụ cho",
  "yêu cầu",
  "yêu cầu các đồng chí",
  "đề nghị",
  "phân công",
  "chỉ đạo",
  "chỉ thị",
  "ủy quyền cho",
  "kính đề nghị",
  "đề nghị các đồng chí",
];
/** Words after a name that make it something else than the one who acts. */
const NOT_ACTING = [
  "của",
  "về",
  "và",
  "là",
  "tại",
  "trên",
  "thuộc",
  "để",
  "(để",
  "trong",
  "với",
  "chưa",
  "đã",
  "còn",
];

const isListGoingOn = (source: Source, { list, commanded }: Subject): boolean => {
  const [first] = list.items;
  const opening = source.tokens[list.from]?.accented ?? "";
  return (
    !commanded &&
    first?.group === true &&
    !/^(?:các|tất|toàn|thủ|giám|chủ|lãnh|ubnd|ủy|uỷ|từng|mỗi|cơ)$/u.test(opening)
  );
};

/** Words with which a sentence leads up to whom it speaks of. */
const LEADING_UP = [
  ...["đối với", "về", "để", "nhằm", "trên cơ sở", "căn cứ", "trong", "trước ngày"],
  ...[
    "hàng",
    "hằng",
    "định kỳ",
    "đến",
    "ngay sau",
    "giai đoạn",
    "năm",
    "quý",
    "sau khi",
    "khi",
    "thực hiện",
    "từ",
    "kể từ",
  ],
  ...[
    "liên quan",
    "nhân dịp",
    "qua",
    "với",
    "chậm nhất",
    "trường hợp",
    "cùng với",
    "mỗi",
    "phân công",
  ],
];
const LONGEST_LEADING_UP = 60;

/** "Đối với cấp xã: Sở Nội vụ …", "Trong 15 ngày kể từ ngày ký, Thủ trưởng …": who comes then. */
function behindLeadingUp(source: Source, from: number, next: number): Subject | null {
  if (afterAny(source, from, LEADING_UP) === null) return null;
  for (let at = from + 1; at < Math.min(next, from + LONGEST_LEADING_UP); at++) {
    if (!isWord(source, at, ":") && !isWord(source, at, ",")) continue;
    const found = standingAt(source, at + 1, next);
    // "…, ngành, địa phương": the middle of a list names nobody.
    if (found !== null && !isListGoingOn(source, found)) return found;
  }
  return null;
}

/** What may stand between an authority and its command. */
const ALSO = [
  "cũng",
  "vừa",
  "đã",
  "tiếp tục",
  "còn",
  "này",
  "thống nhất",
  "vừa có văn bản",
  "có văn bản",
  "vừa ký văn bản",
  "trân trọng",
  "kính",
  "có công văn",
  "ban hành văn bản",
];
/** The authority does not command here: somebody prepares that for it. */
const PREPARED_FOR = [
  "tham mưu",
  "tham mưu cho",
  "trình",
  "báo cáo",
  "giúp",
  "đề xuất",
  "kiến nghị",
  "để",
  "cho",
  "tham mưu giúp",
  "theo",
];

/** "…, Chủ tịch UBND tỉnh yêu cầu các sở … rà soát": a command inside a sentence. */
function commandedWithin(source: Source, from: number, next: number): Subject | null {
  for (let at = from; at < next; at++) {
    const superior = afterAny(source, at, SUPERIORS);
    if (superior === null || wordsBefore(source, at, PREPARED_FOR)) continue;
    let verb = superior;
    // "Chủ tịch UBND tỉnh Nguyễn Văn A": the name of the person.
    while (
      /^\p{Lu}/u.test(source.text.charAt(source.tokens[verb]?.from ?? 0)) &&
      verb < superior + 6
    )
      verb++;
    verb = skipAny(source, verb, ALSO);
    const command = afterAny(source, skipAny(source, verb, ALSO), COMMANDS);
    if (command === null) continue;
    const list = agencyListAt(source, skipAny(source, command, [":"]));
    if (list !== null && list.next < next && acts(source, list.next, next))
      return { list, commanded: true };
  }
  return null;
}

const ACTING = [
  ...["trong lĩnh vực", "trong phạm vi", "theo chức năng", "(", "là cơ quan", "- cơ quan"],
];

/** Whether a word that acts stands behind a name. */
function acts(source: Source, end: number, next: number): boolean {
  if (isWord(source, end, ":")) return true;
  if (afterAny(source, end, ACTING) !== null) return true;
  const verb = skipAny(source, end, [",", ", cần", ", phải"]);
  const token = source.tokens[verb];
  if (token === undefined || token.kind !== "word" || verb >= next) return false;
  if (NOT_ACTING.some((word) => isWord(source, verb, word))) return false;
  return /^\p{Ll}/u.test(source.text.charAt(token.from));
}

/** The agencies that tokens [from, next) give something to do, or null. */
export const subjectOf = (source: Source, from: number, next: number): Subject | null =>
  standingAt(source, from, next) ??
  behindLeadingUp(source, from, next) ??
  commandedWithin(source, from, next);

function standingAt(source: Source, from: number, next: number): Subject | null {
  let at = from;
  for (let last = -1; last !== at; ) {
    last = at;
    at = skipAny(source, at, FILLERS);
  }
  const superior = skipAny(source, at, SUPERIORS);
  const command = afterAny(source, superior, COMMANDS);
  const list = agencyListAt(source, command === null ? at : skipAny(source, command, [":"]));
  if (list === null || list.next > next) return null;
  if (command !== null) return { list, commanded: true };
  if (superior !== at || list.next >= next) return null;
  return acts(source, list.next, next) ? { list, commanded: false } : null;
}

/** Whom a sentence that opens a list addresses: "…, Chủ tịch UBND tỉnh yêu cầu các sở … thực hiện:". */
export function addressedIn(source: Source): AgencyList | null {
  for (let at = 0; at < source.tokens.length; at++) {
    const after = afterAny(source, at, COMMANDS);
    const list = after === null ? null : agencyListAt(source, after);
    if (list !== null) return list;
  }
  return null;
}

const WITH = [
  "phối hợp với",
  "phối hợp cùng",
  "phối hợp cùng với",
  "phối hợp chặt chẽ với",
  "phối kết hợp với",
  "phối hợp",
  "cùng với",
];
const BEFORE_LIST = ["với", "cùng", "đồng chí"];

/** The agencies that tokens [from, next) name as coordinating, in order. */
export function coordinatingIn(source: Source, from: number, next: number): string[] {
  const names: string[] = [];
  for (let at = from; at < next; at++) {
    const after = afterAny(source, at, WITH);
    if (after === null) continue;
    const list = agencyListAt(source, skipAny(source, after, BEFORE_LIST));
    if (list === null || list.next > next) continue;
    names.push(...list.items.map(({ name }) => name));
    at = list.next - 1;
  }
  return [...new Set(names)];
}

/** "(Sở Nội vụ chủ trì)", "do Sở Tài chính chủ trì thực hiện", "Sở Tư pháp là cơ quan đầu mối". */
export function leadBehind(source: Source, from: number, next: number): AgencyList | null {
  for (let at = from; at < next; at++) {
    const bracket = isWord(source, at, "(");
    const opened = bracket || isWord(source, at, "do");
    if (!opened) continue;
    const list = agencyListAt(source, skipAny(source, at + 1, ["giao"]));
    if (list === null || list.next > next) continue;
    const leads = afterAny(source, list.next, [
      "chủ trì",
      "làm đầu mối",
      "chịu trách nhiệm",
      "thực hiện",
      "là cơ quan chủ trì",
      "tham mưu",
    ]);
    if (leads !== null) return list;
    // "… (Sở Nội vụ, quý IV/2016)." closes a duty; "báo cáo UBND tỉnh (Sở Nội vụ)" names a reader.
    const ends =
      afterAny(source, list.next, [",", ";", ")"]) !== null &&
      isWord(source, next - 1, ".") &&
      isWord(source, next - 2, ")");
    if (bracket && ends && !lookBack(source, at, 7, ["gửi", "báo cáo", "về", "trình", "qua"]))
      return list;
  }
  return null;
}
