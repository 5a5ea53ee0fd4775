// dondoc invite: a one-time code, shown once.
import { civilToday } from "#src/calendar/zone.ts";
import type { Role } from "#src/people/actor.ts";
import { createInvite } from "#src/people/invites.ts";
import { takeRole } from "#src/people/role-words.ts";
import { agencyNamed } from "../agency-named.ts";
import { noWords } from "../cli-arguments.ts";
import { AT, type DatabaseCommand, type Given, JSON_OUT } from "../cli-command.ts";
import { wrongUsage } from "../cli-error.ts";

const ROLES = "official, head, secretariat, leader, admin";

const roleGiven = (given: Given): Role => {
  const typed = given.text("role");
  if (typed === undefined) throw wrongUsage(`--role is missing; roles: ${ROLES}`);
  const taken = takeRole(typed);
  if (taken === null || taken.rest !== "") {
    throw wrongUsage(`unknown role “${typed}”; roles: ${ROLES}`);
  }
  return taken.role;
};

export const invite: DatabaseCommand = {
  name: "invite",
  summary: "Make a one-time invitation for a role",
  usage: "--role ROLE [--agency AGENCY] [--json]",
  options: {
    role: { type: "string", value: "ROLE", help: ROLES },
    agency: { type: "string", value: "AGENCY", help: "name, code or alias" },
    at: AT,
    json: JSON_OUT,
  },
  example: "invite --role official --agency STC",
  details: [
    "Whoever sends the /start line to the bot in a private chat gains the role. The code works",
    "once, for seven days, and cannot be shown again.",
  ],
  database: "made",
  run: async ({ db, now, out }, given) => {
    noWords(given);
    const role = roleGiven(given);
    const typed = given.text("agency");
    if (typed === undefined && (role === "official" || role === "head")) {
      throw wrongUsage(`--role ${role} needs --agency`);
    }
    const agency = typed === undefined ? null : await agencyNamed(db, typed, civilToday(now));
    const { code, expiresAt } = await db.$transaction((tx) =>
      createInvite(tx, {
        role,
        agencyId: agency?.id ?? null,
        createdById: null,
        actorLabel: "cli",
        now,
      }),
    );
    const start = `/start ${code}`;
    if (given.flag("json")) {
      const figures = { code, start, role, agency: agency?.code ?? null, expiresAt };
      out(JSON.stringify(figures, null, 2));
      return 0;
    }
    out(`Invitation for ${role}${agency === null ? "" : ` of ${agency.name} (${agency.code})`}`);
    out(`Code: ${code}`);
    out(start);
    out(`Works once, until ${civilToday(expiresAt)}.`);
    return 0;
  },
};
