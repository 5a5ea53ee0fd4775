// dondoc members list: who holds which role.
import { civilToday } from "#src/calendar/zone.ts";
import { plural } from "#src/messages/format.ts";
import { listMembers } from "#src/people/members.ts";
import { noWords } from "../cli-arguments.ts";
import { type DatabaseCommand, JSON_OUT } from "../cli-command.ts";
import { textColumns } from "../text-columns.ts";

export const membersList: DatabaseCommand = {
  name: "members list",
  summary: "List who holds which role",
  usage: "[--json]",
  options: { json: JSON_OUT },
  example: "members list",
  database: "there",
  run: async ({ db, out }, given) => {
    noWords(given);
    const members = await listMembers(db);
    if (given.flag("json")) {
      out(JSON.stringify(members, null, 2));
      return 0;
    }
    const rows = members.map(({ id, fullName, role, agency, since, identities }) => [
      String(id),
      fullName,
      role,
      agency?.code ?? "",
      civilToday(since),
      identities.join(", "),
    ]);
    const header = ["ID", "Name", "Role", "Agency", "Since", "Known as"];
    out(textColumns(header, rows, ["right"]).join("\n"));
    out(`${plural(members.length, "role")} held. To end one: dondoc members end ID`);
    return 0;
  },
};
