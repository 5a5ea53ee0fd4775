// dondoc doctor: what is wrong, and how to mend it.
import { noWords } from "../cli-arguments.ts";
import { AT, type BareCommand, JSON_OUT } from "../cli-command.ts";
import { databaseFindings } from "../doctor/database.ts";
import { findingLine } from "../doctor/finding.ts";
import { nodeVersion, zoneData } from "../doctor/machine.ts";

export const doctor: BareCommand = {
  name: "doctor",
  summary: "Look whether everything is in order, and say how to mend what is not",
  usage: "[--at DATE] [--json]",
  options: { at: AT, json: JSON_OUT },
  example: "doctor",
  details: ["Changes nothing. Exit status 1 where something is wrong."],
  database: "own",
  run: async ({ config, out }, given) => {
    noWords(given);
    const inDatabase = await databaseFindings(config.database, given.at?.at ?? null);
    const findings = [nodeVersion(), zoneData(), ...inDatabase];
    const ok = findings.every((finding) => finding.ok);
    if (given.flag("json")) out(JSON.stringify({ ok, findings }, null, 2));
    else for (const finding of findings) out(findingLine(finding));
    return ok ? 0 : 1;
  },
};
