// What a group (or a topic of it) is for, and what it receives.
import type { Store, Tx } from "#src/database/client.ts";

export type Binding = {
  purpose: "committee" | "agency";
  agencyId: number | null;
  wantsRanking: boolean;
  wantsAlerts: boolean;
  approveFirst: boolean;
  wantsBulletin: boolean;
  publishOn: number | null;
  publishAt: string | null;
  agencyGroupIds: number[];
};

type Here = { id: number; threadId: number };

const key = ({ id, threadId }: Here) => ({ chatId: id, threadId });

/** Null where the group is not registered, or no longer. */
export const bindingHere = async (
  store: Store,
  here: Here,
): Promise<(Binding & { agency: { name: string } | null }) | null> => {
  const found = await store.chatBinding.findFirst({
    where: { ...key(here), endedAt: null },
    select: {
      purpose: true,
      agencyId: true,
      wantsRanking: true,
      wantsAlerts: true,
      approveFirst: true,
      wantsBulletin: true,
      publishOn: true,
      publishAt: true,
      agencyGroupIds: true,
      agency: { select: { name: true } },
    },
  });
  if (found === null) return null;
  return { ...found, purpose: found.purpose === "agency" ? "agency" : "committee" };
};

export const saveBinding = async (
  tx: Tx,
  here: Here,
  binding: Binding,
  byPersonId: number,
): Promise<void> => {
  const { purpose, agencyId, wantsRanking, wantsAlerts, approveFirst } = binding;
  const { wantsBulletin, publishOn, publishAt, agencyGroupIds } = binding;
  const receives = { wantsRanking, wantsAlerts, approveFirst, wantsBulletin };
  const columns = { purpose, agencyId, ...receives, publishOn, publishAt, agencyGroupIds };
  await tx.chatBinding.upsert({
    where: { chatId_threadId: key(here) },
    create: { ...key(here), ...columns, createdById: byPersonId },
    update: { ...columns, endedAt: null },
  });
};

export const unbindHere = async (tx: Tx, here: Here, now: Date): Promise<void> => {
  await tx.chatBinding.updateMany({ where: key(here), data: { endedAt: now } });
};

/** Names of ranking groups in their order. */
export const groupNamesOf = async (store: Store, ids: readonly number[]): Promise<string[]> => {
  const rows = await store.agencyGroup.findMany({
    where: { id: { in: [...ids] } },
    orderBy: [{ sortOrder: "asc" }, { id: "asc" }],
    select: { name: true },
  });
  return rows.map(({ name }) => name);
};
