// The head of a document (agency left, motto right) and its foot (recipients left, signature
// right): two columns that are read one after the other.
import { fold } from "#src/language/fold.ts";
import { type Line, lineOf, type Segment } from "./lines.ts";

export type Columns = { from: number; to: number; left: readonly Line[]; right: readonly Line[] };

const HEAD = /cong hoa xa hoi chu nghia|doc lap ?- ?tu do|dang cong san viet nam/;
const FOOT = /^noi nhan\b/;

/** The gap between the columns. */
type Gap = { from: number; to: number };
type Text = { left: number; right: number };

const centre = ({ x, to }: { x: number; to: number }): number => (x + to) / 2;

const seedGap = (line: Line, text: Text): Gap | null => {
  const at = line.segments.findIndex((one) => HEAD.test(fold(one.text)));
  const head = line.segments[at];
  if (head !== undefined) {
    const left = line.segments[at - 1];
    // A motto in the middle of the page heads no column.
    if (left === undefined && head.x < text.left + (text.right - text.left) / 4) return null;
    return { from: left?.to ?? head.x - 2 * line.size, to: head.x };
  }
  const foot = line.segments.findIndex((one) => FOOT.test(fold(one.text).trim()));
  const [first, second] = line.segments.slice(Math.max(foot, 0));
  if (foot < 0 || first === undefined) return null;
  return { from: first.to, to: second?.x ?? (text.left + text.right) / 2 };
};

const isLeft = (segment: Segment, gap: Gap): boolean => centre(segment) < (gap.from + gap.to) / 2;

/** The gap that is left when this line is taken in; null: it runs across. */
const narrowed = (line: Line, gap: Gap, text: Text): Gap | null => {
  const [only, other] = line.segments;
  const middle = (text.left + text.right) / 2;
  // A title in the middle of the page.
  if (only !== undefined && other === undefined && Math.abs(centre(only) - middle) < line.size) {
    return null;
  }
  let { from, to } = gap;
  for (const segment of line.segments) {
    if (isLeft(segment, gap)) from = Math.max(from, segment.to);
    else to = Math.min(to, segment.x);
  }
  return to - from < line.size / 2 ? null : { from, to };
};

/** Whom a letter addresses, what kind of document this is: below the head. */
const BELOW =
  /^kinh gui\b|^(ke hoach|quyet dinh|chi thi|thong bao|cong dien|huong dan|chuong trinh|de an|ket luan|nghi quyet|bao cao|to trinh|phuong an|quy che)$/;

/** Above the recipients stands the end of the text; only the signature may begin there already. */
const endsBlock = (line: Line, gap: Gap, isFootAbove: boolean): boolean =>
  BELOW.test(fold(line.text).trim()) ||
  (isFootAbove && line.segments.some((segment) => isLeft(segment, gap)));

/** The block of two columns around line `seed`; null where there is none. */
export const columnsAt = (lines: readonly Line[], seed: number, text: Text): Columns | null => {
  const first = lines[seed];
  let gap = first === undefined ? null : seedGap(first, text);
  if (gap === null) return null;
  const isFoot = first !== undefined && !HEAD.test(fold(first.text));
  const stepped = (at: number, within: Gap): Gap | null => {
    const line = lines[at];
    if (line === undefined || endsBlock(line, within, isFoot && at < seed)) return null;
    return narrowed(line, within, text);
  };
  let from = seed;
  let to = seed + 1;
  for (let at = seed - 1; at >= 0; at -= 1) {
    const next: Gap | null = stepped(at, gap);
    if (next === null) break;
    [gap, from] = [next, at];
  }
  for (; to < lines.length; to += 1) {
    const next: Gap | null = stepped(to, gap);
    if (next === null) break;
    gap = next;
  }
  const between = gap;
  const side = (wanted: boolean): Line[] =>
    lines.slice(from, to).flatMap(({ segments, y, size }) => {
      const own = segments.filter((segment) => isLeft(segment, between) === wanted);
      return own.length === 0 ? [] : [lineOf(own, y, size)];
    });
  return { from, to, left: side(true), right: side(false) };
};

/** Number, place and date, and each recipient are read by themselves. */
const ALONE = /^(so ?:|noi nhan|kinh gui|v\/v|.{2,40}, ?ngay )/;

/** A column as paragraphs of lines. */
export const columnParagraphs = (lines: readonly Line[]): string[] => {
  const paragraphs: string[] = [];
  let above: Line | undefined;
  for (const line of lines) {
    const isFar = above !== undefined && line.y - above.y > 2.2 * line.size;
    const last = paragraphs.at(-1);
    if (last === undefined || isFar || ALONE.test(fold(line.text).trim())) {
      paragraphs.push(line.text);
    } else paragraphs[paragraphs.length - 1] = `${last}\n${line.text}`;
    above = line;
  }
  return paragraphs;
};
