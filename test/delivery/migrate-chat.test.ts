// Telegram tells of a group's new id in both chats at once, and once more in answer to a message.
import { describe, expect, it, onTestFinished } from "vitest";
import { migrateChat } from "#src/delivery/chats-store.ts";
import { databaseKinds, openTestDatabase } from "#test/support/database.ts";

const NOW = new Date("2026-11-20T09:00:00+07:00");

describe.each(databaseKinds)("a group that became a supergroup (%s)", (kind) => {
  it("is followed once, however many say so at the same time", async () => {
    const open = await openTestDatabase(kind);
    onTestFinished(() => open.close());
    const { db } = open;
    for (let round = 0; round < 15; round += 1) {
      const [from, to] = [`old-${round}`, `new-${round}`];
      await db.chat.create({ data: { channel: "telegram", externalId: from, kind: "group" } });
      const move = { channel: "telegram", from, to };
      const told = () => db.$transaction((tx) => migrateChat(tx, move, NOW));
      await Promise.all([told(), told(), told()]);
    }
    const chats = await db.chat.findMany();
    expect(chats).toHaveLength(15);
    for (const { externalId, status } of chats) {
      expect(externalId).toMatch(/^new-/);
      expect(status).toBe("active");
    }
  });

  // Found by the fuzz: the update failed, for one chat cannot be bound twice.
  it("keeps what was decided under the new id, and brings along the rest", async () => {
    const open = await openTestDatabase(kind);
    onTestFinished(() => open.close());
    const { db } = open;
    const ranking = { purpose: "committee", wantsRanking: true };
    const chat = (externalId: string, bindings: { threadId?: number; endedAt?: Date }[]) =>
      db.chat.create({
        data: {
          ...{ channel: "telegram", externalId, kind: "group" },
          bindings: { create: bindings.map((each) => ({ ...ranking, ...each })) },
        },
      });
    const before = await chat("-5", [{}, { threadId: 3 }, { threadId: 4 }]);
    const after = await chat("-1005", [{}, { threadId: 4, endedAt: NOW }]);
    const move = { channel: "telegram", from: "-5", to: "-1005" };
    await db.$transaction((tx) => migrateChat(tx, move, NOW));
    const bound = await db.chatBinding.findMany({
      select: { chatId: true, threadId: true },
      where: { endedAt: null },
      orderBy: { threadId: "asc" },
    });
    expect(bound).toEqual([
      { chatId: after.id, threadId: 0 },
      { chatId: after.id, threadId: 3 },
    ]);
    expect(await db.chatBinding.count({ where: { chatId: before.id } })).toBe(2);
  });
});
