// The parts of an album wait in the inbox under a channel of their own until the album is whole:
// they are safe there, Telegram may be told so, and nobody handles half a submission. Whoever
// receives, and however many do: what is open, and what is its newest part, say the rows.
import type { Update } from "grammy/types";
import type { Db } from "#src/database/client.ts";
import { storeUpdates } from "#src/delivery/inbox-store.ts";
import { albumRows, rowOf } from "./inbox-rows.ts";
import { albumIdOf, laneOf } from "./update-payload.ts";

const PARTS = "telegram.album";

/** An album that is not whole yet. */
export type OpenAlbum = {
  album: string;
  /** The person and chat that it comes from; null for one stored before rows said so. */
  lane: string | null;
  /** Its newest row, and the newest update in it. */
  newest: bigint;
  newestUpdate: bigint;
};

export const albumOf = (part: Update): string => `${part.message?.chat.id}:${albumIdOf(part)}`;

/** Stores a part; one that was stored before, in the same album or an earlier one, is skipped. */
export const storePart = async (db: Db, part: Update, receivedAt: Date): Promise<void> => {
  const row = {
    ...rowOf(part, receivedAt),
    channel: PARTS,
    lane: albumOf(part),
    // No edit asks for parts by message: the index serves to find what is open of a lane.
    messageKey: laneOf(part),
  };
  await storeUpdates(db, [row]);
};

const grouped = (
  rows: { id: bigint; lane: string; updateId: bigint; messageKey: string | null }[],
): OpenAlbum[] => {
  const albums = Map.groupBy(rows, ({ lane }) => lane);
  return [...albums].map(([album, parts]) => ({
    album,
    lane: parts[0]?.messageKey ?? null,
    newest: parts.reduce((most, { id }) => (id > most ? id : most), 0n),
    newestUpdate: parts.reduce((most, { updateId }) => (updateId > most ? updateId : most), 0n),
  }));
};

const openWhere = async (db: Db, where: { messageKey?: { in: string[] } }): Promise<OpenAlbum[]> =>
  grouped(
    await db.inboxUpdate.findMany({
      where: { channel: PARTS, state: "pending", ...where },
      orderBy: { id: "asc" },
      select: { id: true, lane: true, updateId: true, messageKey: true },
    }),
  );

/** What is open of some lanes, whichever process received it. */
export const openAlbumsOf = (db: Db, lanes: readonly string[]): Promise<OpenAlbum[]> =>
  openWhere(db, { messageKey: { in: [...lanes] } });

/** All that is open. */
export const openAlbums = (db: Db): Promise<OpenAlbum[]> => openWhere(db, {});

/** A row: a part came meanwhile, this is the newest now. */
export type Closing = "closed" | "gone" | { newest: bigint };

/**
 * Makes one submission of the parts that wait. With `newest`: only where that still is the newest
 * part. "gone" where somebody else did it, or nothing waits.
 */
export const closeAlbum = (
  db: Db,
  album: string,
  now: Date,
  newest: bigint | null = null,
): Promise<Closing> =>
  db.$transaction(async (tx) => {
    const locked = await tx.$queryRaw<{ id: bigint; payload: Update }[]>`
      SELECT "id", "payload" FROM "InboxUpdate"
      WHERE "channel" = ${PARTS} AND "lane" = ${album} AND "state" = 'pending'
      ORDER BY "updateId" FOR UPDATE`;
    if (locked.length === 0) return "gone";
    const last = locked.reduce((most, { id }) => (id > most ? id : most), 0n);
    if (newest !== null && last !== newest) return { newest: last };
    const rows = albumRows(
      locked.map(({ payload }) => payload),
      now,
    );
    await tx.inboxUpdate.createMany({ data: rows, skipDuplicates: true });
    await tx.inboxUpdate.updateMany({
      where: { id: { in: locked.map(({ id }) => id) } },
      data: { state: "done", doneAt: now, messageKey: null },
    });
    return "closed";
  });
