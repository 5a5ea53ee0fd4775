// Absences (Substitution): who is away on which days, and who stands in.
import type { Prisma } from "#prisma/generated/client.ts";
import { type CivilDate, fromDbDate, toDbDate } from "#src/calendar/civil-date.ts";
import type { Store, Tx } from "#src/database/client.ts";
import { audit } from "#src/delivery/audit.ts";
import type { Days } from "./absence-rules.ts";

const include = {
  absent: { select: { id: true, fullName: true } },
  substitute: { select: { id: true, fullName: true } },
} satisfies Prisma.SubstitutionInclude;

export type Absence = Days & {
  id: number;
  absent: { id: number; fullName: string };
  substitute: { id: number; fullName: string };
};

const find = async (store: Store, where: Prisma.SubstitutionWhereInput): Promise<Absence[]> => {
  const rows = await store.substitution.findMany({
    where: { ...where, endedAt: null },
    include,
    orderBy: [{ fromOn: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, absent, substitute, fromOn, toOn }) => ({
    id,
    absent,
    substitute,
    from: fromDbDate(fromOn),
    to: fromDbDate(toOn),
  }));
};

/** Somebody's own absences that are not over. */
export const absencesOf = (store: Store, personId: number, today: CivilDate): Promise<Absence[]> =>
  find(store, { absentId: personId, toOn: { gte: toDbDate(today) } });

/** Those in which somebody stands in, now or to come. */
export const standInsOf = (store: Store, personId: number, today: CivilDate): Promise<Absence[]> =>
  find(store, { substituteId: personId, toOn: { gte: toDbDate(today) } });

type Cause = { actorId: number; at: Date; inboxId: bigint | null };

/** One at a time for a person: two that overlap cannot both be found missing. */
export const lockPerson = async (tx: Tx, personId: number): Promise<void> => {
  await tx.$queryRaw`SELECT 1 FROM "Person" WHERE "id" = ${personId} FOR UPDATE`;
};

export const noteAbsence = async (
  tx: Tx,
  { absentId, substituteId, from, to }: Days & { absentId: number; substituteId: number },
  cause: Cause,
): Promise<number> => {
  const row = await tx.substitution.create({
    data: {
      absentId,
      substituteId,
      fromOn: toDbDate(from),
      toOn: toDbDate(to),
      createdAt: cause.at,
      createdById: cause.actorId,
      inboxId: cause.inboxId,
    },
  });
  await audit(tx, {
    at: cause.at,
    actorId: cause.actorId,
    action: "name substitute",
    subject: `person:${absentId}`,
    inboxId: cause.inboxId,
    data: { substitution: row.id, substituteId, from, to },
  });
  return row.id;
};

export const endAbsence = async (tx: Tx, absence: Absence, cause: Cause): Promise<void> => {
  await tx.substitution.update({ where: { id: absence.id }, data: { endedAt: cause.at } });
  await audit(tx, {
    at: cause.at,
    actorId: cause.actorId,
    action: "end substitution",
    subject: `person:${absence.absent.id}`,
    inboxId: cause.inboxId,
    data: { substitution: absence.id },
  });
};
