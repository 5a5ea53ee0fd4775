// Takes messages out of the outbox and gives them to a channel: in order per chat, one under way
// per chat, each claimed before it is sent, its outcome recorded after.

import type { Clock } from "#src/clock.ts";
import type { Db } from "#src/database/client.ts";
import type { Channel, Sent } from "./channel.ts";
import { migrateChat } from "./chats-store.ts";
import { checkpoint } from "./checkpoints.ts";
import { mattersIn, onlyAbout } from "./eligibility.ts";
import type { Log } from "./log.ts";
import {
  claimMessage,
  type Ending,
  endSending,
  nextPerChat,
  type OutboxPayload,
  type OutboxRow,
} from "./outbox-store.ts";
import { rememberCard } from "./posted-cards.ts";
import { stillNeeded } from "./still-needed.ts";

export type DeliveryDeps = { db: Db; channel: Channel; clock: Clock; log: Log };

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;

/** The reply as it may be sent now; null where an alert has nothing left to say. */
const eligibleReply = async (db: Db, row: OutboxRow): Promise<OutboxPayload | null> => {
  const payload = row.payload as OutboxPayload;
  if (row.eligibility === null) return payload;
  const reply = onlyAbout(payload.reply, await stillNeeded(db, mattersIn(payload.reply)));
  return reply === null ? null : { ...payload, reply };
};

const backOff = (attempts: number): number =>
  Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.max(0, attempts)) *
  (0.75 + Math.random() / 2);

/** A worker of one channel. Holds after a 429 or a failure run on monotonic time. */
export const makeDelivery = (deps: DeliveryDeps) => {
  const { db, channel, clock, log } = deps;
  const heldUntil = new Map<number, number>();

  const end = (row: OutboxRow, ending: Ending) => endSending(db, row.id, ending);

  const afterSending = async (row: OutboxRow, payload: OutboxPayload, sent: Sent) => {
    switch (sent.kind) {
      case "sent":
        await db.$transaction(async (tx) => {
          await endSending(tx, row.id, {
            state: "sent",
            sentAt: clock.now(),
            externalId: sent.messageId,
          });
          await rememberCard(tx, {
            chatId: row.chatId,
            messageId: sent.messageId,
            card: payload.reply.card,
            outboxId: row.id,
          });
        });
        return;
      case "retry":
        heldUntil.set(row.chatId, performance.now() + (sent.afterMs ?? backOff(row.attempts)));
        await end(row, { state: "pending", errorCode: sent.errorCode });
        return;
      case "unknown":
        // Drawing a card again does no harm; saying something twice does.
        if (payload.editMessageId !== undefined) {
          await end(row, { state: "pending", errorCode: sent.errorCode });
          heldUntil.set(row.chatId, performance.now() + backOff(row.attempts));
          return;
        }
        log.warn({ outbox: String(row.id), code: sent.errorCode }, "outcome unknown");
        await end(row, { state: "unknown", errorCode: sent.errorCode });
        return;
      case "gone":
        log.warn({ chat: row.chatId, code: sent.errorCode }, "chat is gone");
        await db.chat.update({ where: { id: row.chatId }, data: { status: sent.status } });
        await end(row, { state: "failed", errorCode: sent.errorCode });
        return;
      case "migrated":
        await db.$transaction((tx) =>
          migrateChat(tx, channel.name, row.chat.externalId, sent.externalId),
        );
        await end(row, { state: "pending", errorCode: "migrated" });
        return;
      case "rejected":
        if (payload.editMessageId === undefined) {
          log.error({ outbox: String(row.id), code: sent.errorCode }, "message refused");
        }
        await end(row, { state: "failed", errorCode: sent.errorCode });
    }
  };

  const deliver = async (row: OutboxRow): Promise<void> => {
    if (!(await claimMessage(db, row.id))) return;
    checkpoint("outbox.claimed");
    const payload = await eligibleReply(db, row);
    if (payload === null) {
      await end(row, { state: "dropped", errorCode: "no longer needed" });
      return;
    }
    const { externalId, kind } = row.chat;
    const { editMessageId } = payload;
    const sent = await channel.send(
      { externalId, kind, threadId: row.threadId },
      payload.reply,
      editMessageId === undefined ? {} : { editMessageId },
    );
    checkpoint("outbox.sent-not-marked");
    await afterSending(row, payload, sent);
    checkpoint("outbox.marked");
  };

  return {
    /** Sends whatever can be sent now; how many messages were tried. */
    deliverDue: async (): Promise<number> => {
      const now = performance.now();
      const due = (await nextPerChat(db, channel.name)).filter(
        (row) =>
          (heldUntil.get(row.chatId) ?? 0) <= now &&
          (row.notBefore === null || row.notBefore <= clock.now()),
      );
      await Promise.all(due.map(deliver));
      return due.length;
    },
  };
};
