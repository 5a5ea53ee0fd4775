// The register, or a part of it, as a tracking sheet that can be taken over again.
import type { Prisma } from "#prisma/generated/client.ts";
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import type { Store } from "#src/database/client.ts";
import { makeReaders } from "./cell-readers.ts";
import { columns, columnTitles } from "./columns.ts";
import { agencyOrder, cellsInOrder, exportRows } from "./export-rows.ts";
import { MAX_EXPORT_ASSIGNMENTS, MAX_EXPORT_BYTES, MAX_EXPORT_ROWS } from "./limits.ts";
import { loadRegister } from "./register-tasks.ts";
import { sheetContext } from "./sheet-context.ts";
import { writeCsv } from "./write-csv.ts";
import { writeXlsx } from "./write-xlsx.ts";

export type SheetFormat = "xlsx" | "csv";

export const sheetMimes: Record<SheetFormat, string> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
};

export type ExportTerms = { on: CivilDate; calendar: WorkCalendar };

export type Exported = { rows: string[][]; tasks: number; assignments: number };

/** The cells of the lead assignments that a query finds; "too-many" for a sheet. */
export async function exportCells(
  tx: Store,
  where: Prisma.AssignmentWhereInput,
  terms: ExportTerms,
): Promise<Exported | "too-many"> {
  const many = await tx.assignment.count({ where: { AND: [where, { role: "lead" }] } });
  if (many > MAX_EXPORT_ASSIGNMENTS) return "too-many";
  const tasks = await loadRegister(tx, where);
  const context = await sheetContext(tx, terms);
  const house = { read: makeReaders(context), agencies: agencyOrder(context.agencies) };
  const rows = exportRows(tasks, house);
  if (rows.length > MAX_EXPORT_ROWS) return "too-many";
  return {
    rows: rows.map(cellsInOrder),
    tasks: tasks.length,
    assignments: rows.reduce((sum, { assignmentIds }) => sum + assignmentIds.length, 0),
  };
}

/** The bytes of a sheet with its titles. `name`: of the worksheet. */
export const writeSheet = async (
  format: SheetFormat,
  name: string,
  rows: readonly (readonly string[])[],
): Promise<Uint8Array> =>
  format === "csv"
    ? writeCsv([columns.map((column) => columnTitles[column]), ...rows])
    : writeXlsx(name, rows);

/** More than a channel takes. */
export const isTooBig = (bytes: Uint8Array): boolean => bytes.length > MAX_EXPORT_BYTES;

/** `nhiem-vu-2026-11-22.xlsx` */
export const sheetFileName = (format: SheetFormat, on: CivilDate): string =>
  `nhiem-vu-${on}.${format}`;
