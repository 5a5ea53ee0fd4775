// Behind the glass: what one update set off, read back from the database.
import { z } from "zod";
import type { Db } from "#src/database/client.ts";
import type { Caused } from "#src/playground/house.ts";
import { outboxRows } from "./outbox-rows.ts";
import { writtenRows } from "./written-rows.ts";

const CHANNEL = "telegram";

/** A part of an album that stands with the others in one row. */
const partOfAlbum = z.object({ partOf: z.number().int() });

const rowOf = async (db: Db, updateId: number) => {
  const found = await db.inboxUpdate.findUnique({
    where: { channel_updateId: { channel: CHANNEL, updateId: BigInt(updateId) } },
  });
  const part = partOfAlbum.safeParse(found?.payload);
  if (!part.success) return found;
  const updateIdOfAll = BigInt(part.data.partOf);
  return db.inboxUpdate.findUnique({
    where: { channel_updateId: { channel: CHANNEL, updateId: updateIdOfAll } },
  });
};

/** Nothing at all where the update has not been stored (yet). */
export const causedBy = async (db: Db, updateId: number): Promise<Caused> => {
  const row = await rowOf(db, updateId);
  if (row === null) return { inbox: null, transaction: [], outbox: [] };
  return {
    inbox: {
      state: row.state,
      receivedAt: row.receivedAt.getTime(),
      doneAt: row.doneAt?.getTime() ?? null,
      attempts: row.attempts,
    },
    transaction: await writtenRows(db, row.id),
    outbox: await outboxRows(db, row.id),
  };
};
