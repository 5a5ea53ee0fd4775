// A reply cut into pieces of Telegram's plain HTML: each is a wrapper with lines in it, so that a
// long one can be closed at any line and opened again in the next message.
import type { Block, Run } from "#src/messages/reply.ts";
import { escapeHtml, lengthOf, runHtml, runWith, textOfRun } from "./escape.ts";
import { alignedLines, labelledRows, type Table } from "./table-text.ts";

export type Line = { html: string; length: number };

export type Piece = { open: string; close: string; lines: Line[]; isHeading: boolean };

/** A line may be cut here where it alone would fill a message. */
const LONGEST_LINE = 3_500;

const asLine = (runs: readonly Run[]): Line => ({
  html: runs.map(runHtml).join(""),
  length: runs.reduce((sum, run) => sum + lengthOf(textOfRun(run)), 0),
});

/** Cuts runs into lines at their line breaks, and where a line would be endless. */
const linesOf = (runs: readonly Run[]): Line[] => {
  const lines: Run[][] = [[]];
  let length = 0;
  const next = () => {
    lines.push([]);
    length = 0;
  };
  for (const run of runs) {
    for (const [index, text] of textOfRun(run).split("\n").entries()) {
      if (index > 0) next();
      let letters = [...text];
      while (length + letters.length > LONGEST_LINE) {
        const room = LONGEST_LINE - length;
        const space = letters.lastIndexOf(" ", room);
        const cut = space > room / 2 ? space : room;
        lines.at(-1)?.push(runWith(run, letters.slice(0, cut).join("")));
        letters = letters.slice(cut);
        next();
      }
      if (letters.length > 0) lines.at(-1)?.push(runWith(run, letters.join("")));
      length += letters.length;
    }
  }
  return lines.map(asLine);
};

const plain = (lines: Line[], isHeading = false): Piece => ({
  open: "",
  close: "",
  lines,
  isHeading,
});

const asBold = (runs: readonly Run[]): Run[] => runs.map((run) => ({ bold: textOfRun(run) }));

const itemLines = (runs: readonly Run[]): Line[] => linesOf(["• ", ...runs]);

const captionLines = ({ caption }: Table): Line[] =>
  caption === undefined ? [] : linesOf([{ bold: caption }]);

const tablePieces = (table: Table): Piece[] => {
  const caption = captionLines(table);
  const before = caption.length === 0 ? [] : [plain(caption)];
  const aligned = alignedLines(table);
  if (aligned === null) return [...before, plain(labelledRows(table).flatMap(itemLines))];
  const lines = aligned.map((text) => ({ html: escapeHtml(text), length: lengthOf(text) }));
  return [...before, { open: "<pre>", close: "</pre>", lines, isHeading: false }];
};

/** Lines of a block inside a quotation, which may hold no other quotation and no table. */
const quotedLines = (block: Block): Line[] => {
  switch (block.kind) {
    case "heading":
      return linesOf(asBold(block.runs));
    case "paragraph":
      return linesOf(block.runs);
    case "list":
      return block.items.flatMap(({ runs }) => itemLines(runs));
    case "table":
      return [...captionLines(block), ...labelledRows(block).flatMap(itemLines)];
    case "details":
      return [...linesOf([{ bold: block.summary }]), ...block.blocks.flatMap(quotedLines)];
  }
};

/** The pieces of one block. */
export const piecesOf = (block: Block): Piece[] => {
  switch (block.kind) {
    case "heading":
      return [plain(linesOf(asBold(block.runs)), true)];
    case "paragraph":
    case "list":
      return [plain(quotedLines(block))];
    case "table":
      return tablePieces(block);
    case "details": {
      const lines = quotedLines(block);
      return [{ open: "<blockquote expandable>", close: "</blockquote>", lines, isHeading: false }];
    }
  }
};
