// Pieces of text that stand on one height, as lines; words that were broken into pieces are joined.
import type { Piece } from "./page-items.ts";

/** A stretch without a wide gap in it. */
export type Segment = { text: string; x: number; to: number };
export type Line = {
  segments: readonly Segment[];
  text: string;
  x: number;
  to: number;
  y: number;
  size: number;
};

const SAME_HEIGHT = 0.4;
/** Of the size of the letters: a smaller gap is inside of a word, a wider one between columns. */
const WORD_GAP = 0.14;
const COLUMN_GAP = 0.9;
const MARK_FIRST = /^\p{M}/u;

/** A mark that is drawn after its letter belongs to it. */
const withMarks = (pieces: readonly Piece[]): Piece[] =>
  pieces.reduce<Piece[]>((all, piece) => {
    const last = all.at(-1);
    if (last !== undefined && MARK_FIRST.test(piece.text)) last.text += piece.text;
    else all.push({ ...piece });
    return all;
  }, []);

const segmentsOf = (pieces: readonly Piece[], size: number): Segment[] => {
  const all: Segment[] = [];
  for (const { text, x, to } of pieces) {
    const last = all.at(-1);
    if (last === undefined || x - last.to > COLUMN_GAP * size) {
      all.push({ text, x, to });
      continue;
    }
    const isApart = x - last.to > WORD_GAP * size && !/\s$/.test(last.text) && !/^\s/.test(text);
    last.text += isApart ? ` ${text}` : text;
    last.to = Math.max(last.to, to);
  }
  return all;
};

/** Lines of these segments, or of some of them. */
export const lineOf = (segments: readonly Segment[], y: number, size: number): Line => ({
  segments,
  text: segments.map(({ text }) => text.trim()).join(" "),
  x: segments[0]?.x ?? 0,
  to: Math.max(...segments.map(({ to }) => to)),
  y,
  size,
});

const finish = (pieces: readonly Piece[]): Line[] => {
  const inOrder = [...pieces].sort((a, b) => a.x - b.x);
  const size = Math.max(...pieces.map((piece) => piece.size));
  const segments = segmentsOf(inOrder, size).filter(({ text }) => text.trim() !== "");
  const [first] = inOrder;
  return first === undefined || segments.length === 0 ? [] : [lineOf(segments, first.y, size)];
};

/** From the top of the page to its foot. */
export const linesOf = (pieces: readonly Piece[]): Line[] => {
  const words = withMarks(pieces).filter(({ text }) => text.trim() !== "");
  const byHeight = words.sort((a, b) => a.y - b.y);
  const lines: Line[] = [];
  let current: Piece[] = [];
  for (const piece of byHeight) {
    const [first] = current;
    const size = Math.max(piece.size, first?.size ?? 0);
    if (first !== undefined && piece.y - first.y > SAME_HEIGHT * size) {
      lines.push(...finish(current));
      current = [];
    }
    current.push(piece);
  }
  return [...lines, ...finish(current)];
};
