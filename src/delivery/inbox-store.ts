// The inbox: every update is here before the channel is told that it arrived.
import type { InboxUpdate, Prisma } from "#prisma/generated/client.ts";
import type { Db, Tx } from "#src/database/client.ts";

export type NewUpdate = {
  channel: string;
  updateId: bigint;
  /** Updates of one lane are handled in order: a person in a chat. */
  lane: string;
  messageKey: string | null;
  payload: Prisma.InputJsonValue;
  receivedAt: Date;
};

/** Stores updates; those that are here already are skipped. */
export const storeUpdates = async (db: Db, updates: readonly NewUpdate[]): Promise<number> => {
  const { count } = await db.inboxUpdate.createMany({ data: [...updates], skipDuplicates: true });
  return count;
};

export const pendingUpdates = (db: Db, channel: string, take: number): Promise<InboxUpdate[]> =>
  db.inboxUpdate.findMany({
    where: { channel, state: "pending" },
    orderBy: { id: "asc" },
    take,
  });

/**
 * Locks an update for its effect; false where its effect is already there: the row is marked done
 * in the very transaction that brings the effect.
 */
export const lockPending = async (tx: Tx, id: bigint): Promise<boolean> => {
  const rows = await tx.$queryRaw<{ state: string }[]>`
    SELECT "state"::text FROM "InboxUpdate" WHERE "id" = ${id} FOR UPDATE`;
  return rows[0]?.state === "pending";
};

export const markDone = async (tx: Tx, id: bigint, now: Date): Promise<void> => {
  await tx.inboxUpdate.update({ where: { id }, data: { state: "done", doneAt: now } });
};

export const markFailed = async (
  tx: Tx,
  id: bigint,
  now: Date,
  errorCode: string,
): Promise<void> => {
  await tx.inboxUpdate.update({
    where: { id },
    data: { state: "failed", doneAt: now, errorCode },
  });
};

/** The update of the message that an edit corrects: the latest one before it. */
export const originalOf = async (
  tx: Tx,
  channel: string,
  messageKey: string,
  before: bigint,
): Promise<bigint | null> => {
  const row = await tx.inboxUpdate.findFirst({
    where: { channel, messageKey, id: { lt: before } },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  return row?.id ?? null;
};
