import { type CivilDate, fromDbDate } from "#src/calendar/civil-date.ts";
import type { Store } from "#src/database/client.ts";
import { type AgencyValue, type Directory, isValidOn } from "./directory.ts";

const civil = (date: Date | null): CivilDate | null => (date === null ? null : fromDbDate(date));

/** Everything known about agencies, as values. */
export async function loadDirectory(tx: Store): Promise<Directory> {
  const agencies = await tx.agency.findMany({
    include: { aliases: { select: { alias: true }, orderBy: { id: "asc" } } },
    orderBy: [{ sortOrder: "asc" }, { id: "asc" }],
  });
  const groups = await tx.agencyGroup.findMany({
    select: { id: true, name: true, aliases: true },
    orderBy: [{ sortOrder: "asc" }, { id: "asc" }],
  });
  const successions = await tx.agencySuccession.findMany({
    select: { fromId: true, toId: true, function: true },
    orderBy: { id: "asc" },
  });
  return {
    groups,
    successions,
    agencies: agencies.map(({ id, name, code, type, groupId, ranked, ...rest }) => ({
      id,
      name,
      code,
      type,
      groupId,
      ranked,
      aliases: rest.aliases.map(({ alias }) => alias),
      validFrom: civil(rest.validFrom),
      validTo: civil(rest.validTo),
    })),
  };
}

export type ListedAgency = AgencyValue & { groupName: string | null };

/** The agencies valid on a day, in their order, each with the name of its group. */
export async function listAgencies(tx: Store, on: CivilDate): Promise<ListedAgency[]> {
  const { agencies, groups } = await loadDirectory(tx);
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  return agencies
    .filter((agency) => isValidOn(agency, on))
    .map((agency) => ({ ...agency, groupName: names.get(agency.groupId ?? 0) ?? null }));
}
