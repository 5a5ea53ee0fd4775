// dondoc agencies import FILE.csv: takes over the list of agencies, all of it or nothing.
import type { AgencyError, AgencyProblem } from "#src/agencies/agency-csv.ts";
import { readAgencyCsv } from "#src/agencies/agency-csv.ts";
import { decodeText } from "#src/agencies/delimited-text.ts";
import { type AgencyImport, importAgencies } from "#src/agencies/import-agencies.ts";
import { audit } from "#src/delivery/audit.ts";
import { plural } from "#src/messages/format.ts";
import { onlyWord } from "../cli-arguments.ts";
import { type DatabaseCommand, type House, JSON_OUT } from "../cli-command.ts";
import { didNotWork } from "../cli-error.ts";
import { readGivenFile } from "../read-given-file.ts";

const problems: Record<AgencyProblem, string> = {
  unreadable: "the file is not a table of columns",
  "no-column": "the column is missing",
  empty: "is empty",
  "not-a-date": "is no date (2025-07-01 or 1/7/2025)",
  "not-yes-or-no": "is neither yes nor no",
  "ends-before-it-begins": "is before validFrom",
  twice: "an earlier row has the same name from the same day on",
  "code-twice": "another agency has the same code from the same day on",
  "unknown-successor": "no such agency on the day after validTo",
  "successor-without-end": "a successor needs validTo",
};

const errorText = ({ row, column, cell, problem }: AgencyError): string => {
  const at = column === null ? `Row ${row}` : `Row ${row}, ${column}`;
  return `${at}${cell === "" || cell === column ? "" : ` “${cell}”`}: ${problems[problem]}`;
};

const store = (house: House, rows: Parameters<typeof importAgencies>[1], file: string) =>
  house.db.$transaction(async (tx): Promise<AgencyImport> => {
    const done = await importAgencies(tx, rows);
    if (done.kind === "refused") return done;
    await audit(tx, {
      at: house.now,
      actorId: null,
      actorLabel: "cli",
      action: "import agencies",
      subject: `file:${file}`,
      inboxId: null,
      data: { added: done.added, changed: done.changed, groups: done.groups },
    });
    return done;
  });

export const agenciesImport: DatabaseCommand = {
  name: "agencies import",
  summary: "Import the agencies of the province from a CSV file",
  usage: "FILE.csv [--json]",
  options: { json: JSON_OUT },
  example: "agencies import co-quan.csv",
  details: [
    "Columns: name, code, aliases (a|b), type, group, ranked, validFrom, validTo, successor;",
    "only name and code are necessary. An agency is known by its name and first day: the same",
    "file again changes what it states differently and adds nothing twice.",
  ],
  database: "made",
  run: async (house, given) => {
    const file = onlyWord(given, "FILE.csv");
    const text = decodeText(await readGivenFile(house.folder, file));
    if (text === null) throw didNotWork(`${file}: not UTF-8; save it as “CSV UTF-8”`);
    const { rows, errors } = readAgencyCsv(text);
    const done: AgencyImport =
      errors.length > 0 ? { kind: "refused", errors } : await store(house, rows, file);
    if (given.flag("json")) {
      house.out(JSON.stringify(done, null, 2));
      return done.kind === "refused" ? 1 : 0;
    }
    if (done.kind === "refused") {
      for (const error of done.errors) house.out(errorText(error));
      throw didNotWork(`nothing was stored: ${plural(done.errors.length, "error")} in ${file}`);
    }
    const { added, changed, unchanged, groups } = done;
    house.out(
      `${plural(added.length, "agency", "agencies")} added, ${changed.length} changed, ${unchanged.length} as they were.`,
    );
    if (groups.length > 0) house.out(`New groups: ${groups.join("; ")}.`);
    return 0;
  },
};
