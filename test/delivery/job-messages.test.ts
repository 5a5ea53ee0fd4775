// What jobs have for a person, in the outbox: bundled, joined, capped, and queued once for ever.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OutboxPayload } from "#src/delivery/outbox-payload.ts";
import { claimMessage, nextPerChat, queueMessages } from "#src/delivery/outbox-store.ts";
import { type OutgoingMessage, say } from "#src/messages/reply.ts";
import { type DatabaseKind, databaseKinds, openTestDatabase } from "#test/support/database.ts";

const at = (civil: string): Date => new Date(`${civil}:00+07:00`);

const openOutbox = async (kind: DatabaseKind) => {
  const open = await openTestDatabase(kind);
  const { db } = open;
  const person = await db.person.create({ data: { fullName: "Lan" } });
  await db.identity.create({
    data: { personId: person.id, channel: "test", externalId: "1" },
  });
  await db.chat.create({ data: { channel: "test", externalId: "1", kind: "private" } });
  const message = (key: string, notBefore?: Date): OutgoingMessage => ({
    to: { personId: person.id },
    kind: "alert",
    key,
    reply: say(key),
    ...(notBefore === undefined ? {} : { notBefore }),
  });
  const queue = (messages: OutgoingMessage[], now: Date, job = "some-job") =>
    db.$transaction((tx) => queueMessages(tx, messages, { now, inboxId: null, job }));
  const pending = async () =>
    (await db.outboxMessage.findMany({ where: { state: "pending" }, orderBy: { id: "asc" } })).map(
      (row) => ({
        keys: ((row.payload as OutboxPayload).parts ?? []).map(({ key }) => key),
        notBefore: row.notBefore,
      }),
    );
  return { open, db, message, queue, pending };
};

describe.each(databaseKinds)("messages by jobs (%s)", (kind) => {
  let outbox: Awaited<ReturnType<typeof openOutbox>>;
  const morning = at("2026-11-20T07:30");

  beforeAll(async () => {
    outbox = await openOutbox(kind);
  });
  afterAll(() => outbox.open.close());

  it("of one slot are one message, and queue nothing when the slot is run again", async () => {
    const { message, queue, pending } = outbox;
    const three = ["a", "b", "c"].map((key) => message(key));
    expect(await queue(three, morning)).toEqual({ queued: 3, unreachable: [] });
    expect(await queue(three, morning)).toEqual({ queued: 0, unreachable: [] });
    expect(await pending()).toEqual([{ keys: ["a", "b", "c"], notBefore: null }]);
  });

  it("of another are joined into what has not gone out, and again only once", async () => {
    const { message, queue, pending } = outbox;
    await queue([message("d")], at("2026-11-20T09:00"), "other-job");
    await queue([message("a"), message("d")], at("2026-11-20T14:00"), "other-job");
    expect(await pending()).toEqual([{ keys: ["a", "b", "c", "d"], notBefore: null }]);
  });

  it("are read again when they are claimed: what was joined meanwhile is in it", async () => {
    const { db, message, queue, pending } = outbox;
    const now = at("2026-11-20T14:00");
    const [row] = await nextPerChat(db, "test", now);
    if (row === undefined) throw new Error("nothing to send");
    await queue([message("e")], now);
    const claimed = await claimMessage(db, row, now);
    expect(JSON.stringify(claimed?.payload)).toContain('"e"');
    expect(await claimMessage(db, row, now)).toBeNull();
    // It is under way: what comes now is another message.
    await queue([message("f")], now);
    expect(await pending()).toEqual([{ keys: ["f"], notBefore: null }]);
  });

  it("wait for the next working morning once the day has its number, and gather there", async () => {
    const { db, message, queue, pending } = outbox;
    const send = () =>
      db.outboxMessage.updateMany({
        where: { state: "pending" },
        data: { state: "sent", sentAt: at("2026-11-20T14:30") },
      });
    await send();
    await queue([message("g")], at("2026-11-20T15:00"));
    await send();
    await queue([message("h")], at("2026-11-20T16:00"));
    await queue([message("i")], at("2026-11-20T17:00"), "other-job");
    expect(await pending()).toEqual([{ keys: ["h", "i"], notBefore: at("2026-11-23T06:30") }]);
    expect(await nextPerChat(db, "test", at("2026-11-23T06:29"))).toHaveLength(0);
  });
});
