// A list of people to invite, as a file states it: role, agency, and perhaps a note of whom.
import { decodeText, readDelimited } from "#src/agencies/delimited-text.ts";
import { fold } from "#src/language/fold.ts";
import { fileKind } from "#src/sheets/file-kind.ts";
import { readWorkbook } from "#src/sheets/workbook.ts";

/** `row` as the spreadsheet shows it. */
export type InviteLine = { row: number; role: string; agency: string; note: string };

export type InviteTable =
  | { kind: "lines"; lines: InviteLine[] }
  | { kind: "unreadable" }
  | { kind: "no-header" }
  | { kind: "too-many"; most: number };

export const MOST_INVITES = 500;
const HEADER_AMONG = 10;

type Column = "role" | "agency" | "note";

const HEADERS: Record<Column, readonly string[]> = {
  role: ["role", "vai tro", "quyen", "chuc danh"],
  agency: ["agency", "co quan", "don vi", "ten co quan", "ten don vi", "co quan don vi", "ma"],
  note: [
    ...["note", "name", "phone", "full name", "ghi chu", "ten", "ho ten", "ho va ten", "can bo"],
    ...["nguoi duoc moi", "nguoi nhan", "dien thoai", "so dien thoai", "sdt"],
  ],
};

const columnOf = (title: string): Column | null => {
  const bare = fold(title)
    .replace(/[^a-z]+/g, " ")
    .trim();
  const columns: readonly Column[] = ["role", "agency", "note"];
  return columns.find((column) => HEADERS[column].includes(bare)) ?? null;
};

const score = (cells: readonly string[]): number =>
  new Set(cells.map(columnOf).filter((column) => column !== null)).size;

type Line = { row: number; cells: readonly string[] };

const recordsOf = async (bytes: Uint8Array): Promise<Line[] | null> => {
  const kind = fileKind(bytes);
  if (kind === "xlsx") {
    const [first] = (await readWorkbook(bytes)) ?? [];
    return first?.map(({ row, cells }) => ({ row, cells: cells.map(String) })) ?? null;
  }
  const text = kind === "text" ? decodeText(bytes) : null;
  return text === null ? null : readDelimited(text, score);
};

/** Reads a CSV, TSV or XLSX file; columns in any order, titles in Vietnamese or English. */
export const readInviteTable = async (bytes: Uint8Array): Promise<InviteTable> => {
  const records = await recordsOf(bytes);
  if (records === null) return { kind: "unreadable" };
  const at = records.slice(0, HEADER_AMONG).findIndex(({ cells }) => {
    const columns = cells.map(columnOf);
    return columns.includes("role") || columns.includes("agency");
  });
  const columns = records[at]?.cells.map(columnOf);
  if (columns === undefined) return { kind: "no-header" };
  const cellsOf = ({ cells }: Line, column: Column): string =>
    cells.filter((cell, place) => columns[place] === column && cell !== "").join(", ");
  const lines = records
    .slice(at + 1)
    .map((record) => ({
      row: record.row,
      role: cellsOf(record, "role"),
      agency: cellsOf(record, "agency"),
      note: cellsOf(record, "note"),
    }))
    .filter(({ role, agency, note }) => role !== "" || agency !== "" || note !== "");
  if (lines.length > MOST_INVITES) return { kind: "too-many", most: MOST_INVITES };
  return { kind: "lines", lines };
};
