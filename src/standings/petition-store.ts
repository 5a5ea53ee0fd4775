// Petitions about published standings. One is about a week, so about both of its rankings (the
// year to date and the week itself): it is kept with the first and marks both.
import type { Prisma } from "#prisma/generated/client.ts";
import type { Store, Tx } from "#src/database/client.ts";
import type { Amendment } from "./petition.ts";

const include = {
  agency: { select: { id: true, name: true, code: true } },
  snapshot: { include: { group: { select: { id: true, name: true } } } },
} satisfies Prisma.StandingPetitionInclude;

export type PetitionRow = Prisma.StandingPetitionGetPayload<{ include: typeof include }>;

const SPANS = ["ytd", "week"];

export type PublishedWeek = {
  period: string;
  snapshotId: number;
  group: { id: number; name: string };
};

/** The published weeks in whose rankings an agency stood, the latest first. */
export const publishedWeeks = async (
  store: Store,
  agencyId: number,
  most: number,
): Promise<PublishedWeek[]> => {
  const rows = await store.standingSnapshot.findMany({
    where: { span: "ytd", rows: { some: { agencyId } } },
    orderBy: { period: "desc" },
    take: most,
    select: { id: true, period: true, group: { select: { id: true, name: true } } },
  });
  return rows.map(({ id, ...rest }) => ({ snapshotId: id, ...rest }));
};

/** The published figures of an agency in a snapshot. */
export const publishedRow = (store: Store, of: { snapshotId: number; agencyId: number }) =>
  store.standingRow.findUnique({ where: { snapshotId_agencyId: of } });

/** The agency's petition about a snapshot that nobody decided yet. */
export const openPetition = (
  store: Store,
  { snapshotId, agencyId }: { snapshotId: number; agencyId: number },
): Promise<PetitionRow | null> =>
  store.standingPetition.findFirst({ where: { snapshotId, agencyId, accepted: null }, include });

/** Everything that waits, the longest waiting first. */
export const openPetitions = (store: Store): Promise<PetitionRow[]> =>
  store.standingPetition.findMany({ where: { accepted: null }, include, orderBy: { id: "asc" } });

export const createPetition = (
  tx: Tx,
  data: Prisma.StandingPetitionUncheckedCreateInput,
): Promise<PetitionRow> => tx.standingPetition.create({ data, include });

/** Nobody else decides about it until this transaction ends; null where there is none such. */
export const lockPetition = async (tx: Tx, id: number): Promise<PetitionRow | null> => {
  await tx.$queryRaw`SELECT 1 FROM "StandingPetition" WHERE "id" = ${id} FOR UPDATE`;
  return tx.standingPetition.findUnique({ where: { id }, include });
};

export type Decided = { accepted: boolean; decision: string; byPersonId: number; now: Date };

/**
 * Records a decision. An accepted petition marks the rankings of that week as amended; their rows
 * stay as they were published.
 */
export const decidePetition = async (
  tx: Tx,
  { id, snapshot }: PetitionRow,
  { accepted, decision, byPersonId, now }: Decided,
): Promise<void> => {
  await tx.standingPetition.update({
    where: { id },
    data: { accepted, decision, decidedById: byPersonId, decidedAt: now },
  });
  if (!accepted) return;
  const { period, groupId } = snapshot;
  await tx.standingSnapshot.updateMany({
    where: { period, groupId, span: { in: SPANS } },
    data: { amended: true },
  });
};

const toAmendment = ({ id, agency, decision, snapshot }: PetitionRow): Amendment => ({
  petitionId: id,
  groupId: snapshot.groupId,
  groupName: snapshot.group.name,
  period: snapshot.period,
  agencyName: agency.name,
  decision: decision ?? "",
});

/** Accepted and not published yet: they go out with the next ranking of their group. */
export const amendmentsToPublish = async (store: Store): Promise<Amendment[]> => {
  const rows = await store.standingPetition.findMany({
    where: { accepted: true, publishedAt: null },
    include,
    orderBy: { id: "asc" },
  });
  return rows.map(toAmendment);
};

/** What was accepted about the rankings of a week. */
export const amendmentsOf = async (
  store: Store,
  period: string,
  groupIds: readonly number[],
): Promise<Amendment[]> => {
  const rows = await store.standingPetition.findMany({
    where: { accepted: true, snapshot: { period, groupId: { in: [...groupIds] } } },
    include,
    orderBy: { id: "asc" },
  });
  return rows.map(toAmendment);
};

export const markPublished = async (
  tx: Tx,
  amendments: readonly Amendment[],
  at: Date,
): Promise<void> => {
  const ids = amendments.map(({ petitionId }) => petitionId);
  if (ids.length === 0) return;
  await tx.standingPetition.updateMany({
    where: { id: { in: ids }, publishedAt: null },
    data: { publishedAt: at },
  });
};

/**
 * Nobody saw them after all: they go out with the ranking after, but for those of groups that are
 * shown elsewhere (null: all are).
 */
export const unmarkPublished = async (
  tx: Tx,
  at: Date,
  shownGroupIds: readonly number[] | null,
): Promise<void> => {
  if (shownGroupIds === null) return;
  await tx.standingPetition.updateMany({
    where: { publishedAt: at, snapshot: { groupId: { notIn: [...shownGroupIds] } } },
    data: { publishedAt: null },
  });
};
