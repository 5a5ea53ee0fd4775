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

/** Pending updates of other lanes than these, the oldest first. */
export const pendingBeside = (
  db: Db,
  channel: string,
  lanes: readonly string[],
  take: number,
): Promise<InboxUpdate[]> =>
  db.inboxUpdate.findMany({
    where: { channel, state: "pending", lane: { notIn: [...lanes] } },
    orderBy: { id: "asc" },
    take,
  });

export const countAttempt = async (db: Db, id: bigint): Promise<void> => {
  await db.inboxUpdate.update({ where: { id }, data: { attempts: { increment: 1 } } });
};

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

/** Nothing was done about it, as it was told or will be. */
export const markRefused = async (tx: Tx, id: bigint, now: Date, why: string): Promise<void> => {
  await tx.inboxUpdate.update({
    where: { id },
    data: { state: "done", doneAt: now, errorCode: why },
  });
};

/**
 * Takes a secret out of a stored update whose effect is there. `secret`: letters, digits, "-" and
 * "_" only, so that the JSON around it stays what it was.
 */
export const maskStored = async (tx: Tx, id: bigint, secret: string): Promise<void> => {
  await tx.$executeRaw`
    UPDATE "InboxUpdate" SET "payload" = replace("payload"::text, ${secret}, '•••')::jsonb
    WHERE "id" = ${id}`;
};

/** Stored updates that name one of these handles of files: the files came with them. */
export const storedWith = async (tx: Tx, handles: readonly string[]): Promise<bigint[]> => {
  const found: bigint[] = [];
  for (const handle of handles) {
    const rows = await tx.$queryRaw<{ id: bigint }[]>`
      SELECT "id" FROM "InboxUpdate" WHERE strpos("payload"::text, ${handle}) > 0`;
    found.push(...rows.map(({ id }) => id));
  }
  return found;
};

/** Takes all that was said out of stored updates, which are over by that. */
export const eraseStored = async (tx: Tx, ids: readonly bigint[]): Promise<void> => {
  await tx.inboxUpdate.updateMany({
    where: { id: { in: [...ids] } },
    data: { payload: { erased: true } },
  });
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

/** Was its message edited meanwhile, and the edit handled before it (they came out of order)? */
export const isOvertaken = async (
  tx: Tx,
  { channel, messageKey, updateId }: InboxUpdate,
): Promise<boolean> =>
  messageKey !== null &&
  (await tx.inboxUpdate.findFirst({
    where: { channel, messageKey, updateId: { gt: updateId }, state: "done" },
    select: { id: true },
  })) !== null;

/** The update of the message that an edit corrects: the latest one before it, by its number. */
export const originalOf = async (
  tx: Tx,
  channel: string,
  messageKey: string,
  before: bigint,
): Promise<bigint | null> => {
  const row = await tx.inboxUpdate.findFirst({
    where: { channel, messageKey, updateId: { lt: before } },
    orderBy: { updateId: "desc" },
    select: { id: true },
  });
  return row?.id ?? null;
};
