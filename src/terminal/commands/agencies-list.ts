// dondoc agencies list: the agencies valid on a day.
import { listAgencies } from "#src/agencies/agencies-store.ts";
import { civilToday } from "#src/calendar/zone.ts";
import { plural } from "#src/messages/format.ts";
import { noWords } from "../cli-arguments.ts";
import { AT, type DatabaseCommand, JSON_OUT } from "../cli-command.ts";
import { textColumns } from "../text-columns.ts";

export const agenciesList: DatabaseCommand = {
  name: "agencies list",
  summary: "List the agencies that are valid on a day",
  usage: "[--at DATE] [--json]",
  options: { at: AT, json: JSON_OUT },
  example: "agencies list --at 2025-06-30",
  database: "there",
  run: async ({ db, now, out }, given) => {
    noWords(given);
    const on = civilToday(now);
    const agencies = await listAgencies(db, on);
    if (given.flag("json")) {
      const figures = agencies.map(({ id: _id, groupId: _groupId, groupName, ...agency }) => ({
        ...agency,
        group: groupName,
      }));
      out(JSON.stringify({ on, agencies: figures }, null, 2));
      return 0;
    }
    const rows = agencies.map(({ code, name, type, groupName, ranked, validFrom, validTo }) => [
      code,
      name,
      type,
      groupName ?? "",
      ranked ? "yes" : "no",
      validFrom ?? "",
      validTo ?? "",
    ]);
    out(textColumns(["Code", "Name", "Type", "Group", "Ranked", "From", "To"], rows).join("\n"));
    out(`${plural(agencies.length, "agency", "agencies")} on ${on}.`);
    return 0;
  },
};
