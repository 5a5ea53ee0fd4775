import type { CivilDate } from "#src/calendar/civil-date.ts";
import { readDocumentRef } from "#src/language/document-ref.ts";
import { readSheet } from "./read-sheet.ts";

/** The document numbers that a sheet names, to find out who issued them. */
export async function documentNumbers(bytes: Uint8Array, today: CivilDate): Promise<string[]> {
  const reading = await readSheet(bytes);
  if (!reading.ok) return [];
  const numbers = reading.table.lines.map(({ cells }) => cells.number).filter((n) => n !== "");
  return [...new Set(numbers.map((n) => readDocumentRef(n, today)?.number ?? n))];
}
