import type { Store } from "#src/database/client.ts";
import type { Actor, Role } from "./actor.ts";

/** The bound, active person behind an identity, with the roles that hold now; else null. */
export const findActor = async (
  store: Store,
  identity: { channel: string; externalId: string },
): Promise<Actor | null> => {
  const found = await store.identity.findUnique({
    where: { channel_externalId: { channel: identity.channel, externalId: identity.externalId } },
    select: { personId: true },
  });
  return found === null ? null : findActorById(store, found.personId);
};

/** Null where the person is no longer active or holds no role any more. */
export const findActorById = async (store: Store, personId: number): Promise<Actor | null> => {
  const person = await store.person.findFirst({
    where: { id: personId, active: true },
    include: { memberships: { where: { endedAt: null }, include: { agency: true } } },
  });
  if (person === null || person.memberships.length === 0) return null;
  return {
    personId: person.id,
    fullName: person.fullName,
    language: person.language === "en" ? "en" : "vi",
    grants: person.memberships.map((membership) => ({
      role: membership.role,
      agencyId: membership.agencyId,
      agencyName: membership.agency?.name ?? null,
    })),
  };
};

/** Ids of the active people who hold one of the roles, for an agency where one is given. */
export const peopleWith = async (
  store: Store,
  roles: Role[],
  agencyId?: number,
): Promise<number[]> => {
  const rows = await store.membership.findMany({
    where: {
      role: { in: roles },
      endedAt: null,
      person: { active: true },
      ...(agencyId === undefined ? {} : { agencyId }),
    },
    select: { personId: true },
    distinct: ["personId"],
    orderBy: { personId: "asc" },
  });
  return rows.map((row) => row.personId);
};

/**
 * Who decides about an agency's results: the secretariat, but for its own agency the leader in
 * charge, or all leaders where none is named.
 */
export const decidersFor = async (
  store: Store,
  agencyId: number,
  leaderInChargeId: number | null,
): Promise<number[]> => {
  const secretariat = await store.membership.findMany({
    where: { role: "secretariat", endedAt: null, person: { active: true } },
    select: { personId: true, person: { select: { memberships: { where: { endedAt: null } } } } },
  });
  const others = secretariat.filter(
    ({ person }) => !person.memberships.some((membership) => membership.agencyId === agencyId),
  );
  if (others.length > 0) return [...new Set(others.map((row) => row.personId))];
  if (leaderInChargeId !== null) return [leaderInChargeId];
  return peopleWith(store, ["leader"]);
};
