// Who somebody is, and who is to be told: roles that hold on a day, with those of colleagues whom
// the person stands in for (Substitution). Rights and messages follow the same rule.
import type { Prisma } from "#prisma/generated/client.ts";
import { type CivilDate, fromDbDate, toDbDate } from "#src/calendar/civil-date.ts";
import type { Store } from "#src/database/client.ts";
import { mayStandIn } from "./absence-rules.ts";
import type { Actor, Grant, Role } from "./actor.ts";
import { may } from "./permissions.ts";

/** The bound, active person behind an identity, with the roles that hold on a day; else null. */
export const findActor = async (
  store: Store,
  identity: { channel: string; externalId: string },
  on: CivilDate,
): Promise<Actor | null> => {
  const found = await store.identity.findUnique({
    where: { channel_externalId: { channel: identity.channel, externalId: identity.externalId } },
    select: { personId: true },
  });
  return found === null ? null : findActorById(store, found.personId, on);
};

const held = { memberships: { where: { endedAt: null }, include: { agency: true } } };

type Held = Prisma.PersonGetPayload<{ include: { memberships: { include: { agency: true } } } }>;

const grantsOf = ({ memberships }: Held): Grant[] =>
  memberships.map((membership) => ({
    role: membership.role,
    agencyId: membership.agencyId,
    agencyName: membership.agency?.name ?? null,
  }));

/** Absences that hold on a day. */
export const onLeave = (on: CivilDate): Prisma.SubstitutionWhereInput => ({
  fromOn: { lte: toDbDate(on) },
  toOn: { gte: toDbDate(on) },
  endedAt: null,
});

/** Null where the person is no longer active or holds no role any more. */
export const findActorById = async (
  store: Store,
  personId: number,
  on: CivilDate,
): Promise<Actor | null> => {
  const person = await store.person.findFirst({
    where: { id: personId, active: true },
    include: held,
  });
  if (person === null || person.memberships.length === 0) return null;
  const absences = await store.substitution.findMany({
    where: { substituteId: personId, absent: { active: true }, ...onLeave(on) },
    include: { absent: { include: held } },
    orderBy: { id: "asc" },
  });
  const own = grantsOf(person);
  // A right to appoint or to administer is personal: it is not lent.
  const lent = absences
    // Somebody moved since the leave was noted: they have nothing in common any more.
    .filter(({ absent }) => mayStandIn(absent.memberships, person.memberships))
    .flatMap(({ absent, toOn }) =>
      grantsOf(absent)
        .filter(({ role }) => role !== "admin")
        .map((grant): Grant => ({ ...grant, insteadOf: absent.fullName, until: fromDbDate(toOn) })),
    );
  const grants = [...own];
  for (const grant of lent) {
    const same = grants.some(
      ({ role, agencyId }) => role === grant.role && agencyId === grant.agencyId,
    );
    if (!same) grants.push(grant);
  }
  return {
    personId: person.id,
    fullName: person.fullName,
    language: person.language === "en" ? "en" : "vi",
    grants,
  };
};

const roles = { memberships: { where: { endedAt: null }, select: { role: true, agencyId: true } } };

/** Who stands in for whom on a day, as far as both are there and it may be today. */
export const standInsOn = async (
  store: Store,
  on: CivilDate,
  where: Prisma.SubstitutionWhereInput = {},
): Promise<{ absentId: number; substituteId: number }[]> => {
  const rows = await store.substitution.findMany({
    where: { ...where, ...onLeave(on), absent: { active: true }, substitute: { active: true } },
    orderBy: { id: "asc" },
    select: {
      absentId: true,
      substituteId: true,
      absent: { select: roles },
      substitute: { select: roles },
    },
  });
  return rows.filter(({ absent, substitute }) =>
    mayStandIn(absent.memberships, substitute.memberships),
  );
};

const MOST_HOPS = 5;

/**
 * Who hears what is meant for these people on a day: whoever is on leave is replaced by the
 * substitute (and by the substitute's, should that one be on leave too). Where a chain ends in
 * itself the absent person hears it.
 */
export const presentOn = async (
  store: Store,
  personIds: readonly number[],
  on: CivilDate,
): Promise<number[]> => {
  if (personIds.length === 0) return [];
  const rows = await standInsOn(store, on);
  const substitutes = new Map(rows.map(({ absentId, substituteId }) => [absentId, substituteId]));
  const present = (personId: number): number => {
    let at = personId;
    for (let hop = 0; hop < MOST_HOPS; hop += 1) {
      const next = substitutes.get(at);
      if (next === undefined) return at;
      at = next;
    }
    return personId;
  };
  return [...new Set(personIds.map(present))];
};

/**
 * Ids of the active people who hold one of the roles, for an agency where one is given; whoever
 * is on leave that day is replaced by the substitute.
 */
export const peopleWith = async (
  store: Store,
  roles: Role[],
  on: CivilDate,
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
  return presentOn(
    store,
    rows.map((row) => row.personId),
    on,
  );
};

/**
 * Who in an agency hears of one of its assignments: its holder where one is named and still there,
 * else all officials, else the head.
 */
export const agencyReceivers = async (
  store: Store,
  of: { agencyId: number; holderId: number | null },
  on: CivilDate,
): Promise<number[]> => {
  if (of.holderId !== null) {
    const holder = await store.membership.findFirst({
      where: {
        personId: of.holderId,
        agencyId: of.agencyId,
        endedAt: null,
        person: { active: true },
      },
    });
    if (holder !== null) return presentOn(store, [of.holderId], on);
  }
  const officials = await peopleWith(store, ["official"], on, of.agencyId);
  return officials.length > 0 ? officials : peopleWith(store, ["head"], on, of.agencyId);
};

/** The people of these ids as actors, in order; who holds no role any more is left out. */
export const actorsOf = async (
  store: Store,
  personIds: readonly number[],
  on: CivilDate,
): Promise<Actor[]> => {
  const actors: Actor[] = [];
  for (const personId of personIds) {
    const actor = await findActorById(store, personId, on);
    if (actor !== null) actors.push(actor);
  }
  return actors;
};

/**
 * Who decides about an agency's results: the secretariat, but for its own agency (or what somebody
 * entered themselves) the leader in charge, or all leaders where none is named.
 */
export const decidersFor = async (
  store: Store,
  of: { agencyId: number; leaderInChargeId: number | null; enteredById?: number | null },
  on: CivilDate,
): Promise<number[]> => {
  const among = async (personIds: readonly number[]): Promise<number[]> =>
    (await actorsOf(store, personIds, on))
      .filter((actor) => actor.personId !== of.enteredById && may(actor, "decide", of.agencyId))
      .map(({ personId }) => personId);
  const secretariat = await among(await peopleWith(store, ["secretariat"], on));
  if (secretariat.length > 0) return secretariat;
  const inCharge =
    of.leaderInChargeId === null
      ? []
      : await among(await presentOn(store, [of.leaderInChargeId], on));
  return inCharge.length > 0 ? inCharge : among(await peopleWith(store, ["leader"], on));
};
