// A sheet as XLSX: every cell a text, so that nothing in it is ever a formula or a date of Excel's.
import writeXlsxFile, { type Cell } from "write-excel-file/node";
import { plainLetters } from "#src/messages/plain-letters.ts";
import { type Column, columns, columnTitles } from "./columns.ts";
import { guardText } from "./formula-guard.ts";

const WIDTHS: Record<Column, number> = {
  stt: 9,
  content: 60,
  number: 26,
  issuedOn: 12,
  deadline: 22,
  lead: 28,
  coordinating: 28,
  leader: 20,
  percent: 9,
  status: 16,
  result: 36,
  note: 28,
  finishedOn: 12,
};

const titleCell = (title: string): Cell => ({
  value: title,
  type: String,
  fontWeight: "bold",
  wrap: true,
  alignVertical: "center",
});

/** Excel mends, with a warning, a workbook with a longer cell. */
const LONGEST_CELL = 32_767;

/** In XLSX "_x0041_" is an escaped "A": what somebody wrote so has to be escaped itself. */
const xlsxText = (text: string): string => {
  const plain = guardText(plainLetters(text));
  const cut = plain.length > LONGEST_CELL ? `${plain.slice(0, LONGEST_CELL - 1)}…` : plain;
  return cut.toWellFormed().replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
};

const textCell = (text: string): Cell =>
  text === "" ? null : { value: xlsxText(text), type: String, wrap: true, alignVertical: "top" };

export type XlsxTable = {
  /** Of the worksheet. */
  name: string;
  columns: readonly { title: string; width: number }[];
  /** Cells in the order of the columns. */
  rows: readonly (readonly string[])[];
};

/** One worksheet whose first row holds the titles and stays in sight. */
export const writeXlsxTable = async ({ name, columns, rows }: XlsxTable): Promise<Uint8Array> => {
  const titles = columns.map(({ title }) => titleCell(title));
  const data = [titles, ...rows.map((cells) => cells.map(textCell))];
  const options = {
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: "landscape" as const,
  };
  return new Uint8Array(await writeXlsxFile(data, options).toBuffer());
};

/** `name`: of the worksheet. `rows`: cells in the order of the columns, without the titles. */
export const writeXlsx = (
  name: string,
  rows: readonly (readonly string[])[],
): Promise<Uint8Array> =>
  writeXlsxTable({
    name,
    columns: columns.map((column) => ({ title: columnTitles[column], width: WIDTHS[column] })),
    rows,
  });
