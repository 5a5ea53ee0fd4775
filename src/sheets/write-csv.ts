// A sheet as CSV that Excel opens as UTF-8: with a byte order mark, every formula made a text.
import { plainLetters } from "#src/messages/plain-letters.ts";
import { guardCell } from "./formula-guard.ts";

const BOM = "\uFEFF";

const quoted = (cell: string): string =>
  /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

export const writeCsv = (rows: readonly (readonly string[])[]): Uint8Array => {
  const lines = rows.map((cells) =>
    cells.map((cell) => quoted(guardCell(plainLetters(cell)))).join(","),
  );
  return Buffer.from(`${BOM}${lines.join("\r\n")}\r\n`);
};
