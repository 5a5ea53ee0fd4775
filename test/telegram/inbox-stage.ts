// The inbox of one database, emptied before each test.
import { beforeEach, expect } from "vitest";
import { readIncoming } from "#src/telegram/incoming.ts";
import type { StoredPayload } from "#src/telegram/update-payload.ts";
import { bot, useDatabase } from "./stage.ts";

export const soon = <T>(look: () => T) => expect.poll(look, { timeout: 5000, interval: 20 });

export const useInbox = () => {
  const db = useDatabase();
  beforeEach(async () => {
    // Rows that history refers to cannot be deleted; here no history is written.
    await db().$transaction([
      db().$executeRawUnsafe("SET LOCAL session_replication_role = 'replica'"),
      db().inboxUpdate.deleteMany(),
      db().buttonToken.deleteMany(),
    ]);
  });

  const inbox = () =>
    db().inboxUpdate.findMany({ where: { channel: "telegram" }, orderBy: { id: "asc" } });

  /** What the inbox says, in the order in which it will be handled. */
  const heard = async () =>
    (await inbox()).map(({ payload }) => {
      const incoming = readIncoming(payload as unknown as StoredPayload, bot);
      return incoming === null || incoming.kind !== "message"
        ? (incoming?.kind ?? "nothing")
        : [incoming.text, ...incoming.files.map(({ name }) => name)].join("|");
    });

  return { db, inbox, heard };
};
