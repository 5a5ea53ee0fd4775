import { decodeText, readDelimited } from "#src/agencies/delimited-text.ts";
import { type Column, columnOf, columns, necessaryColumns } from "./columns.ts";
import { type FileKind, fileKind } from "./file-kind.ts";
import { unguarded } from "./formula-guard.ts";
import { MAX_MEGABYTES, MAX_ROWS } from "./limits.ts";
import { type RawCell, type RawRow, readWorkbook } from "./workbook.ts";

/** One row under the header; `row` is its number as a spreadsheet shows it. */
export type SheetLine = { row: number; cells: Readonly<Record<Column, string>> };
export type SheetTable = { lines: SheetLine[]; columns: readonly Column[] };

/** Why a file cannot be taken as a tracking sheet. */
export type FileProblem =
  | { kind: "too-big" | "too-many-rows" | "empty" | "broken" | "not-utf8" | "secret" | "no-header" }
  | { kind: Exclude<FileKind, "xlsx" | "text"> | "too-many-assignments" }
  | { kind: "missing-columns"; columns: Column[] };

export type SheetReading = { ok: true; table: SheetTable } | { ok: false; problem: FileProblem };

const MAX_BYTES = MAX_MEGABYTES * 1024 * 1024;
const HEADER_WITHIN = 40;
const LEAST_TITLES = 3;
// Stamped documents do not belong in a chat (design notes section 6).
const SECRET = /^(?:độ mật\s*:\s*)?(?:tuyệt\s+mật|tối\s+mật|mật)$/iu;

const refuse = (problem: FileProblem): SheetReading => ({ ok: false, problem });

const titlesIn = (cells: readonly RawCell[]): Set<Column> =>
  new Set(cells.map((cell) => columnOf(String(cell))).filter((column) => column !== null));

type Header = { at: number; places: Map<Column, number> };

function findHeader(rows: readonly RawRow[]): Header | null {
  const scores = rows.slice(0, HEADER_WITHIN).map(({ cells }) => titlesIn(cells).size);
  const best = Math.max(0, ...scores);
  const at = scores.indexOf(best);
  const header = rows[at];
  if (header === undefined || best < LEAST_TITLES) return null;
  const places = new Map<Column, number>();
  header.cells.forEach((cell, place) => {
    const column = columnOf(String(cell));
    if (column !== null && !places.has(column)) places.set(column, place);
  });
  return { at, places };
}

/** A column formatted as percent holds 0.5 for 50 %: then no number in it exceeds 1. */
function percentScale(rows: readonly RawRow[], place: number | undefined): number {
  if (place === undefined) return 1;
  const numbers = rows.map(({ cells }) => cells[place]).filter((cell) => typeof cell === "number");
  return numbers.some((value) => value > 0) && numbers.every((value) => value <= 1) ? 100 : 1;
}

/** "(1) (2) (3)" under a header, or the header printed again on the next page. */
const isDecoration = (cells: readonly string[]): boolean => {
  const filled = cells.filter((cell) => cell !== "");
  const counted =
    filled.length > 3 &&
    filled.every((cell, at) => cell.replace(/\D/g, "") === `${at + 1}` && cell.length <= 4);
  return counted || titlesIn(cells).size >= LEAST_TITLES + 2;
};

function tableOf(rows: readonly RawRow[], { at, places }: Header): SheetTable {
  const body = rows.slice(at + 1);
  const percentAt = places.get("percent");
  const scale = percentScale(body, percentAt);
  const textAt = (cells: readonly RawCell[], place: number | undefined): string => {
    const cell = place === undefined ? "" : (cells[place] ?? "");
    if (typeof cell === "string") return unguarded(cell);
    return String(place === percentAt ? Math.round(cell * scale * 100) / 100 : cell);
  };
  const lines = body
    .filter(({ cells }) => cells.some((cell) => cell !== "") && !isDecoration(cells.map(String)))
    .map(({ row, cells }) => ({
      row,
      cells: Object.fromEntries(
        columns.map((column) => [column, textAt(cells, places.get(column))]),
      ) as Record<Column, string>,
    }));
  return { lines, columns: [...places.keys()] };
}

function readRows(rows: readonly RawRow[]): SheetReading {
  if (rows.some(({ cells }) => cells.some((cell) => SECRET.test(String(cell))))) {
    return refuse({ kind: "secret" });
  }
  const header = findHeader(rows);
  if (header === null) return refuse({ kind: rows.length === 0 ? "empty" : "no-header" });
  const missing = necessaryColumns.filter((column) => !header.places.has(column));
  if (missing.length > 0) return refuse({ kind: "missing-columns", columns: missing });
  const table = tableOf(rows, header);
  if (table.lines.length === 0) return refuse({ kind: "empty" });
  if (table.lines.length > MAX_ROWS) return refuse({ kind: "too-many-rows" });
  return { ok: true, table };
}

/** Reads a CSV or XLSX file into the rows of a tracking sheet; never throws. */
export async function readSheet(bytes: Uint8Array): Promise<SheetReading> {
  if (bytes.length > MAX_BYTES) return refuse({ kind: "too-big" });
  const kind = fileKind(bytes);
  if (kind === "xlsx") {
    const sheets = await readWorkbook(bytes);
    if (sheets === null) return refuse({ kind: "broken" });
    const readings = sheets.filter((rows) => rows.length > 0).map(readRows);
    const secret = readings.find((r) => !r.ok && r.problem.kind === "secret");
    const rank = (r: SheetReading) =>
      r.ok ? 0 : r.problem.kind === "missing-columns" || r.problem.kind === "too-many-rows" ? 1 : 2;
    const [best] = [...readings].sort((a, b) => rank(a) - rank(b));
    return secret ?? best ?? refuse({ kind: "empty" });
  }
  if (kind !== "text") return refuse({ kind });
  const text = decodeText(bytes);
  if (text === null) return refuse({ kind: "not-utf8" });
  const rows = readDelimited(text, (cells) => titlesIn(cells).size);
  return rows === null ? refuse({ kind: "broken" }) : readRows(rows);
}
