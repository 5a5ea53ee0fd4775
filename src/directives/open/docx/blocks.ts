// The body of a document as paragraphs and tables, in order.
import { childOf, elementsOf, valOf, type XmlElement } from "../xml.ts";
import type { ListCounter } from "./list-counter.ts";
import { chosen, readParagraph } from "./paragraph.ts";
import { numberRef } from "./styles.ts";

export type Cell = {
  text: string;
  /** Columns that it takes. */
  span: number;
  /** It goes on with the cell above. */
  continues: boolean;
};
export type Block =
  | { kind: "paragraph"; text: string }
  | { kind: "table"; rows: readonly (readonly Cell[])[] };

export type Reader = {
  number: ListCounter;
  /** Gets the paragraphs of text boxes. */
  aside: (text: string) => void;
};

const GONE = new Set(["del", "moveFrom", "sectPr", "pPr", "tblPr", "trPr", "tcPr", "sdtPr"]);

/** Elements of these names, through whatever wraps them (content controls, tracked insertions). */
const within = (parent: XmlElement, names: ReadonlySet<string>): XmlElement[] =>
  elementsOf(parent).flatMap((child) => {
    if (names.has(child.name)) return [child];
    if (GONE.has(child.name)) return [];
    const inner = child.name === "AlternateContent" ? chosen(child) : child;
    return inner === undefined ? [] : within(inner, names);
  });

const BLOCKS: ReadonlySet<string> = new Set(["p", "tbl"]);
const ROWS: ReadonlySet<string> = new Set(["tr"]);
const CELLS: ReadonlySet<string> = new Set(["tc"]);

const asSpan = (text: string | undefined): number => {
  const span = Number(text ?? 1);
  return Number.isInteger(span) && span >= 1 && span <= 64 ? span : 1;
};

const blockText = (block: Block): string =>
  block.kind === "paragraph"
    ? block.text
    : block.rows.map((row) => row.map(({ text }) => text).join("\n")).join("\n");

const readCell = (cell: XmlElement, reader: Reader): Cell => {
  const properties = childOf(cell, "tcPr");
  const merge = childOf(properties, "vMerge");
  return {
    text: readBlocks(cell, reader, true).map(blockText).join("\n"),
    span: asSpan(valOf(properties, "gridSpan")),
    continues: merge !== undefined && merge.attributes.val !== "restart",
  };
};

const blank = (span: number): Cell => ({ text: "", span, continues: false });

const readRow = (row: XmlElement, reader: Reader): Cell[] => {
  const properties = childOf(row, "trPr");
  const before = valOf(properties, "gridBefore");
  const cells = within(row, CELLS).map((cell) => readCell(cell, reader));
  return before === undefined || before === "0" ? cells : [blank(asSpan(before)), ...cells];
};

const readTable = (table: XmlElement, reader: Reader): Block => ({
  kind: "table",
  rows: within(table, ROWS)
    .filter((row) => childOf(childOf(row, "trPr"), "del") === undefined)
    .map((row) => readRow(row, reader)),
});

/** What stands in a body or a cell; in a cell a number alone is its text (STT). */
export const readBlocks = (parent: XmlElement, reader: Reader, inCell = false): Block[] => {
  const blocks: Block[] = [];
  let begun = "";
  for (const element of within(parent, BLOCKS)) {
    if (element.name === "tbl") {
      blocks.push(readTable(element, reader));
      continue;
    }
    const properties = childOf(element, "pPr");
    const { text, runsOn } = readParagraph(element, reader.aside);
    const number =
      begun === "" ? reader.number(numberRef(properties), valOf(properties, "pStyle")) : "";
    begun += number + text;
    if (runsOn) continue;
    if (begun.trim() !== (inCell ? "" : number.trim()))
      blocks.push({ kind: "paragraph", text: begun });
    begun = "";
  }
  if (begun.trim() !== "") blocks.push({ kind: "paragraph", text: begun });
  return blocks;
};
