// Takes messages out of the outbox and gives them to a channel: in order per chat, one under way
// per chat, each claimed before it is sent, its outcome recorded after.

import { civilToday } from "#src/calendar/zone.ts";
import type { Clock } from "#src/clock.ts";
import type { Db } from "#src/database/client.ts";
import { type OfficeSettings, readOfficeSettings } from "#src/office/office-settings.ts";
import { loadCalendar } from "#src/schedule/calendar-store.ts";
import type { Channel, Sent } from "./channel.ts";
import { migrateChat } from "./chats-store.ts";
import { checkpoint } from "./checkpoints.ts";
import { eraseOnce } from "./erase-once.ts";
import type { Log } from "./log.ts";
import { eligibleReply, type OutboxPayload } from "./outbox-payload.ts";
import {
  claimMessage,
  type Ending,
  endSending,
  holdMessage,
  jobMessagesOn,
  nextPerChat,
  type OutboxRow,
} from "./outbox-store.ts";
import { rememberCard } from "./posted-cards.ts";
import { quietUntil, waitsForMorning } from "./quiet-hours.ts";
import { nextMorning } from "./release-plan.ts";

export type DeliveryDeps = { db: Db; channel: Channel; clock: Clock; log: Log };

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;

/** What the office decided, read once a round; null where nothing of the round asks for it. */
const settingsFor = async (db: Db, due: readonly OutboxRow[]): Promise<OfficeSettings | null> =>
  due.some(({ kind }) => waitsForMorning(kind)) ? readOfficeSettings(db) : null;

/**
 * Until when a message must wait that was not to go out now after all: it got stuck until the
 * quiet hours, or until a day that has its number already. Null where it may go out.
 */
const heldUntil = async (
  db: Db,
  row: OutboxRow,
  settings: OfficeSettings | null,
  now: Date,
): Promise<Date | null> => {
  if (settings === null || !waitsForMorning(row.kind)) return null;
  const quiet = quietUntil(now, settings);
  if (quiet !== null || row.job === null || row.personId === null) return quiet;
  const today = civilToday(now);
  if ((await jobMessagesOn(db, row.personId, today)) < settings.jobMessagesADay) return null;
  return nextMorning(today, { ...settings, calendar: await loadCalendar(db) });
};

const backOff = (attempts: number): number =>
  Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.max(0, attempts)) *
  (0.75 + Math.random() / 2);

/** A worker of one channel. Holds after a 429 or a failure run on monotonic time. */
export const makeDelivery = (deps: DeliveryDeps) => {
  const { db, channel, clock, log } = deps;
  const resting = new Map<number, number>();

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
          await eraseOnce(tx, row.id, payload.reply);
        });
        return;
      case "retry":
        resting.set(row.chatId, performance.now() + (sent.afterMs ?? backOff(row.attempts)));
        await end(row, { state: "pending", errorCode: sent.errorCode });
        return;
      case "unknown":
        // Drawing a card again does no harm; saying something twice does.
        if (payload.editMessageId !== undefined) {
          await end(row, { state: "pending", errorCode: sent.errorCode });
          resting.set(row.chatId, performance.now() + backOff(row.attempts));
          return;
        }
        log.warn({ outbox: String(row.id), code: sent.errorCode }, "outcome unknown");
        await end(row, { state: "unknown", errorCode: sent.errorCode });
        return;
      case "gone":
        log.warn({ chat: row.chatId, code: sent.errorCode }, "chat is gone");
        await db.chat.update({ where: { id: row.chatId }, data: { status: sent.status } });
        await end(row, { state: "failed", errorCode: sent.errorCode });
        await eraseOnce(db, row.id, payload.reply);
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
        await eraseOnce(db, row.id, payload.reply);
    }
  };

  const deliver = async (row: OutboxRow, settings: OfficeSettings | null): Promise<void> => {
    const until = await heldUntil(db, row, settings, clock.now());
    if (until !== null) return holdMessage(db, row.id, until);
    const claimed = await claimMessage(db, row, clock.now());
    if (claimed === null) return;
    checkpoint("outbox.claimed");
    const payload = await eligibleReply(db, claimed);
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
      const due = (await nextPerChat(db, channel.name, clock.now())).filter(
        (row) => (resting.get(row.chatId) ?? 0) <= now,
      );
      const settings = await settingsFor(db, due);
      await Promise.all(due.map((row) => deliver(row, settings)));
      return due.length;
    },
  };
};
