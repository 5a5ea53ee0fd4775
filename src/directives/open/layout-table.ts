// A table that only places things on the paper: the head of a document (agency | motto), its foot
// (recipients | signature), a frame around one text.
import { fold } from "#src/language/fold.ts";

const HEAD = /^(cong hoa xa hoi chu nghia|doc lap ?- ?tu do|dang cong san viet nam|so ?:.*[/-])/;
const FOOT =
  /^noi nhan\b|^(tm|kt|tl|tuq|q) ?\. ?(uy ban|chu tich|ban |bo truong|giam doc|truong|ubnd)/;

const MOST_ROWS = 4;

/** `rows`: the cells, each with its paragraphs on lines. */
export const isLayoutTable = (rows: readonly (readonly string[])[]): boolean => {
  if (rows.every((row) => row.length <= 1)) return true;
  if (rows.length > MOST_ROWS) return false;
  const lines = rows.flat().flatMap((cell) => cell.split("\n").map((line) => fold(line).trim()));
  return lines.some((line) => HEAD.test(line) || FOOT.test(line));
};
