// An appendix table: its head says which column holds what, each row below is a duty.
import { fold } from "#src/language/fold.ts";
import type { Paragraph } from "./paragraphs.ts";

export type Column =
  | "number"
  | "content"
  | "lead"
  | "coordinating"
  | "deadline"
  | "deliverable"
  | "note";

/** Columns by their place; null for one that says nothing about a duty. */
export type TableHead = readonly (Column | null)[];

const NAMES: readonly (readonly [Column, RegExp])[] = [
  ["number", /^(?:stt|tt|so tt|so thu tu)$/u],
  ["coordinating", /phoi hop/u],
  [
    "lead",
    /chu tri|don vi thuc hien|co quan thuc hien|dau moi|phu trach|co quan,? don vi|trach nhiem/u,
  ],
  ["deadline", /thoi gian|thoi han|tien do|han |hoan thanh/u],
  ["deliverable", /san pham|ket qua/u],
  ["content", /noi dung|nhiem vu|cong viec|hoat dong|ten |muc tieu|chi tieu/u],
  ["note", /ghi chu/u],
];

export const cellText = ({ passage }: Paragraph, cell: { from: number; to: number }): string =>
  passage.text.slice(cell.from, cell.to);

/** The columns of a row that heads a table; null where it is no such row. */
export function tableHead(row: Paragraph): TableHead | null {
  const cells = row.cells ?? [];
  const used = new Set<Column>();
  const columns = cells.map((cell) => {
    const words = fold(cellText(row, cell));
    if (words.length > 60) return null;
    const column =
      NAMES.find(([name, pattern]) => !used.has(name) && pattern.test(words))?.[0] ?? null;
    if (column !== null) used.add(column);
    return column;
  });
  const useful = used.has("content") && (used.has("lead") || used.has("deadline"));
  return useful ? columns : null;
}

/** The cell of a column in a row, as offsets of its passage; null where it is empty. */
export function cellOf(row: Paragraph, head: TableHead, column: Column) {
  const at = head.indexOf(column);
  const cell = at < 0 ? undefined : row.cells?.[at];
  return cell === undefined || cell.to <= cell.from ? null : cell;
}

/** A row that only names a part of the table: "| I | Cải cách thể chế | | |". */
export function isSectionRow(row: Paragraph, head: TableHead): boolean {
  const texts = (row.cells ?? [])
    .map((cell) => cellText(row, cell))
    .filter((text) => text !== "" && !/^[\divxlc.]+$/iu.test(text));
  return (
    new Set(texts).size <= 1 &&
    cellOf(row, head, "lead") === null &&
    cellOf(row, head, "deadline") === null
  );
}
