// The parts of an album wait in the inbox under a channel of their own until the album is whole:
// they are safe there, Telegram may be told so, and nobody handles half a submission.
import type { Update } from "grammy/types";
import type { Db } from "#src/database/client.ts";
import { storeUpdates } from "#src/delivery/inbox-store.ts";
import { albumRows, rowOf } from "./inbox-rows.ts";
import { albumIdOf } from "./update-payload.ts";

const PARTS = "telegram.album";

export const albumLane = (part: Update): string => `${part.message?.chat.id}:${albumIdOf(part)}`;

/** Stores parts; those that were stored before, in the same album or an earlier one, are skipped. */
export const storeParts = async (
  db: Db,
  parts: readonly Update[],
  receivedAt: Date,
): Promise<void> => {
  const rows = parts.map((part) => ({
    ...rowOf(part, receivedAt),
    channel: PARTS,
    lane: albumLane(part),
    messageKey: null,
  }));
  await storeUpdates(db, rows);
};

/** Makes one submission of the parts that wait; false where somebody else did, or none wait. */
export const closeAlbum = (db: Db, lane: string, now: Date): Promise<boolean> =>
  db.$transaction(async (tx) => {
    const locked = await tx.$queryRaw<{ id: bigint; payload: Update }[]>`
      SELECT "id", "payload" FROM "InboxUpdate"
      WHERE "channel" = ${PARTS} AND "lane" = ${lane} AND "state" = 'pending'
      ORDER BY "updateId" FOR UPDATE`;
    if (locked.length === 0) return false;
    const rows = albumRows(
      locked.map(({ payload }) => payload),
      now,
    );
    await tx.inboxUpdate.createMany({ data: rows, skipDuplicates: true });
    await tx.inboxUpdate.updateMany({
      where: { id: { in: locked.map(({ id }) => id) } },
      data: { state: "done", doneAt: now },
    });
    return true;
  });

/** Albums that a process left open when it died. */
export const openAlbums = async (db: Db): Promise<string[]> => {
  const rows = await db.inboxUpdate.findMany({
    where: { channel: PARTS, state: "pending" },
    distinct: ["lane"],
    orderBy: { id: "asc" },
    select: { lane: true },
  });
  return rows.map(({ lane }) => lane);
};
