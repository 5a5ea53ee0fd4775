import readXlsxFile from "read-excel-file/node";
import { tidyCell } from "#src/agencies/delimited-text.ts";
import { tryCivilOf } from "#src/calendar/civil-date.ts";
import { showDate } from "#src/messages/format.ts";

/** Numbers stay numbers until it is known which column they stand in. */
export type RawCell = string | number;
export type RawRow = { row: number; cells: readonly RawCell[] };

// The library declares date cells as the constructor of Date.
type Given = unknown;

/** A date cell is a day without a zone; the library gives it as a moment in UTC. */
function showDay(value: Date): string {
  const day = tryCivilOf(value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate());
  return day === null ? "" : showDate(day);
}

function rawCell(value: Given): RawCell {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return showDay(value);
  // 0.1 + 0.2: what a spreadsheet shows has at most fifteen digits.
  if (typeof value === "number") return Number(value.toPrecision(12));
  return tidyCell(String(value));
}

/** The sheets of a workbook, rows numbered as the spreadsheet shows them; null if it is broken. */
export async function readWorkbook(bytes: Uint8Array): Promise<RawRow[][] | null> {
  try {
    const sheets = await readXlsxFile(Buffer.from(bytes));
    return sheets.map(({ data }) =>
      data.map((cells, at) => ({ row: at + 1, cells: cells.map(rawCell) })),
    );
  } catch {
    return null;
  }
}
