// Agencies and groups of agencies as documents name them, in running text. Names come out whole
// ("Sở TT&TT" → "Sở Thông tin và Truyền thông"); whether the register has them is not asked here.
import {
  AGENCY_HEADS,
  ALL,
  CANONICAL,
  GROUP_NOUNS,
  GROUP_TAILS,
  OFFICE_HOLDERS,
} from "./agency-words.ts";
import { departmentSpellings } from "./department-names.ts";
import { makePhraseTree } from "./phrase-tree.ts";
import { afterAny, isWord, type Source, type Token, textOf, tokenize } from "./tokens.ts";

/** One agency, or a group of them that each answer for themselves; tokens [from, next). */
export type AgencyPhrase = {
  from: number;
  next: number;
  name: string;
  group: boolean;
};

const departments = makePhraseTree(departmentSpellings.map((each) => [each.spelling, each.name]));
const heads = makePhraseTree(AGENCY_HEADS.map((head) => [head, head]));
const holders = makePhraseTree(OFFICE_HOLDERS.map((words) => [words, words]));
const nouns = makePhraseTree(GROUP_NOUNS.map((words) => [words, words]));
const tails = makePhraseTree(GROUP_TAILS.map((words) => [words, words]));
const committeeMember = makePhraseTree([
  ["thành viên", true],
  ["các thành viên", true],
]);

const LOCAL_LEVELS = [
  "huyện",
  "thị xã",
  "thành phố",
  "tp",
  "quận",
  "xã",
  "phường",
  "thị trấn",
  "đặc khu",
];
const PLACE_ENDS = [
  "tỉnh",
  "thành phố",
  "tp",
  "của tỉnh",
  "thuộc tỉnh",
  "cấp tỉnh",
  "trên địa bàn tỉnh",
];
const BODIES = ["ubnd", "ủy ban nhân dân", "uỷ ban nhân dân"];

const tokenAt = ({ tokens }: Source, at: number): Token | undefined => tokens[at];

const isCapital = (source: Source, at: number): boolean => {
  const token = tokenAt(source, at);
  return token?.kind === "word" && /^\p{Lu}/u.test(source.text.slice(token.from, token.to));
};

/** Words as they stand, in one line. */
export const verbatim = (source: Source, from: number, next: number): string =>
  textOf(source, from, next).normalize("NFC").replace(/\s+/g, " ");

/** Words with capital letters, as a proper name goes on: "Thanh Hóa", "Nghi Sơn". */
const afterProperName = (source: Source, at: number): number => {
  let next = at;
  while (isCapital(source, next)) next++;
  return next;
};

/** What closes an agency's name: its place, "tỉnh", "chi nhánh tỉnh". */
const afterPlace = (source: Source, at: number): number => {
  let next = at;
  for (let moved = true; moved; ) {
    const branch = afterAny(source, next, ["chi nhánh", "khu vực", "việt nam"]) ?? next;
    const named = afterProperName(source, branch);
    const place = afterAny(source, named, PLACE_ENDS) ?? named;
    moved = place > next;
    next = place;
  }
  return next;
};

const canonical = (name: string): string => {
  for (const [pattern, made] of CANONICAL) {
    if (pattern.test(name)) return name.replace(pattern, made).trim().replace(/UBND$/, "UBND tỉnh");
  }
  return name;
};

/** "Sở Nội vụ", "Sở TT&TT tỉnh"; an unknown department keeps its own capital letters. */
function departmentAt(source: Source, at: number): AgencyPhrase | null {
  if (!isWord(source, at, "sở")) return null;
  const known = departments.at(source, at + 1);
  if (known !== null) {
    const next = afterAny(source, known.next, ["tỉnh", "thành phố"]) ?? known.next;
    return { from: at, next, name: `Sở ${known.value}`, group: false };
  }
  const next = afterProperName(source, at + 1);
  if (next === at + 1 || !isCapital(source, at)) return null;
  return { from: at, next, name: verbatim(source, at, next), group: false };
}

/** "UBND huyện Đông Sơn", "thành phố Thanh Hóa". */
function localAt(source: Source, at: number): AgencyPhrase | null {
  const body = afterAny(source, at, BODIES);
  if (body === null) return null;
  const level = afterAny(source, body, LOCAL_LEVELS);
  const next = level === null ? body : afterProperName(source, level);
  if (level === null || next === level) return null;
  return { from: at, next, name: `UBND ${verbatim(source, body, next)}`, group: false };
}

