// Bound people who can be named: as the holder of a task, as somebody's substitute.
import type { Role } from "#prisma/generated/enums.ts";
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { Store } from "#src/database/client.ts";
import type { KnownPerson } from "#src/language/person-names.ts";
import { standInsOn } from "./people-store.ts";

/** A role that somebody holds themselves (not for a colleague on leave). */
export type HeldRole = { role: Role; agencyId: number | null };

export type Colleague = KnownPerson & { roles: HeldRole[] };

const select = {
  id: true,
  fullName: true,
  identities: { select: { username: true } },
  memberships: { where: { endedAt: null }, select: { role: true, agencyId: true } },
} as const;

/** Every active person who holds a role, by name. */
export const boundPeople = async (store: Store): Promise<Colleague[]> => {
  const rows = await store.person.findMany({
    where: { active: true, memberships: { some: { endedAt: null } } },
    select,
    orderBy: [{ fullName: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, fullName, identities, memberships }) => ({
    id,
    fullName,
    usernames: identities.flatMap(({ username }) => (username === null ? [] : [username])),
    roles: memberships,
  }));
};

/** The officials and the head of an agency. */
export const peopleOfAgency = async (store: Store, agencyId: number): Promise<Colleague[]> =>
  (await boundPeople(store)).filter(({ roles }) =>
    roles.some(
      (held) => held.agencyId === agencyId && (held.role === "official" || held.role === "head"),
    ),
  );

/** The person, and whoever is on leave that day and replaced by that person. */
export const standsFor = async (
  store: Store,
  personId: number,
  on: CivilDate,
): Promise<number[]> => {
  const rows = await standInsOn(store, on, { substituteId: personId });
  return [personId, ...rows.map(({ absentId }) => absentId)];
};
