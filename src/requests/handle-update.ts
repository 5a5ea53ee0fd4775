// One stored update, from the inbox to its effect: one transaction holds the effect, its audit
// row, the messages that it causes and the inbox row marked done.
import type { InboxUpdate } from "#prisma/generated/client.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { civilToday } from "#src/calendar/zone.ts";
import type { Clock } from "#src/clock.ts";
import type { Db, Tx } from "#src/database/client.ts";
import { isPassingFault } from "#src/database/passing-fault.ts";
import type { Channel, Incoming, IncomingMessage, Sent } from "#src/delivery/channel.ts";
import { chatOf, markReachable, migrateChat } from "#src/delivery/chats-store.ts";
import { checkpoint } from "#src/delivery/checkpoints.ts";
import { markUnreachable } from "#src/delivery/gone-chats.ts";
import {
  countAttempt,
  isOvertaken,
  lockPending,
  markDone,
  markFailed,
  originalOf,
} from "#src/delivery/inbox-store.ts";
import type { Log } from "#src/delivery/log.ts";
import { queueMessages } from "#src/delivery/outbox-store.ts";
import { rememberCard } from "#src/delivery/posted-cards.ts";
import { offerUnknown } from "#src/delivery/unknown-outcomes.ts";
import { type Reply, say } from "#src/messages/reply.ts";
import { type HalfSaid, UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/house.ts";
import type { Metrics } from "#src/metrics/metrics.ts";
import type { Actor } from "#src/people/actor.ts";
import { findActor } from "#src/people/people-store.ts";
import { redrawCards } from "#src/tasks/redraw-cards.ts";
import { beforeWork } from "./before-work.ts";
import { type DispatchDeps, type Dispatched, dispatch, type Spoken } from "./dispatch.ts";
import { rememberHalf } from "./half-said.ts";
import { type Handled, kindOf } from "./handled.ts";
import type { RateLimiter } from "./rate-limiter.ts";
import { takeFiles } from "./take-files.ts";
import { isTooMuch } from "./too-many.ts";
import { startWorkingSign } from "./working-sign.ts";

export type HandleDeps = DispatchDeps & {
  db: Db;
  channel: Channel;
  clock: Clock;
  log: Log;
  calendar: () => Promise<WorkCalendar>;
  metrics?: Metrics;
  /** How much one person may ask for; null: as much as they like. */
  rateLimiter?: RateLimiter | null;
};

/** An answer that cannot be sent for longer lets the person's next message go before it. */
const LONGEST_WAIT_MS = 2_000;
const MOST_ATTEMPTS = 5;
const PAUSE_MS = 500;

const errorCode = (): string => `L${Date.now().toString(36).slice(-6).toUpperCase()}`;

const chatEvent = async (
  tx: Tx,
  channel: string,
  event: Exclude<Incoming, IncomingMessage>,
  cause: { now: Date; inboxId: bigint | null },
): Promise<void> => {
  if (event.kind === "migrated") return migrateChat(tx, { channel, ...event }, cause.now);
  const key = { channel, externalId: event.chat.externalId };
  if (event.status === "active") return markReachable(tx, key, cause.now);
  const chat = await tx.chat.findUnique({ where: { channel_externalId: key } });
  if (chat !== null) await markUnreachable(tx, chat.id, event.status, cause);
};

/** Queues the reply and what others are told, redraws cards: all in the effect's transaction. */
const queueOutcome = async (
  tx: Tx,
  dispatched: Dispatched,
  update: InboxUpdate,
  now: Date,
): Promise<void> => {
  const { outcome, chatId, threadId, onceKey } = dispatched;
  if (outcome === null) return;
  const cause = { now, inboxId: update.id };
  const key = onceKey ?? `reply:${update.id}`;
  const answer = { to: { chatId, threadId }, kind: "reply" as const, key, reply: outcome.reply };
  await queueMessages(tx, [answer, ...(outcome.messages ?? [])], cause);
  if (outcome.changed !== undefined) await redrawCards(tx, outcome.changed, cause);
};

type Direct = { dispatched: Dispatched; reply: Reply };

const sendDirectly = async (
  deps: HandleDeps,
  incoming: IncomingMessage,
  update: InboxUpdate,
  { dispatched, reply }: Direct,
): Promise<void> => {
  const { channel, db, clock } = deps;
  const { tap, chat, who } = incoming;
  const inGroup = chat.kind === "group";
  const to = { externalId: chat.externalId, kind: chat.kind, threadId: chat.threadId };
  // Where Telegram wants to be left alone the answer waits in the outbox, and nobody behind it.
  const isLong = (channel.readyIn?.(to) ?? 0) > LONGEST_WAIT_MS;
  const sent: Sent = isLong
    ? { kind: "retry", afterMs: null, errorCode: "pace" }
    : await channel.send(to, reply, {
        ...(tap?.inPlace === true ? { editMessageId: tap.messageId } : {}),
        ...(inGroup && dispatched.onlyAsker
          ? {
              onlyTo: {
                externalId: who.externalId,
                ...(tap === undefined ? {} : { tapId: tap.id }),
              },
            }
          : {}),
      });
  checkpoint("reply.sent-directly");
  const { chatId, threadId } = dispatched;
  await db.$transaction(async (tx) => {
    if (sent.kind === "sent") {
      const { messageId } = sent;
      await rememberCard(tx, { chatId, messageId, card: reply.card, outboxId: null });
    }
    // Surely not taken: it waits its turn like everything else. An answer for one person's eyes
    // waits in their own chat.
    if (sent.kind === "retry" || (sent.kind === "rejected" && inGroup && dispatched.onlyAsker)) {
      const personal = inGroup && dispatched.onlyAsker && dispatched.personId !== null;
      const home = personal ? { personId: dispatched.personId ?? 0 } : { chatId, threadId };
      const now = clock.now();
      const message = { to: home, kind: "reply" as const, key: `reply:${update.id}`, reply };
      await queueMessages(tx, [message], { now, inboxId: update.id });
    }
    if (await lockPending(tx, update.id)) await markDone(tx, update.id, clock.now());
  });
};

const spokenBy = async (
  deps: HandleDeps,
  incoming: IncomingMessage,
  update: InboxUpdate,
  actor: Actor | null,
): Promise<Omit<Spoken, "inboxId">> => {
  const corrected =
    incoming.via === "edit" && incoming.messageKey !== null
      ? await originalOf(deps.db, deps.channel.name, incoming.messageKey, update.updateId)
      : null;
  // A stranger's file is not even fetched: nothing of theirs is kept.
  const attached = actor === null ? [] : await takeFiles(deps, incoming, actor.language);
  const said = actor === null ? null : { incoming, attached, actor };
  const opened = said === null ? undefined : await beforeWork(deps, said, update.attempts === 0);
  return {
    incoming,
    attached,
    ...(opened === undefined ? {} : { opened }),
    now: deps.clock.now(),
    calendar: await deps.calendar(),
    ...(corrected === null ? {} : { correctsInboxId: corrected }),
  };
};

/** In one transaction; the reply to send directly where it was only a question. */
const takeEffect = (
  deps: HandleDeps,
  update: InboxUpdate,
  spoken: Omit<Spoken, "inboxId">,
): Promise<Direct | null> =>
  deps.db.$transaction(async (tx) => {
    if (!(await lockPending(tx, update.id))) return null;
    if (await isOvertaken(tx, update)) {
      await markDone(tx, update.id, spoken.now);
      return null;
    }
    const dispatched = await dispatch(tx, { ...spoken, inboxId: update.id }, deps);
    const { outcome } = dispatched;
    await offerUnknown(tx, dispatched, { now: spoken.now, inboxId: update.id });
    if (dispatched.kind === "read" && outcome !== null) {
      return { dispatched, reply: outcome.reply };
    }
    await queueOutcome(tx, dispatched, update, spoken.now);
    await markDone(tx, update.id, spoken.now);
    checkpoint("inbox.effect-in-transaction");
    return null;
  });

/** Answers with a sentence instead of an effect; the update is over. */
const answerInstead = (
  deps: HandleDeps,
  incoming: IncomingMessage,
  update: InboxUpdate,
  reply: Reply,
  code: string | null,
  half?: HalfSaid,
): Promise<void> =>
  deps.db.$transaction(async (tx) => {
    if (!(await lockPending(tx, update.id))) return;
    const now = deps.clock.now();
    const chat = await chatOf(tx, deps.channel.name, incoming.chat, now);
    const to = { chatId: chat.id, threadId: incoming.chat.threadId };
    const message = { to, kind: "reply" as const, key: `reply:${update.id}`, reply };
    await queueMessages(tx, [message], { now, inboxId: update.id });
    const actor = half === undefined ? null : await findActor(tx, incoming.who, civilToday(now));
    if (half !== undefined && actor !== null) {
      await rememberHalf({ tx, now, actor, chat }, half);
    }
    if (code === null) await markDone(tx, update.id, now);
    else await markFailed(tx, update.id, now, code);
  });

/** In a group: the same, to be read by the asker only. */
const answerAsker = async (
  deps: HandleDeps,
  incoming: IncomingMessage,
  update: InboxUpdate,
  reply: Reply,
): Promise<void> => {
  const now = deps.clock.now();
  const chat = await deps.db.$transaction((tx) =>
    chatOf(tx, deps.channel.name, incoming.chat, now),
  );
  const actor = await findActor(deps.db, incoming.who, civilToday(now));
  const dispatched: Dispatched = {
    chatId: chat.id,
    threadId: incoming.chat.threadId,
    kind: "read",
    outcome: { reply },
    onlyAsker: true,
    personId: actor?.personId ?? null,
  };
  await sendDirectly(deps, incoming, update, { dispatched, reply });
};

/**
 * Handles one update whole. Never throws for what people or their data do. `isRepeat`: the try
 * before met a database that was away, and does not count.
 * @throws where the database is away (`isPassingFault`): the update waits for it, however long
 */
export const handleUpdate = async (
  deps: HandleDeps,
  update: InboxUpdate,
  isRepeat = false,
): Promise<Handled> => {
  const incoming = deps.channel.incoming(update.payload);
  const kind = kindOf(incoming);
  if (incoming === null || incoming.kind !== "message") {
    await deps.db.$transaction(async (tx) => {
      if (!(await lockPending(tx, update.id))) return;
      const now = deps.clock.now();
      const cause = { now, inboxId: update.id };
      if (incoming !== null) await chatEvent(tx, deps.channel.name, incoming, cause);
      await markDone(tx, update.id, now);
    });
    return { kind, outcome: "done" };
  }
  if (incoming.tap !== undefined) void deps.channel.answerTap(incoming.tap.id);
  const attempt = update.attempts + (isRepeat ? 0 : 1);
  if (!isRepeat) await countAttempt(deps.db, update.id);
  checkpoint("inbox.before-effect");
  const endSign = startWorkingSign(deps.channel, incoming);
  try {
    const speaker = incoming.addressed
      ? await findActor(deps.db, incoming.who, civilToday(deps.clock.now()))
      : null;
    if (await isTooMuch(deps, incoming, speaker, update)) return { kind, outcome: "limited" };
    const direct = await takeEffect(deps, update, await spokenBy(deps, incoming, update, speaker));
    checkpoint("inbox.after-effect");
    endSign();
    if (direct !== null) await sendDirectly(deps, incoming, update, direct);
    return { kind, outcome: "done" };
  } catch (error) {
    if (error instanceof UserError) {
      // What was wrong, and with it perhaps what a task says, is for the asker's eyes.
      if (incoming.chat.kind === "group") await answerAsker(deps, incoming, update, error.reply);
      else await answerInstead(deps, incoming, update, error.reply, null, error.half);
      return { kind, outcome: "told" };
    }
    if (isPassingFault(error)) throw error;
    const code = errorCode();
    deps.log.error({ err: error, code, update: String(update.id) }, "an update failed");
    if (attempt < MOST_ATTEMPTS && isOfNetwork(error)) {
      // Still pending: its lane waits a little, and the next look at the inbox tries it again.
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * attempt));
      return { kind, outcome: "again" };
    }
    await answerInstead(deps, incoming, update, say(words.failure("vi", code)), code);
    return { kind, outcome: "failed" };
  } finally {
    endSign();
  }
};

/** Faults of the network (a file could not be fetched) that may be over at the next try. */
const isOfNetwork = (error: unknown): boolean => {
  const { code } = error as { code?: unknown };
  return typeof code === "string" && /^(P2028|ECONN|ETIMEDOUT|EAI_)/.test(code);
};