const LONG_HEADS = new Set(["Ban Chỉ đạo", "BCĐ", "Ban Quản lý", "BQL", "Tổ công tác", "Chi cục"]);
const LONGEST_TASK = 14;

/** "Ban Chỉ đạo cải cách hành chính tỉnh": the words in between, if "tỉnh" closes them. */
const afterTask = (source: Source, at: number): number => {
  for (let next = at; next < at + LONGEST_TASK; next++) {
    if (tokenAt(source, next)?.kind !== "word" && !isWord(source, next, ",")) return at;
    if (isWord(source, next, "tỉnh") || isWord(source, next, "thành phố")) return next;
  }
  return at;
};

function otherAt(source: Source, at: number): AgencyPhrase | null {
  if (!isCapital(source, at)) return null;
  const head = heads.at(source, at);
  if (head === null) return null;
  const next = afterPlace(
    source,
    LONG_HEADS.has(head.value) ? afterTask(source, head.next) : head.next,
  );
  // "Văn phòng", "Thanh tra", "Báo" alone name nobody.
  if (next === head.next && head.next === at + 1) return null;
  return { from: at, next, name: canonical(verbatim(source, at, next)), group: false };
}

/** One agency at a token, an office holder before it left out; null where none stands. */
export function agencyAt(source: Source, at: number): AgencyPhrase | null {
  const direct = departmentAt(source, at) ?? localAt(source, at) ?? otherAt(source, at);
  if (direct !== null) return direct;
  const holder = holders.at(source, at);
  if (holder === null) return null;
  // "Chánh Thanh tra tỉnh", "Trưởng Ban Dân tộc": the holder's words took some of the name's own.
  for (let start = holder.next; start > at; start--) {
    const inner = departmentAt(source, start) ?? localAt(source, start) ?? otherAt(source, start);
    if (inner !== null) return { ...inner, from: at };
  }
  return null;
}

const SEPARATORS = [",", ";", "và", "/", "-", "cùng", "cùng các", ", và", "; và"];

/** A member of a group phrase: "các sở", "UBND các huyện", "ngành cấp tỉnh". */
function groupPieceAt(source: Source, at: number): { next: number; all: boolean } | null {
  let next = at;
  let all = false;
  let nounsSeen = 0;
  for (;;) {
    const holder = nounsSeen === 0 ? holders.at(source, next) : null;
    if (holder !== null) {
      next = holder.next;
      if (isWord(source, next - 1, "các")) all = true;
      continue;
    }
    const every = afterAny(source, next, ALL);
    if (every !== null) {
      next = every;
      all = true;
      continue;
    }
    const noun = nouns.at(source, next);
    if (noun === null) break;
    next = noun.next;
    nounsSeen++;
    if (noun.value.startsWith("cấp ")) all = true;
  }
  if (nounsSeen === 0) return null;
  for (let tail = tails.at(source, next); tail !== null; tail = tails.at(source, next)) {
    next = tail.next;
    if (/cấp|liên quan|trực thuộc/u.test(tail.value)) all = true;
  }
  return { next, all };
}

/** "Giám đốc các sở, Trưởng các ban, ngành cấp tỉnh, Chủ tịch UBND các huyện": one phrase. */
function groupAt(source: Source, at: number): AgencyPhrase | null {
  let next = at;
  let pieces = 0;
  let all = false;
  for (let start = at; ; ) {
    const member = committeeMember.at(source, start);
    const committee = member === null ? null : otherAt(source, member.next);
    // A named agency ends the phrase: "các sở, ban, ngành, Công an tỉnh".
    if (committee === null && pieces > 0 && agencyAt(source, start) !== null) break;
    const piece =
      committee !== null ? { next: committee.next, all: true } : groupPieceAt(source, start);
    if (piece === null) break;
    pieces++;
    all ||= piece.all;
    next = piece.next;
    const after = afterAny(source, next, SEPARATORS);
    if (after === null) break;
    start = after;
  }
  if (pieces === 0 || (!all && pieces < 2)) return null;
  return { from: at, next, name: verbatim(source, at, next), group: true };
}

