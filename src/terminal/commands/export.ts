// dondoc export FILE: the register, or a part of it, as a tracking sheet.
import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Prisma } from "#prisma/generated/client.ts";
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { civilToday } from "#src/calendar/zone.ts";
import { plural } from "#src/messages/format.ts";
import * as words from "#src/messages/words/sheet-export.ts";
import { loadCalendar } from "#src/schedule/calendar-store.ts";
import { exportCells, type SheetFormat, writeSheet } from "#src/sheets/export-sheet.ts";
import { MAX_EXPORT_ROWS } from "#src/sheets/limits.ts";
import { byListing } from "#src/tasks/task-queries.ts";
import { agencyNamed } from "../agency-named.ts";
import { onlyWord } from "../cli-arguments.ts";
import type { DatabaseCommand } from "../cli-command.ts";
import { didNotWork, wrongUsage } from "../cli-error.ts";
import { type Wanted, wantedOf, wantedOptions } from "../wanted-options.ts";

/** A sheet holds what is led now. */
const NOT_EXPORTED = "transferred";
const FORMATS: Readonly<Record<string, SheetFormat>> = { ".xlsx": "xlsx", ".csv": "csv" };

const whereOf = (wanted: Wanted, on: CivilDate): Prisma.AssignmentWhereInput => {
  switch (wanted.kind) {
    case "all":
      return {};
    case "state":
      return { state: wanted.state };
    case "open":
    case "overdue":
      return byListing({ listing: wanted.kind, withinDays: 0 }, on);
    case "due":
      return byListing({ listing: "due", withinDays: wanted.days }, on);
  }
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
    ...wantedOptions(NOT_EXPORTED),
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
    const where = whereOf(wantedOf(given, NOT_EXPORTED), on);
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
      `Wrote ${file}: ${plural(tasks, "task")}, ${plural(assignments, "lead assignment")}, ${plural(rows.length, "row")}.`,
    );
    return 0;
  },
};
