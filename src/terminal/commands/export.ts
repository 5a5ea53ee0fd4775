// dondoc export FILE: the register, or a part of it, as a tracking sheet.
import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Prisma } from "#prisma/generated/client.ts";
import { AssignmentState } from "#prisma/generated/enums.ts";
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { civilToday } from "#src/calendar/zone.ts";
import * as words from "#src/messages/words/sheet-export.ts";
import { loadCalendar } from "#src/schedule/calendar-store.ts";
import { exportCells, type SheetFormat, writeSheet } from "#src/sheets/export-sheet.ts";
import { MAX_EXPORT_ROWS } from "#src/sheets/limits.ts";
import { byListing } from "#src/tasks/task-queries.ts";
import { agencyNamed } from "../agency-named.ts";
import { onlyWord } from "../cli-arguments.ts";
import type { DatabaseCommand, Given } from "../cli-command.ts";
import { didNotWork, wrongUsage } from "../cli-error.ts";
import { count } from "../count-words.ts";

const STATES = Object.values(AssignmentState).filter((state) => state !== "transferred");
const FORMATS: Readonly<Record<string, SheetFormat>> = { ".xlsx": "xlsx", ".csv": "csv" };

/** Which lead assignments, by what was typed. */
const wanted = (given: Given, on: CivilDate): Prisma.AssignmentWhereInput => {
  const [state, due] = [given.text("state"), given.text("due")];
  const asked = [state, due, given.flag("overdue") || undefined].filter((one) => one !== undefined);
  if (asked.length > 1) throw wrongUsage("only one of --state, --overdue and --due is possible");
  if (given.flag("overdue")) return byListing({ listing: "overdue", withinDays: 0 }, on);
  if (due !== undefined) {
    if (!/^\d{1,4}$/.test(due)) throw wrongUsage(`--due “${due}” is no number of days`);
    return byListing({ listing: "due", withinDays: Number(due) }, on);
  }
  if (state === undefined || state === "all") return {};
  if (state === "open") return byListing({ listing: "open", withinDays: 0 }, on);
  const named = STATES.find((each) => each === state.replaceAll("-", "_"));
  if (named !== undefined) return { state: named };
  throw wrongUsage(`unknown state “${state}”; states: open, all, ${STATES.join(", ")}`);
};

const formatOf = (file: string): SheetFormat => {
  const format = FORMATS[path.extname(file).toLowerCase()];
  if (format === undefined) throw wrongUsage(`“${file}” must end in .xlsx or .csv`);
  return format;
};

/** Nothing of the operator's own is overwritten. */
const write = async (folder: string, file: string, bytes: Uint8Array): Promise<void> => {
  try {
    await writeFile(path.resolve(folder, file), bytes, { flag: "wx" });
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    throw didNotWork(`${file}: ${code === "EEXIST" ? "there is such a file already" : code}`);
  }
};

export const exportCommand: DatabaseCommand = {
  name: "export",
  summary: "Export the register as a tracking sheet (CSV or XLSX)",
  usage: "FILE.xlsx|FILE.csv [--agency A] [--state S | --overdue | --due N]",
  options: {
    agency: { type: "string", value: "AGENCY", help: "name, code or alias" },
    state: { type: "string", value: "STATE", help: `open, all, ${STATES.join(", ")}` },
    overdue: { type: "boolean", help: "open and past the due date" },
    due: { type: "string", value: "N", help: "open and due within N days" },
  },
  example: "export nhiem-vu.xlsx --overdue",
  details: [
    "One row for each task, or for each part of its agencies that stands apart. `import` takes the",
    "file over again: into the same register it changes nothing. A sheet holds no history, files,",
    "holders, requests for extension, blockers, nor what was transferred away.",
  ],
  database: "there",
  run: async ({ db, now, out, folder }, given) => {
    const file = onlyWord(given, "FILE");
    const format = formatOf(file);
    const on = civilToday(now);
    const where = wanted(given, on);
    const typed = given.text("agency");
    const agency = typed === undefined ? null : await agencyNamed(db, typed, on);
    const calendar = await loadCalendar(db);
    const whose = agency === null ? {} : { agencyId: agency.id };
    const cells = await exportCells(db, { AND: [where, whose] }, { on, calendar });
    if (cells === "too-many") {
      throw didNotWork(`more than ${MAX_EXPORT_ROWS} rows: please narrow the export`);
    }
    const bytes = await writeSheet(format, words.sheetName("vi"), cells.rows);
    await write(folder, file, bytes);
    const { tasks, assignments, rows } = cells;
    out(
      `Wrote ${file}: ${count(tasks, "task")}, ${count(assignments, "lead assignment")}, ${count(rows.length, "row")}.`,
    );
    return 0;
  },
};
