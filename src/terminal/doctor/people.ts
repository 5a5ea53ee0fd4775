// Whom the bot can reach: an official for each agency that has something to do, and the groups.
import { listAgencies } from "#src/agencies/agencies-store.ts";
import { civilToday } from "#src/calendar/zone.ts";
import type { Db } from "#src/database/client.ts";
import { plural } from "#src/messages/format.ts";
import { type Finding, fine, first, wrong } from "./finding.ts";

const OPEN = ["assigned", "received", "in_progress"] as const;

export const officials = async (db: Db, now: Date): Promise<Finding> => {
  const agencies = await listAgencies(db, civilToday(now));
  if (agencies.length === 0) {
    return wrong("officials", "there are no agencies", "run: dondoc agencies import FILE.csv");
  }
  const members = await db.membership.findMany({
    where: { role: "official", endedAt: null, person: { active: true, identities: { some: {} } } },
    select: { agencyId: true },
  });
  const busy = await db.assignment.groupBy({
    by: ["agencyId"],
    where: { role: "lead", state: { in: [...OPEN] }, task: { status: "registered" } },
  });
  const reached = new Set(members.map(({ agencyId }) => agencyId));
  const open = new Set(busy.map(({ agencyId }) => agencyId));
  const unbound = agencies.filter(({ id }) => !reached.has(id));
  const unheard = unbound.filter(({ id }) => open.has(id)).map(({ code }) => code);
  if (unheard.length > 0) {
    return wrong(
      "officials",
      `no bound official for ${plural(unheard.length, "agency", "agencies")} with open tasks: ${first(unheard)}`,
      "run: dondoc invite --role official --agency CODE",
    );
  }
  const without = unbound.length === 0 ? "" : "; the others have no open task";
  return fine(
    "officials",
    `bound for ${agencies.length - unbound.length} of ${plural(agencies.length, "agency", "agencies")}${without}`,
  );
};

export const groups = async (db: Db): Promise<Finding> => {
  const bindings = await db.chatBinding.findMany({
    where: { endedAt: null, chat: { status: "active" } },
    select: { purpose: true, wantsRanking: true },
  });
  const ranking = bindings.filter(
    ({ purpose, wantsRanking }) => purpose === "committee" && wantsRanking,
  );
  return ranking.length > 0
    ? fine("groups", `${bindings.length} bound, ${ranking.length} of them receive the ranking`)
    : wrong(
        "groups",
        `${bindings.length} bound, none of them receives the weekly ranking`,
        "type /nhom in the committee's group",
      );
};
