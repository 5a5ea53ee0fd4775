// dondoc members end: takes a role from somebody who left or moved.
import { plural } from "#src/messages/format.ts";
import { endMembership, listMembers } from "#src/people/members.ts";
import { onlyWord } from "../cli-arguments.ts";
import type { DatabaseCommand } from "../cli-command.ts";
import { didNotWork, wrongUsage } from "../cli-error.ts";

const TELEGRAM = "telegram ";

export const membersEnd: DatabaseCommand = {
  name: "members end",
  summary: "Take a role from somebody who left or moved",
  usage: "ID",
  options: {},
  example: "members end 12",
  details: [
    "ID is the first column of: dondoc members list. The role ends at once: nothing that was begun",
    "under it can be finished, and what waits to be sent to somebody without any role is dropped.",
    "Codes that the person made, and that nobody has used, work no more. A new role needs a new",
    "invitation.",
  ],
  database: "there",
  run: async ({ db, config, recordedAt, out }, given) => {
    const typed = onlyWord(given, "ID");
    if (!/^\d{1,9}$/.test(typed)) throw wrongUsage(`“${typed}” is no ID; see: dondoc members list`);
    const id = Number(typed);
    const [member] = await listMembers(db, id);
    const cause = { now: recordedAt, actorLabel: "cli" };
    const ended = await db.$transaction((tx) => endMembership(tx, id, cause));
    if (member === undefined || ended === null) {
      throw didNotWork(`nobody holds a role with the ID ${id}; see: dondoc members list`);
    }
    const { fullName, role, agency, identities } = member;
    const of = agency === null ? "" : ` of ${agency.name} (${agency.code})`;
    out(`${fullName} is no longer ${role}${of}.`);
    out(
      ended.left === 0
        ? "The person holds no role any more."
        : `The person still holds ${plural(ended.left, "role")}.`,
    );
    if (ended.revoked > 0) out(`${plural(ended.revoked, "unused invitation")} revoked.`);
    const named = config.adminTelegramIds.some((number) =>
      identities.some((known) => `${known} `.startsWith(`${TELEGRAM}${number} `)),
    );
    if (role === "admin" && named) {
      out(
        "ADMIN_TELEGRAM_IDS names this person: take the number out, or the next start restores it.",
      );
    }
    return 0;
  },
};
