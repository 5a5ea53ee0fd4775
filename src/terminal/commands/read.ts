// dondoc read FILE: what a directive asks of whom by when; nothing is stored.
import { productDayOffs } from "#src/calendar/product-day-offs.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import { civilToday } from "#src/calendar/zone.ts";
import { systemClock } from "#src/clock.ts";
import { readingJson } from "#src/directives/as-json.ts";
import { openDocument } from "#src/directives/open/open-document.ts";
import { readDirective, readOnItsDay } from "#src/directives/read-directive.ts";
import { onlyWord } from "../cli-arguments.ts";
import { AT, type BareCommand, JSON_OUT } from "../cli-command.ts";
import { didNotWork } from "../cli-error.ts";
import { refusedFile, secretFile } from "../file-refusal.ts";
import { readGivenFile } from "../read-given-file.ts";
import { readingLines } from "../reading-report.ts";

/** The text of a file that is one. @throws CliError */
const textOf = async (folder: string, file: string): Promise<string> => {
  const opened = await openDocument(await readGivenFile(folder, file), file);
  if (opened.kind === "secret") throw didNotWork(`${file}: ${secretFile(opened.stamp)}`);
  if (opened.kind === "refused") throw didNotWork(`${file}: ${refusedFile(opened.refusal)}`);
  return opened.text;
};

export const read: BareCommand = {
  name: "read",
  summary: "Read a directive (DOCX, PDF, text) and show the duties in it",
  usage: "FILE [--at DATE] [--json]",
  options: {
    at: { ...AT, help: "the day that it is read as of (its own date, else today)" },
    json: JSON_OUT,
  },
  example: "read chi-thi.docx --at 2026-11-23",
  details: [
    "Each duty with its clause, agencies, deadline, targets and the line that it stands on. Nothing is",
    "stored, and no database is needed: the days off are those that ship with the product.",
  ],
  database: "own",
  run: async ({ folder, out }, given) => {
    const text = await textOf(folder, onlyWord(given, "FILE"));
    const calendar = makeWorkCalendar(productDayOffs());
    const asked = given.at === null ? null : civilToday(given.at.at);
    const { reading, at } =
      asked === null
        ? readOnItsDay(text, { today: civilToday(systemClock.now()), calendar })
        : { reading: readDirective(text, { at: asked, calendar }), at: asked };
    if (given.flag("json")) out(JSON.stringify(readingJson(reading), null, 2));
    else out(readingLines(reading, at).join("\n"));
    return 0;
  },
};
