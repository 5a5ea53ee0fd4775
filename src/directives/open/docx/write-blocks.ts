// Blocks as the lines that the reader takes: one paragraph a line, an empty line between them.
import { fold } from "#src/language/fold.ts";
import { isLayoutTable } from "../layout-table.ts";
import { oneLine } from "../one-line.ts";
import { isOneSentence } from "../one-sentence.ts";
import { tableRow } from "../table-row.ts";
import type { Block, Cell } from "./blocks.ts";

/** After a line break inside of a paragraph: an item of an outline typed by hand. */
const ITEM = /^\s*([-–—+•]\s|\d{1,2}(\.\d{1,2}){0,3}[.)]\s|[a-zđ]\)\s)/;
const TWO_SIDES =
  /doc lap\s*[-–]\s*tu do|cong hoa xa hoi|dang cong san viet nam|^so\s*:.*ngay|^noi nhan|\b(tm|kt|tl|tuq) ?\. /;

const joinBreaks = (text: string): string[] => {
  const lines: string[] = [];
  for (const piece of text.split("\n")) {
    const last = lines.at(-1);
    if (last === undefined || ITEM.test(piece)) lines.push(piece);
    else lines[lines.length - 1] = `${last} ${piece}`;
  }
  return lines;
};

const WIDE = /\t+| {4,}/;

/** Agency and motto, recipients and signature may be set side by side with tabs or spaces alone. */
const sides = (line: string): string[] =>
  WIDE.test(line) && TWO_SIDES.test(fold(line).trim()) ? line.split(WIDE) : [line];

const paragraphs = (text: string): string[] =>
  joinBreaks(text)
    .flatMap(sides)
    .map(oneLine)
    .filter((line) => line !== "");

/** A value for each column of the grid: a wide cell's stands in its first, a tall one's in every row. */
const inColumns = (rows: readonly (readonly Cell[])[]): string[][] => {
  let above: string[] = [];
  return rows.map((row) => {
    const values: string[] = [];
    for (const { text, span, continues } of row) {
      values.push(continues ? (above[values.length] ?? "") : text);
      for (let more = 1; more < span; more += 1) values.push("");
    }
    above = values;
    return values;
  });
};

const tableLines = (rows: readonly (readonly Cell[])[]): string[] => {
  const cells = rows.map((row) => row.map(({ text }) => text));
  if (isLayoutTable(cells)) {
    return cells.flat().flatMap((text) => text.split("\n").flatMap(paragraphs));
  }
  return inColumns(rows)
    .filter((row) => row.some((text) => text.trim() !== ""))
    .map(tableRow);
};

const isCut = (above: string, line: string): boolean =>
  !above.startsWith("| ") && !line.startsWith("| ") && isOneSentence(above, line);

const linesOf = (block: Block): string[] =>
  block.kind === "paragraph" ? paragraphs(block.text) : tableLines(block.rows);

/** The text: rows of a table, and lines of one sentence, follow each other; all else is set apart. */
export const writeBlocks = (blocks: readonly Block[]): string => {
  let text = "";
  let above: { line: string; block: Block } | undefined;
  for (const block of blocks) {
    for (const line of linesOf(block)) {
      const isRow = line.startsWith("| ") && above?.block === block;
      if (above !== undefined) text += isRow || isCut(above.line, line) ? "\n" : "\n\n";
      text += line;
      above = { line, block };
    }
  }
  return text;
};
