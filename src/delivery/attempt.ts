// One message of the outbox: claimed, looked at once more, sent, and its outcome recorded.
import { civilToday } from "#src/calendar/zone.ts";
import type { Clock } from "#src/clock.ts";
import type { Db } from "#src/database/client.ts";
import { readOfficeSettings } from "#src/office/office-settings.ts";
import { loadCalendar } from "#src/schedule/calendar-store.ts";
import type { Channel, PaceTicket, Sent } from "./channel.ts";
import { migrateChat } from "./chats-store.ts";
import { checkpoint } from "./checkpoints.ts";
import { stillBelongs } from "./eligibility-of-person.ts";
import { eraseOnce } from "./erase-once.ts";
import { markUnreachable } from "./gone-chats.ts";
import type { Log } from "./log.ts";
import { eligibleReply, type OutboxPayload } from "./outbox-payload.ts";
import {
  claimMessage,
  type Ending,
  endSending,
  holdMessage,
  jobMessagesOn,
  type OutboxRow,
} from "./outbox-store.ts";
import { rememberCard } from "./posted-cards.ts";
import { quietUntil, waitsForMorning } from "./quiet-hours.ts";
import { nextMorning } from "./release-plan.ts";
import { isGivenUp } from "./retry.ts";

export type DeliveryDeps = {
  db: Db;
  channel: Channel;
  clock: Clock;
  log: Log;
  /** The machine's clock, epoch ms: what is given up after 24 hours is counted by it. */
  machine?: () => number;
};

export type Attempt =
  /** Its way has ended, well or not, or another has it. */
  | { kind: "over" }
  /** Surely not taken: to be tried again, after a pause that the channel asked for or our own. */
  | { kind: "again"; afterMs: number | null };

const over: Attempt = { kind: "over" };

/**
 * Until when a message must wait that was not to go out now after all: it got stuck until the
 * quiet hours, or until a day that has its number already. Null where it may go out.
 */
const heldUntil = async (db: Db, row: OutboxRow, now: Date): Promise<Date | null> => {
  if (!waitsForMorning(row.kind)) return null;
  const settings = await readOfficeSettings(db);
  const quiet = quietUntil(now, settings);
  if (quiet !== null || row.job === null || row.personId === null) return quiet;
  const today = civilToday(now);
  if ((await jobMessagesOn(db, row.personId, today)) < settings.jobMessagesADay) return null;
  return nextMorning(today, { ...settings, calendar: await loadCalendar(db) });
};

/**
 * What becomes of the message that a lost chat refused, as of all that waits for one: answers and
 * notices wait for its return, alerts are stale by then, of a ranking the secretariat decides.
 */
const endingInGoneChat = (row: OutboxRow, errorCode: string): Ending => {
  if (row.kind === "reply" || row.kind === "notice") return { state: "pending", errorCode };
  return { state: row.kind === "ranking" ? "failed" : "dropped", errorCode };
};

type Tried = { row: OutboxRow; payload: OutboxPayload; firstTriedAt: Date };

/** Makes what tries one message, and what records the outcome of a try. */
export const makeAttempt = (deps: DeliveryDeps) => {
  const { db, channel, clock, log, machine = Date.now } = deps;

  const end = (row: OutboxRow, ending: Ending) => endSending(db, row.id, ending);

  const putBack = async (
    { row, payload, firstTriedAt }: Tried,
    errorCode: string,
    afterMs: number | null,
  ): Promise<Attempt> => {
    if (isGivenUp(firstTriedAt.getTime(), machine())) {
      log.error({ outbox: String(row.id), code: errorCode }, "given up after 24 hours");
      await end(row, { state: "failed", errorCode: `gave up after 24 h: ${errorCode}` });
      await eraseOnce(db, row.id, payload.reply);
      return over;
    }
    await end(row, { state: "pending", errorCode });
    return { kind: "again", afterMs };
  };

  /** Writes down what became of a try. May be run again where the database failed meanwhile. */
  const record = async (tried: Tried, sent: Sent): Promise<Attempt> => {
    const { row, payload } = tried;
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
        return over;
      case "retry":
        return putBack(tried, sent.errorCode, sent.afterMs);
      case "unknown":
        // Drawing a card again does no harm; saying something twice does.
        if (payload.editMessageId !== undefined) return putBack(tried, sent.errorCode, null);
        log.warn({ outbox: String(row.id), code: sent.errorCode }, "outcome unknown");
        await end(row, { state: "unknown", errorCode: sent.errorCode });
        return over;
      case "gone":
        log.warn({ chat: row.chatId, code: sent.errorCode }, "chat is gone");
        await db.$transaction(async (tx) => {
          const cause = { now: clock.now(), inboxId: row.inboxId };
          await markUnreachable(tx, row.chatId, sent.status, cause);
          await endSending(tx, row.id, endingInGoneChat(row, sent.errorCode));
        });
        return over;
      case "migrated":
        await db.$transaction((tx) => {
          const move = { channel: channel.name, from: row.chat.externalId, to: sent.externalId };
          return migrateChat(tx, move, clock.now());
        });
        await end(row, { state: "pending", errorCode: "migrated" });
        return { kind: "again", afterMs: 0 };
      case "rejected":
        if (payload.editMessageId === undefined) {
          log.error({ outbox: String(row.id), code: sent.errorCode }, "message refused");
        }
        await end(row, { state: "failed", errorCode: sent.errorCode });
        await eraseOnce(db, row.id, payload.reply);
        return over;
    }
  };

  /** Whoever left since is told nothing more; an answer is theirs all the same. */
  const isForMember = async ({ personId, kind }: OutboxRow, now: Date): Promise<boolean> =>
    personId === null || kind === "reply" || (await stillBelongs(db, personId, now));

  return {
    /** Looks once more whether it may go out, claims it; null where it may not, or not now. */
    claim: async (row: OutboxRow): Promise<Tried | null> => {
      const now = clock.now();
      const until = await heldUntil(db, row, now);
      if (until !== null) {
        await holdMessage(db, row.id, until);
        return null;
      }
      const firstTriedAt = row.firstTriedAt ?? new Date(machine());
      const claimed = await claimMessage(db, { ...row, firstTriedAt }, now);
      if (claimed === null) return null;
      checkpoint("outbox.claimed");
      if (!(await isForMember(row, now))) {
        await end(row, { state: "dropped", errorCode: "no longer a member" });
        return null;
      }
      const payload = await eligibleReply(db, claimed);
      if (payload !== null) return { row, payload, firstTriedAt };
      await end(row, { state: "dropped", errorCode: "no longer needed" });
      return null;
    },

    /** Never throws for what the channel does. */
    send: async ({ row, payload }: Tried, ticket: PaceTicket | undefined): Promise<Sent> => {
      const { externalId, kind } = row.chat;
      const { editMessageId } = payload;
      const sent = await channel.send({ externalId, kind, threadId: row.threadId }, payload.reply, {
        ...(editMessageId === undefined ? {} : { editMessageId }),
        ...(ticket === undefined ? {} : { ticket }),
      });
      checkpoint("outbox.sent-not-marked");
      return sent;
    },

    record: async (tried: Tried, sent: Sent): Promise<Attempt> => {
      const attempt = await record(tried, sent);
      checkpoint("outbox.marked");
      return attempt;
    },
  };
};
