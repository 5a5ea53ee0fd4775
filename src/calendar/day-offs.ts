import { parse } from "csv-parse/sync";
import { type CivilDate, tryCivilDate } from "./civil-date.ts";

/** A departure from the Saturday–Sunday rule, as the yearly decisions on days off set it. */
export type DayOff = {
  date: CivilDate;
  kind: "off" | "work";
  reason: string;
  known: "decided" | "expected";
};

/** `line` counts from 1 and includes the header. */
export type DayOffError = {
  line: number;
  problem: "unreadable" | "header" | "date" | "kind" | "known" | "duplicate";
  value: string;
};

const COLUMNS = ["date", "kind", "reason", "known"] as const;

type Row = { line: number; cells: readonly string[] };

function rowsOf(csvText: string): Row[] {
  const options = { bom: true, trim: true, info: true, relax_column_count: true } as const;
  const records = parse(csvText, { ...options, skip_empty_lines: true }) as unknown as {
    record: string[];
    info: { lines: number };
  }[];
  return records.map(({ record, info }) => ({ line: info.lines, cells: record }));
}

function readRow(cells: readonly string[]): DayOff | Omit<DayOffError, "line"> {
  const [dateText = "", kind = "", reason = "", known = ""] = cells;
  const date = tryCivilDate(dateText);
  if (date === null) return { problem: "date", value: dateText };
  if (kind !== "off" && kind !== "work") return { problem: "kind", value: kind };
  if (known !== "decided" && known !== "expected") return { problem: "known", value: known };
  return { date, kind, reason, known };
}

/**
 * Reads `date,kind,reason,known`. Good rows are returned beside the errors of bad ones, so that
 * an administrator can mend a decision's file row by row; never throws.
 */
export function readDayOffs(csvText: string): { dayOffs: DayOff[]; errors: DayOffError[] } {
  let rows: Row[];
  try {
    rows = rowsOf(csvText);
  } catch (error) {
    const value = error instanceof Error ? error.message : String(error);
    return { dayOffs: [], errors: [{ line: 1, problem: "unreadable", value }] };
  }
  const [header, ...body] = rows;
  if (!header || COLUMNS.some((name, at) => header.cells[at] !== name)) {
    const value = header?.cells.join(",") ?? "";
    return { dayOffs: [], errors: [{ line: 1, problem: "header", value }] };
  }
  const seen = new Map<CivilDate, DayOff>();
  const errors: DayOffError[] = [];
  for (const { line, cells } of body) {
    const row = readRow(cells);
    if ("problem" in row) errors.push({ line, ...row });
    else if (seen.has(row.date)) errors.push({ line, problem: "duplicate", value: row.date });
    else seen.set(row.date, row);
  }
  return { dayOffs: [...seen.values()], errors };
}
