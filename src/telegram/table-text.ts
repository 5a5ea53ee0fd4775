// A table for a reader with a telephone and no tables: monospaced columns while they fit across
// the screen, else one paragraph a row.
import type { Align, Block, Run } from "#src/messages/reply.ts";

export type Table = Extract<Block, { kind: "table" }>;

/** Monospaced letters that stand side by side on a telephone. */
const WIDTH = 36;
const MOST_LINES = 4;
const MOST_COLUMNS = 4;
const GAP = "  ";

/** Composed letters, one line: what stands in a column must be as wide as it is long. */
const flat = (cell: string): string => cell.normalize("NFC").replace(/\s+/g, " ").trim();

const lettersOf = (text: string): string[] => [...text];

/** Lines of a text, none longer than `width`, which every word fits into. */
const wrap = (text: string, width: number): string[] => {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const joined = line === "" ? word : `${line} ${word}`;
    if (lettersOf(joined).length <= width) {
      line = joined;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
};

const padded = (text: string, width: number, align: Align): string => {
  const missing = width - lettersOf(text).length;
  const before = align === "right" ? missing : align === "center" ? Math.floor(missing / 2) : 0;
  return `${" ".repeat(before)}${text}${" ".repeat(missing - before)}`;
};

const longest = (texts: readonly string[]): number =>
  Math.max(1, ...texts.map((text) => lettersOf(text).length));

/** Widths of the columns on one screen, the widest narrowed first; null where nothing helps. */
const widthsOf = (rows: readonly string[][], columns: number): number[] | null => {
  const cells = Array.from({ length: columns }, (_, column) =>
    rows.map((row) => row[column] ?? ""),
  );
  const widths = cells.map(longest);
  // A column is no narrower than its longest word.
  const least = cells.map((texts) => longest(texts.flatMap((text) => text.split(" "))));
  const room = WIDTH - GAP.length * (columns - 1);
  let excess = widths.reduce((sum, width) => sum + width, -room);
  for (; excess > 0; excess -= 1) {
    const spare = widths.map((width, column) => (width > (least[column] ?? 0) ? width : 0));
    const widest = spare.indexOf(Math.max(...spare));
    if ((spare[widest] ?? 0) === 0) return null;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
};

const lineUp = (row: readonly string[], widths: readonly number[], align: readonly Align[]) => {
  const cells = widths.map((width, column) => wrap(row[column] ?? "", width));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) =>
    cells
      .map((lines, column) => padded(lines[at] ?? "", widths[column] ?? 0, align[column] ?? "left"))
      .join(GAP)
      .trimEnd(),
  );
};

/** Aligned lines for `<pre>`; null where the table is too wide or has too many columns. */
export const alignedLines = ({ header, rows, align = [] }: Table): string[] | null => {
  const columns = Math.max(header.length, ...rows.map((row) => row.length));
  if (columns === 0 || columns > MOST_COLUMNS) return null;
  const all = [header, ...rows].map((row) => row.map(flat));
  const widths = widthsOf(all, columns);
  if (widths === null) return null;
  const [head = [], ...body] = all;
  const rule = widths.map((width) => "─".repeat(width)).join(GAP);
  const hasHead = head.some((cell) => cell !== "");
  const lines = body.map((row) => lineUp(row, widths, align));
  // A tall, thin row is harder to read than a sentence.
  if (lines.some((row) => row.length > MOST_LINES)) return null;
  return [...(hasHead ? [...lineUp(head, widths, align), rule] : []), ...lines.flat()];
};

/** "Sở Y tế" in bold, then "Đúng hạn: 4 · Quá hạn: 1", a line for each row. */
export const labelledRows = ({ header, rows }: Table): Run[][] =>
  rows.map((row) => {
    const [first = "", ...others] = row;
    const labelled = others
      .map((cell, index) => ({ label: header[index + 1] ?? "", cell }))
      .filter(({ cell }) => cell.trim() !== "")
      .map(({ label, cell }) => (label.trim() === "" ? cell : `${label}: ${cell}`));
    return labelled.length === 0
      ? [{ bold: first }]
      : [{ bold: first }, `: ${labelled.join(" · ")}`];
  });