/** "UBND các huyện: Mường Tà, Nậm Pung", "các huyện Phù Mỹ, Vân Canh": each by its name. */
function namedPlaces(source: Source, group: AgencyPhrase): AgencyPhrase[] {
  const level = /(huyện|thị xã|thành phố|quận|xã|phường|thị trấn|đặc khu)$/u.exec(group.name)?.[1];
  if (level === undefined || !/UBND|ủy ban|uỷ ban|chủ tịch/iu.test(group.name)) return [];
  const named: AgencyPhrase[] = [];
  let start = isWord(source, group.next, ":") ? group.next + 1 : group.next;
  for (;;) {
    const own = afterAny(source, start, LOCAL_LEVELS);
    const next = afterProperName(source, own ?? start);
    if (next === (own ?? start)) return named;
    const kind = own === null ? level : verbatim(source, start, own).replace(/^TP$/iu, "thành phố");
    const name = `UBND ${kind} ${verbatim(source, own ?? start, next)}`;
    named.push({ from: start, next, name, group: false });
    const after = afterAny(source, next, SEPARATORS);
    if (after === null) return named;
    start = after;
  }
}

/** "các sở: Nội vụ, Tài chính, Tư pháp": bare names of departments after a word for them all. */
function namedDepartments(source: Source, at: number, kind = "Sở"): AgencyPhrase[] {
  const named: AgencyPhrase[] = [];
  for (let start = at; ; ) {
    const bare = departments.at(source, start);
    const full = bare === null ? agencyAt(source, start) : null;
    if (full !== null) named.push(full);
    else if (bare !== null && isCapital(source, start)) {
      const { next } = bare;
      named.push({ from: start, next, name: `${kind} ${bare.value}`, group: false });
    } else return named;
    const end = named.at(-1)?.next ?? start;
    const after = afterAny(source, end, SEPARATORS);
    if (after === null) return named;
    start = after;
  }
}

/** Whether a text begins with the name of a department without its "Sở": "Nội vụ, Tài chính". */
export const startsWithDepartment = (text: string): boolean => {
  const source = tokenize(text.slice(0, 80));
  return departments.at(source, 0) !== null && isCapital(source, 0);
};

/** A list of agencies and groups; `phrase` runs from its first word to its last. */
export type AgencyList = { items: readonly AgencyPhrase[]; from: number; next: number };

/**
 * The agencies that stand in a row at a token: "Sở Nội vụ, Sở Tài chính và UBND các huyện";
 * "Giám đốc các sở: Nội vụ, Tài chính". Null where none stands.
 */
export function agencyListAt(source: Source, at: number): AgencyList | null {
  const items: AgencyPhrase[] = [];
  let next = at;
  for (let start = at; ; ) {
    const lead = afterAny(source, start, ["lãnh đạo", "giao", "đồng chí"]) ?? start;
    const one = agencyAt(source, start) ?? groupAt(source, start) ?? agencyAt(source, lead);
    if (one === null) {
      // "Sở Nội vụ, Tài chính và Tư pháp": the "Sở" of the first serves the others.
      const previous = items.at(-1);
      const shared = previous !== undefined && !previous.group && previous.name.startsWith("Sở ");
      const more = shared && start > previous.next ? namedDepartments(source, start) : [];
      if (more.length === 0) break;
      items.push(...more);
      next = more.at(-1)?.next ?? next;
      break;
    }
    const colon = isWord(source, one.next, ":") || isWord(source, one.next, "(");
    const ministries = /(?:^|\s)bộ$/iu.test(one.name) ? "Bộ" : "Sở";
    const listed = !one.group
      ? []
      : colon
        ? namedDepartments(source, one.next + 1, ministries)
        : namedPlaces(source, one);
    if (one.group && colon && listed.length === 0) listed.push(...namedPlaces(source, one));
    if (listed.length > 0) {
      items.push(...listed);
      next = listed.at(-1)?.next ?? one.next;
      if (isWord(source, next, ")")) next++;
    } else {
      items.push(one);
      next = one.next;
    }
    const after = afterAny(source, next, SEPARATORS);
    if (after === null) break;
    start = after;
  }
  return items.length === 0 ? null : { items, from: at, next };
}
