// Lines put together to paragraphs: an item of the outline begins one, a line that was broken
// inside a sentence goes on with it.
import { startsWithDepartment } from "#src/language/agency-phrases.ts";
import { fold } from "#src/language/fold.ts";
import { addLine, type CleanLine, emptyPassage, type Passage } from "./clean-text.ts";
import { agenciesOfHeading, standsAsHeading } from "./headings.ts";
import { labelledFields } from "./labelled-fields.ts";
import { isBullet, type Marker, markerOf } from "./markers.ts";
import { startsAsTask } from "./what-is-a-duty.ts";

export type Paragraph = {
  passage: Passage;
  /** Null for a paragraph without a number or a bullet. */
  marker: Marker | null;
  /** Cells of a table's row, as offsets of the passage; null for running text. */
  cells: readonly { from: number; to: number }[] | null;
};

const ENDED = /[.;:!?…](?:["”»)\]*]|\.\/\.)*$|\/\.$/u;
const HARD_ENDED = /[.:!?](?:["”»)\]*])*$|\/\.$/u;
const PAGE_NUMBER = /^(?:-\s*)?(?:trang\s+)?\d{1,3}(?:\s*\/\s*\d{1,3})?(?:\s*-)?$/iu;
const RULE = /^(?:[-_=*─—.\s~]{3,}|\|)$/u;
const SEPARATE =
  /^(?:N(?:ơi|ƠI) (?:nhận|NHẬN)|Kính gửi|KÍNH GỬI|Căn cứ|TM\.|KT\.|TL\.|TUQ\.|P(?:hụ|HỤ) (?:lục|LỤC)|Biểu số|Mẫu số|Ký bởi|Người ký)/u;
/** Pairs that a dash joins: a line that begins with it is no bullet. */
const JOINED =
  /(?:phát thanh|kinh tế|chính trị|xã hội|lao động|tự do|độc lập|tài chính|văn hóa|thi đua|quy hoạch)$/iu;
/** "Đến năm 2030:" on a line of its own. */
const YEAR_LINE = /^(?:Đến|Giai đoạn|Trong|Năm|Quý|Từ|Phấn đấu đến)(?: \S+){1,7}:$/u;
const FIELD_OPEN = /(?:chủ trì|phối hợp|thời gian|thời hạn|thực hiện|hoàn thành|sản phẩm)\s*:$/iu;
const WHOLE_LINE = 160;

/** "STT⇥Nội dung⇥Chủ trì⇥Thời hạn": the head of a table whose cells only tabs part. */
const isTabbedHead = ({ text, tabs }: CleanLine): boolean =>
  tabs.length >= 3 && /^(?:stt|tt) /iu.test(text);

/** "1⇥Rà soát …⇥Sở Nội vụ⇥Quý I", under such a head of so many tabs. */
const isTabbedRow = ({ text, tabs }: CleanLine, head: number): boolean =>
  head > 0 && tabs.length >= head - 1 && /^(?:\d{1,3}|[ivx]{1,4})[.)]?(?= )/iu.test(text);

const isBarred = (text: string): boolean => /^\|.*\|$/u.test(text);

/** "Đơn vị chủ trì: …" on a line of its own. */
const isField = (text: string): boolean => labelledFields(text)[0]?.labelFrom === 0;

const isCapitals = (text: string): boolean =>
  text.length < 200 && /\p{Lu}{2} \p{Lu}{2}/u.test(text) && text === text.toUpperCase();

/** What is open, as far as it is asked for: a paragraph may be a million characters long. */
type Open = { paragraph: Paragraph; before: string; end: string; lastLength: number };

const LONGEST_ASKED = 220;
const END = 24;

/** The same with a line more; `before` is empty once it is too long for a heading. */
function grown(paragraph: Paragraph, open: Open | null, line: string): Open {
  const end = `${open?.end ?? ""} ${line}`.slice(-END);
  const short = paragraph.passage.starts.length <= LONGEST_ASKED;
  const before = short ? paragraph.passage.text : "";
  return { paragraph, before, end, lastLength: line.length };
}

/** Whether the number that a line begins with can be an item here, and is no part of a sentence. */
function begins(marker: Marker, line: string, open: Open | null, blank: boolean): boolean {
  if (open === null) return true;
  const { before, end } = open;
  if (blank && !/^\p{Ll}/u.test(line.slice(marker.length))) return true;
  if (ENDED.test(end)) return true;
  const rest = line.slice(marker.length);
  if (isBullet(marker)) {
    if (marker.kind === "dash" && JOINED.test(end)) return false;
    if (/^\d{4}(?!\d)/u.test(rest)) return false;
    return /^["“(]?[\p{Lu}\d]/u.test(rest) || marker.kind !== "dash";
  }
  const wide = ["article", "part", "roman", "upper"].includes(marker.kind);
  if (wide) return standsAsHeading(before);
  // "mức độ 3,\n4. Tiếp tục": taken only as the first item, or the next.
  const previous = open.paragraph.marker;
  const next =
    previous !== null &&
    previous.kind === marker.kind &&
    marker.ordinal === (previous.ordinal ?? 0) + 1;
  return marker.ordinal === 1 || next || marker.kind === "decimal" || standsAsHeading(before);
}

/** Whether a line without a marker goes on with the open paragraph. */
function goesOn(line: CleanLine, open: Open, blank: boolean): boolean {
  const { before, end, lastLength } = open;
  const { marker, cells } = open.paragraph;
  if (cells !== null || SEPARATE.test(line.text)) return false;
  const low = /^["“(]?\p{Ll}/u.test(line.text);
  if (!low && isField(line.text)) return false;
  if (blank) return low && !HARD_ENDED.test(end) && !isCapitals(before);
  if (low || (!ENDED.test(end) && /^\d/u.test(line.text))) return true;
  // "phối hợp:⏎Công an tỉnh", "các sở:⏎Nội vụ, Tài chính": what the colon leads to.
  if (/:$/u.test(end)) return FIELD_OPEN.test(end) || startsWithDepartment(line.text);
  if (/,$/u.test(end)) return true;
  const capitals = isCapitals(line.text) || (isCapitals(before) && !/\p{Ll}/u.test(line.text));
  // "… theo tiêu chuẩn⏎TCVN ISO 9001": capitals inside a sentence.
  const inside = capitals && !ENDED.test(end) && !isCapitals(before);
  if (!inside && (capitals || isCapitals(before))) return capitals && isCapitals(before);
  if (YEAR_LINE.test(line.text)) return false;
  if (!ENDED.test(end)) {
    const words = marker === null ? before : before.slice(marker.length);
    if (!standsAsHeading(words)) return true;
    // "2.10. Báo Lam⏎Giang, Đài …": under the name of an agency stands what it has to do.
    return agenciesOfHeading(words) !== null && !startsAsTask(fold(line.text));
  }
  if (marker === null) {
    return /;$/u.test(end) || lastLength <= WHOLE_LINE;
  }
  return lastLength <= WHOLE_LINE;
}

/** The stretches between bars, or between tabs. */
function cellsOf({ text, tabs }: CleanLine): { from: number; to: number }[] {
  const bars = [...text.matchAll(/\|/g)].map(({ index }) => index);
  const marks = text.startsWith("|") ? bars : [-1, ...tabs, text.length];
  return marks.slice(1).map((end, at) => {
    const from = (marks[at] ?? -1) + 1;
    const cell = text.slice(from, Math.max(from, end));
    const lead = cell.length - cell.trimStart().length;
    return { from: from + lead, to: from + Math.max(lead, cell.trimEnd().length) };
  });
}

function opened(line: CleanLine, marker: Marker | null, isRow: boolean): Paragraph {
  const passage = emptyPassage();
  addLine(passage, line);
  const cells = isRow ? cellsOf(line) : null;
  return { passage, marker: isRow ? null : marker, cells };
}

/** The paragraphs of lines in order; page numbers and rules are left out. Linear in its length. */
export function paragraphsOf(lines: readonly CleanLine[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: Open | null = null;
  let blank = false;
  let tabs = 0;
  for (const line of lines) {
    if (line.text === "" || RULE.test(line.text)) {
      blank = true;
      continue;
    }
    if (PAGE_NUMBER.test(line.text)) continue;
    if (isTabbedHead(line)) tabs = line.tabs.length;
    const isRow = isBarred(line.text) || isTabbedHead(line) || isTabbedRow(line, tabs);
    const found = isRow ? null : markerOf(line.text);
    const marker = found !== null && begins(found, line.text, open, blank) ? found : null;
    if (open === null || isRow || marker !== null || !goesOn(line, open, blank)) {
      const paragraph = opened(line, marker, isRow);
      paragraphs.push(paragraph);
      open = grown(paragraph, null, line.text);
    } else {
      addLine(open.paragraph.passage, line);
      open = grown(open.paragraph, open, line.text);
    }
    blank = false;
  }
  return paragraphs;
}
