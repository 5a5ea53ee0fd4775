// How stored updates come to their handler: in order within a lane, whoever stored them when.
import type { Update } from "grammy/types";
import { describe, expect, it } from "vitest";
import { makeHandling } from "#src/app.ts";
import type { Db } from "#src/database/client.ts";
import { storeUpdates } from "#src/delivery/inbox-store.ts";
import { rowOf } from "#src/telegram/inbox-rows.ts";
import { databaseKinds, openTestDatabase } from "#test/support/database.ts";
import { atEnd, clock, now, openStage } from "#test/telegram/stage.ts";

const said = (updateId: number, from: number, text: string, edit = false): Update =>
  ({
    update_id: updateId,
    [edit ? "edited_message" : "message"]: {
      message_id: edit ? updateId - 1 : updateId,
      date: 1,
      chat: { id: from, type: "private" },
      from: { id: from, is_bot: false, first_name: "Lan" },
      text,
    },
  }) as unknown as Update;

const store = (db: Db, update: Update) => storeUpdates(db, [rowOf(update, now)]);

/** Numbers of the updates that were answered, in the order of the answers. */
const answered = async (db: Db): Promise<number[]> => {
  const rows = await db.outboxMessage.findMany({
    where: { kind: "reply" },
    orderBy: { id: "asc" },
    select: { inbox: { select: { updateId: true } } },
  });
  return rows.map(({ inbox }) => Number(inbox?.updateId));
};

describe.each(databaseKinds)("stored updates (%s)", (kind) => {
  const open = async () => {
    const { db, close } = await openTestDatabase(kind);
    atEnd(close);
    const { channel, log } = await openStage(db);
    let heard = 0;
    const onHandled = () => {
      heard += 1;
    };
    const { inbox } = makeHandling({ db, channel, clock, log, onHandled, inviteLink: () => null });
    return { db, inbox, log, heard: () => heard };
  };

  it("of one person are handled in the order in which they were said, not stored", async () => {
    const { db, inbox } = await open();
    for (const id of [30, 10, 20]) await store(db, said(id, 7, "chào"));
    expect(await inbox.drain()).toBe(3);
    expect(await answered(db)).toEqual([10, 20, 30]);
  });

  it("a message that comes after its own correction does nothing any more", async () => {
    const { db, inbox } = await open();
    await store(db, said(11, 7, "bản sửa", true));
    await inbox.drain();
    await store(db, said(10, 7, "bản đầu"));
    expect(await inbox.drain()).toBe(1);
    expect(await answered(db)).toEqual([11]);
    expect(await db.inboxUpdate.count({ where: { state: "pending" } })).toBe(0);
  });

  it("nothing more is begun once it is stopped", async () => {
    const { db, inbox } = await open();
    await store(db, said(10, 7, "chào"));
    inbox.stop();
    expect(await inbox.drain()).toBe(0);
    expect(await answered(db)).toEqual([]);
  });

  /** Keeps an update's row locked until it is let go. */
  const hold = async (db: Db, updateId: number): Promise<() => Promise<void>> => {
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    const { promise: locked, resolve: hasLock } = Promise.withResolvers<void>();
    const holding = db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "InboxUpdate" WHERE "updateId" = ${updateId} FOR UPDATE`;
      hasLock();
      await held;
    });
    await locked;
    return async () => {
      release();
      await holding;
    };
  };

  // It used to go round for ever, and nothing else in the process ran any more.
  it.skipIf(kind === "embedded")("stopped with something new, it waits for what runs", async () => {
    const { db, inbox } = await open();
    await store(db, said(10, 7, "chào"));
    await store(db, said(108, 8, "chào"));
    const letGo = await hold(db, 10);
    const drained = inbox.drain();
    await expect.poll(() => answered(db)).toEqual([108]);
    inbox.stop();
    inbox.wake();
    await letGo();
    expect(await drained).toBe(2);
    expect(await answered(db)).toEqual([108, 10]);
  });

  it.skipIf(kind === "embedded")("one who waits holds up nobody else", async () => {
    const { db, inbox, heard } = await open();
    await store(db, said(10, 7, "chào"));
    await store(db, said(11, 7, "còn đó không"));
    const letGo = await hold(db, 10);
    const drained = inbox.drain();
    for (const from of [8, 9]) await store(db, said(from + 100, from, "chào"));
    inbox.wake();
    // The two are handled beside each other: which of them is answered first is nobody's promise.
    await expect.poll(async () => (await answered(db)).sort()).toEqual([108, 109]);
    // Their answers may leave: nothing waits for the inbox to be empty.
    await expect.poll(heard).toBe(2);
    await letGo();
    expect(await drained).toBe(4);
    expect((await answered(db)).slice(2)).toEqual([10, 11]);
  });
});
