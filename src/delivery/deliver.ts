// Takes messages out of the outbox and gives them to a channel: in order per chat, one under way
// per chat, what somebody waits for first, as fast as the channel's pace allows. What the channel
// refuses, or the database, is tried again; chats don't wait for one another.
import { setTimeout as sleep } from "node:timers/promises";
import { type Attempt, type DeliveryDeps, makeAttempt } from "./attempt.ts";
import { isWait, type PaceTicket, type SendTo, type Sent } from "./channel.ts";
import { LOOK_MS, startDispatch } from "./dispatch.ts";
import type { Loop } from "./loop.ts";
import { nextPerChat, type OutboxRow, unclaim } from "./outbox-store.ts";
import { type PaceClock, realPaceClock } from "./pace-clock.ts";
import { backOffMs, databasePauseMs } from "./retry.ts";

/** Enough for Telegram's 30 a second even where each takes a second. */
const MOST_UNDER_WAY = 60;

export type DispatchDeps = DeliveryDeps & { pauseClock?: PaceClock };

const addressOf = ({ chat, threadId }: OutboxRow): SendTo => ({
  externalId: chat.externalId,
  kind: chat.kind,
  threadId,
});

/** A worker of one channel. Pauses run on monotonic time. */
export const makeDelivery = (deps: DispatchDeps) => {
  const { db, channel, clock, log, pauseClock = realPaceClock } = deps;
  const attempts = makeAttempt(deps);
  /** Chats that are left alone until a moment of the pause clock: something failed there. */
  const resting = new Map<number, number>();
  /** How often in a row it failed there without a pause that the channel named. */
  const failures = new Map<number, number>();
  /** Chats whose next message has its place then; an answer may have one before. */
  const paced = new Map<number, number>();
  const underWay = new Map<number, Promise<void>>();
  /** Of these it is not known whether the claim was stored; nothing of them was sent. */
  const doubtful = new Set<bigint>();
  let stopped = false;

  /** What was sent must be written down, however long the database is away. */
  const insist = async (write: () => Promise<Attempt>): Promise<Attempt> => {
    for (let failed = 0; ; failed += 1) {
      try {
        return await write();
      } catch (error) {
        // Left as it is (sending), the next process calls its outcome unknown.
        if (stopped) throw error;
        log.error({ err: error }, "an outcome could not be stored, trying again");
        await sleep(databasePauseMs(failed));
      }
    }
  };

  const claim = async (row: OutboxRow): ReturnType<typeof attempts.claim> => {
    try {
      return await attempts.claim(row);
    } catch (error) {
      doubtful.add(row.id);
      throw error;
    }
  };

  const nextBackOff = (chatId: number): number => {
    const before = failures.get(chatId) ?? 0;
    failures.set(chatId, before + 1);
    return backOffMs(before, Math.random());
  };

  const sendOne = async (row: OutboxRow, ticket: PaceTicket | undefined): Promise<void> => {
    let sent: Sent | undefined;
    try {
      const tried = await claim(row);
      if (tried === null) return;
      sent = await attempts.send(tried, ticket);
      const outcome = sent;
      const attempt = await insist(() => attempts.record(tried, outcome));
      if (attempt.kind === "over") {
        failures.delete(row.chatId);
        return;
      }
      const ms = attempt.afterMs ?? nextBackOff(row.chatId);
      if (ms > 0) resting.set(row.chatId, pauseClock.now() + ms);
    } finally {
      if (sent === undefined) ticket?.giveBack();
    }
  };

  /** Chats that need not be looked at now. */
  const notNow = (): number[] => {
    const now = pauseClock.now();
    for (const chats of [resting, paced]) {
      for (const [chatId, until] of chats) if (until <= now) chats.delete(chatId);
    }
    return [...new Set([...resting.keys(), ...paced.keys(), ...underWay.keys()])];
  };

  const listNext = async (upTo?: number): Promise<OutboxRow[]> => {
    if (doubtful.size > 0) {
      const ids = [...doubtful];
      await unclaim(db, ids);
      for (const id of ids) doubtful.delete(id);
    }
    const but = notNow();
    return nextPerChat(db, channel.name, clock.now(), { but, ...(upTo ? { upTo } : {}) });
  };

  const start = (row: OutboxRow, ticket: PaceTicket | undefined, onEnd: () => void): void => {
    const sending = sendOne(row, ticket)
      .catch((error: unknown) => {
        log.error({ err: error, outbox: String(row.id) }, "a message could not be tried");
        resting.set(row.chatId, pauseClock.now() + backOffMs(0, Math.random()));
      })
      .finally(() => {
        underWay.delete(row.chatId);
        onEnd();
      });
    underWay.set(row.chatId, sending);
  };

  /** A list is older than what happened since: somebody is at it, or it failed there. */
  const isBusy = (chatId: number): boolean =>
    underWay.has(chatId) || (resting.get(chatId) ?? 0) > pauseClock.now();

  /** Starts what may go out of a list, which it shortens; milliseconds until more may. */
  const startAll = (list: OutboxRow[], onEnd: () => void): number => {
    while (underWay.size < MOST_UNDER_WAY) {
      const [row] = list;
      if (row === undefined) return LOOK_MS;
      const isFree = !isBusy(row.chatId);
      const place = isFree ? channel.reserve?.(addressOf(row), row.kind === "reply") : undefined;
      if (isWait(place) && place.of === "all") return place.ms;
      list.shift();
      if (!isFree) continue;
      if (isWait(place)) paced.set(row.chatId, pauseClock.now() + place.ms);
      else start(row, place, onEnd);
    }
    return LOOK_MS;
  };

  /** Milliseconds until the first of the chats that rest may be written to again. */
  const restEnds = (): number => {
    const now = pauseClock.now();
    let ms = LOOK_MS;
    for (const chats of [resting, paced]) {
      for (const until of chats.values()) ms = Math.min(ms, Math.max(1, until - now));
    }
    return ms;
  };

  return {
    /** Sends whatever can be sent now, and waits for it; how many messages were tried. */
    deliverDue: async (): Promise<number> => {
      const list = await listNext();
      for (const row of list) start(row, undefined, () => undefined);
      await Promise.all(underWay.values());
      return list.length;
    },

    /** Goes on sending until it is stopped; `wake` says that something was queued. */
    start: (): Loop =>
      startDispatch({
        listNext,
        startAll,
        forgetPaced: () => paced.clear(),
        restEnds,
        sleep: pauseClock.after,
        underWay: () => underWay.values(),
        onStop: () => {
          stopped = true;
        },
        log,
      }),
  };
};
