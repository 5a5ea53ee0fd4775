// Telegram tells of a group's new id in both chats at once, and once more in answer to a message.
import { describe, expect, it, onTestFinished } from "vitest";
import { migrateChat } from "#src/delivery/chats-store.ts";
import { databaseKinds, openTestDatabase } from "#test/support/database.ts";

describe.each(databaseKinds)("a group that became a supergroup (%s)", (kind) => {
  it("is followed once, however many say so at the same time", async () => {
    const open = await openTestDatabase(kind);
    onTestFinished(() => open.close());
    const { db } = open;
    for (let round = 0; round < 15; round += 1) {
      const [from, to] = [`old-${round}`, `new-${round}`];
      await db.chat.create({ data: { channel: "telegram", externalId: from, kind: "group" } });
      const told = () => db.$transaction((tx) => migrateChat(tx, "telegram", from, to));
      await Promise.all([told(), told(), told()]);
    }
    const chats = await db.chat.findMany();
    expect(chats).toHaveLength(15);
    for (const { externalId, status } of chats) {
      expect(externalId).toMatch(/^new-/);
      expect(status).toBe("active");
    }
  });
});
