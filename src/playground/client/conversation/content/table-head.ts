import type { RichBlockTableCell } from "@grammyjs/types";

/** How many rows at the top hold header cells only; a table of nothing else has no head. */
export function headCount(cells: readonly (readonly RichBlockTableCell[])[]): number {
  const first = cells.findIndex((row) => row.length === 0 || row.some((cell) => !cell.is_header));
  return Math.max(0, first);
}
