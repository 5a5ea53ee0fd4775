// dondoc import FILE: takes over a tracking sheet, all of it or nothing.
import { civilToday } from "#src/calendar/zone.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { plural } from "#src/messages/format.ts";
import { loadCalendar } from "#src/schedule/calendar-store.ts";
import { importSheet, planSheet } from "#src/sheets/import-sheet.ts";
import { onlyWord } from "../cli-arguments.ts";
import { AT, type DatabaseCommand, type House, JSON_OUT } from "../cli-command.ts";
import { didNotWork, wrongUsage } from "../cli-error.ts";
import { planLines, problemText, type SheetOutcome, sheetFigures } from "../import-report.ts";
import { readGivenFile } from "../read-given-file.ts";

const take = async (
  { db, now, recordedAt }: House,
  bytes: Uint8Array,
  issuer: string,
  dryRun: boolean,
): Promise<SheetOutcome> => {
  const calendar = await loadCalendar(db);
  const on = civilToday(now);
  if (!dryRun) {
    // Recorded now, whatever day the sheet speaks of.
    const recorded = { now: recordedAt, today: civilToday(recordedAt) };
    const terms = { issuer, actorId: null, inboxId: null, actorLabel: "cli", on, calendar };
    return db.$transaction((tx) => importSheet(tx, bytes, { ...terms, ...recorded }));
  }
  const planned = await planSheet(db, bytes, { issuer, on, calendar });
  if (planned.kind === "unreadable") return planned;
  const { plan, issuer: spelt } = planned;
  const kind = plan.errors.length > 0 ? ("refused" as const) : ("dry" as const);
  return { kind, plan, issuer: spelt };
};

/** An exported sheet says row by row who issued its documents. */
const needsIssuer = async ({ db, now }: House, bytes: Uint8Array): Promise<boolean> => {
  const terms = { issuer: "", on: civilToday(now), calendar: await loadCalendar(db) };
  const planned = await planSheet(db, bytes, terms);
  return planned.kind === "planned" && planned.plan.needsIssuer;
};

const codes = (taskIds: readonly number[]): string =>
  taskIds.length === 0
    ? ""
    : ` (${formatTaskCode(Math.min(...taskIds))} to ${formatTaskCode(Math.max(...taskIds))})`;

export const importCommand: DatabaseCommand = {
  name: "import",
  summary: "Import a tracking sheet (CSV or XLSX)",
  usage: 'FILE [--issuer "…"] [--at DATE] [--dry-run] [--json]',
  options: {
    issuer: { type: "string", value: "NAME", help: "who issued the documents (an export says it)" },
    at: { ...AT, help: "the day that the sheet speaks of (today)" },
    "dry-run": { type: "boolean", help: "say what would be stored, store nothing" },
    json: JSON_OUT,
  },
  example: 'import so-theo-doi.xlsx --issuer "UBND tỉnh" --dry-run',
  details: [
    "With an error in any row nothing is stored. The same sheet again adds nothing; where it says",
    "something else than the register, the difference is shown and nothing is changed.",
  ],
  database: "made",
  run: async (house, given) => {
    const file = onlyWord(given, "FILE");
    const issuer = given.text("issuer")?.trim() ?? "";
    const missing = wrongUsage("--issuer is missing: who issued the documents?");
    const bytes = await readGivenFile(house.folder, file).catch((error: unknown) => {
      throw issuer === "" ? missing : error;
    });
    if (issuer === "" && (await needsIssuer(house, bytes))) throw missing;
    const done = await take(house, bytes, issuer, given.flag("dry-run"));
    const failed = done.kind === "unreadable" || done.kind === "refused";
    if (given.flag("json")) {
      house.out(JSON.stringify(sheetFigures(done), null, 2));
      return failed ? 1 : 0;
    }
    if (done.kind === "unreadable") {
      throw didNotWork(`${file}: ${problemText(done.problem)}`);
    }
    house.out(planLines(done.plan).join("\n"));
    if (done.kind === "refused") {
      throw didNotWork(
        `nothing was stored: ${plural(done.plan.errors.length, "error")} in ${file}`,
      );
    }
    if (done.kind === "dry") house.out("Dry run: nothing was stored.");
    else {
      const { tasks, leads, coordinating, documents, taskIds } = done.imported;
      house.out(
        `Stored ${plural(tasks, "task")}${codes(taskIds)}: ${leads} lead and ${coordinating} coordinating assignments, ${plural(documents, "new document")}.`,
      );
    }
    return 0;
  },
};
