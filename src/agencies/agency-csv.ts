import { type CivilDate, tryCivilDate, tryCivilOf } from "#src/calendar/civil-date.ts";
import { fold } from "#src/language/fold.ts";
import { readDelimited } from "./delimited-text.ts";

/** One agency as the import file states it; `row` counts from 1 and includes the header. */
export type AgencyRow = {
  row: number;
  name: string;
  code: string;
  aliases: readonly string[];
  type: string;
  group: string | null;
  ranked: boolean;
  validFrom: CivilDate | null;
  validTo: CivilDate | null;
  /** Code or name of the agency that takes over. */
  successor: string | null;
};

export const agencyColumns = [
  "name",
  "code",
  "aliases",
  "type",
  "group",
  "ranked",
  "validFrom",
  "validTo",
  "successor",
] as const;
export type AgencyColumn = (typeof agencyColumns)[number];

export type AgencyProblem =
  | "unreadable"
  | "no-column"
  | "empty"
  | "not-a-date"
  | "not-yes-or-no"
  | "ends-before-it-begins"
  | "twice"
  | "code-twice"
  | "unknown-successor"
  | "successor-without-end";

export type AgencyError = {
  row: number;
  column: AgencyColumn | null;
  cell: string;
  problem: AgencyProblem;
};

const HEADERS: Record<AgencyColumn, readonly string[]> = {
  name: ["name", "ten", "ten co quan", "ten don vi", "co quan", "don vi"],
  code: ["code", "ma", "viet tat", "ten viet tat"],
  aliases: ["aliases", "alias", "ten goi khac", "ten khac"],
  type: ["type", "loai", "loai hinh"],
  group: ["group", "nhom", "khoi", "nhom xep hang"],
  ranked: ["ranked", "xep hang", "duoc xep hang"],
  validFrom: ["validfrom", "tu ngay", "hieu luc tu"],
  validTo: ["validto", "den ngay", "hieu luc den"],
  successor: ["successor", "ke thua", "co quan ke thua", "don vi ke thua"],
};
const NECESSARY: readonly AgencyColumn[] = ["name", "code"];
const YES = new Set(["yes", "y", "co", "true", "1", "x", ""]);
const NO = new Set(["no", "n", "khong", "false", "0"]);

const columnOf = (title: string): AgencyColumn | null => {
  const bare = fold(title)
    .replace(/[^a-z]+/g, " ")
    .trim();
  const joined = bare.replaceAll(" ", "");
  const found = agencyColumns.find((column) => HEADERS[column].some((h) => h === bare));
  return found ?? agencyColumns.find((column) => column.toLowerCase() === joined) ?? null;
};

/** `2025-02-28` or `28/2/2025`; null where it is neither. */
function readDay(text: string): CivilDate | null {
  const found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (!found) return tryCivilDate(text);
  return tryCivilOf(Number(found[3]), Number(found[2]), Number(found[1]));
}

type Cells = (column: AgencyColumn) => string;

function readRow(row: number, cell: Cells): AgencyRow | AgencyError[] {
  const errors: AgencyError[] = [];
  const wrong = (column: AgencyColumn, problem: AgencyProblem) => {
    errors.push({ row, column, cell: cell(column), problem });
  };
  const day = (column: "validFrom" | "validTo"): CivilDate | null => {
    if (cell(column) === "") return null;
    const date = readDay(cell(column));
    if (date === null) wrong(column, "not-a-date");
    return date;
  };
  for (const column of NECESSARY) if (cell(column) === "") wrong(column, "empty");
  const ranked = fold(cell("ranked"));
  if (!YES.has(ranked) && !NO.has(ranked)) wrong("ranked", "not-yes-or-no");
  const validFrom = day("validFrom");
  const validTo = day("validTo");
  if (validFrom && validTo && validTo < validFrom) wrong("validTo", "ends-before-it-begins");
  const successor = cell("successor") || null;
  if (successor && cell("validTo") === "") wrong("successor", "successor-without-end");
  if (errors.length > 0) return errors;
  const own = new Set([cell("name"), cell("code")]);
  const aliases = cell("aliases")
    .split("|")
    .map((alias) => alias.trim());
  return {
    row,
    name: cell("name"),
    code: cell("code"),
    aliases: [...new Set(aliases)].filter((alias) => alias !== "" && !own.has(alias)),
    type: cell("type"),
    group: cell("group") || null,
    ranked: !NO.has(ranked),
    validFrom,
    validTo,
    successor,
  };
}

/** Rows that state what an earlier row states: the same name, or the same code, from one day on. */
function repeated(rows: readonly AgencyRow[]): AgencyError[] {
  const seen = new Set<string>();
  return rows.flatMap(({ row, name, code, validFrom }): AgencyError[] => {
    const keys = { name: `n ${name} ${validFrom}`, code: `c ${code} ${validFrom}` };
    const errors: AgencyError[] = [];
    if (seen.has(keys.name)) errors.push({ row, column: "name", cell: name, problem: "twice" });
    else if (seen.has(keys.code)) {
      errors.push({ row, column: "code", cell: code, problem: "code-twice" });
    }
    seen.add(keys.name).add(keys.code);
    return errors;
  });
}

/**
 * Reads the import file of agencies: columns in any order, titles in any case, with or without
 * accents. Errors come row by row beside the rows that could be read; never throws.
 */
export function readAgencyCsv(text: string): { rows: AgencyRow[]; errors: AgencyError[] } {
  const score = (cells: readonly string[]) => new Set(cells.map(columnOf).filter(Boolean)).size;
  const records = readDelimited(text, score);
  if (records === null) {
    return { rows: [], errors: [{ row: 1, column: null, cell: "", problem: "unreadable" }] };
  }
  const [header, ...body] = records.filter(({ cells }) => cells.some((cell) => cell !== ""));
  const columns = (header?.cells ?? []).map(columnOf);
  const missing = NECESSARY.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    const row = header?.row ?? 1;
    return {
      rows: [],
      errors: missing.map((column) => ({ row, column, cell: column, problem: "no-column" })),
    };
  }
  const read = body.map(({ row, cells }) =>
    readRow(row, (column) => cells[columns.indexOf(column)] ?? ""),
  );
  const rows = read.flatMap((each) => ("name" in each ? [each] : []));
  const errors = [...read.flatMap((each) => ("name" in each ? [] : each)), ...repeated(rows)];
  return { rows, errors: errors.sort((a, b) => a.row - b.row) };
}
