// Chats under our own ids; the channel's id is an attribute, because groups migrate.
import type { Store, Tx } from "#src/database/client.ts";
import type { IncomingChat } from "./channel.ts";

/** Alerts that waited while a chat was blocked are stale when it is opened: the next says it anew. */
export const dropHeldAlerts = async (
  tx: Tx,
  chat: { channel: string; externalId: string },
): Promise<void> => {
  await tx.outboxMessage.updateMany({
    where: { state: "pending", kind: "alert", chat: { ...chat, status: { not: "active" } } },
    data: { state: "dropped", errorCode: "waited while blocked" },
  });
};

/** Somebody came back: the chat is written to again. `now`: the civil clock. */
export const markReachable = async (
  tx: Tx,
  chat: { channel: string; externalId: string },
  now: Date,
): Promise<void> => {
  await dropHeldAlerts(tx, chat);
  // The 24 hours in which a message is tried begin anew: nobody could have taken it.
  await tx.outboxMessage.updateMany({
    where: { state: "pending", chat: { ...chat, status: { not: "active" } } },
    data: { firstTriedAt: null },
  });
  await tx.chat.updateMany({
    where: { ...chat, status: { not: "active" } },
    data: { status: "active", statusAt: now },
  });
};

/** The chat that a message came from, made where it is new; it is reachable again by that. */
export const chatOf = async (tx: Tx, channel: string, incoming: IncomingChat, now: Date) => {
  const key = { channel, externalId: incoming.externalId };
  const known = await tx.chat.findUnique({ where: { channel_externalId: key } });
  if (known === null) {
    const made = { ...key, kind: incoming.kind, title: incoming.title };
    // Of two who write first in a new group at the same moment, the second waits and finds it made.
    await tx.chat.createMany({ data: [made], skipDuplicates: true });
    return tx.chat.findUniqueOrThrow({ where: { channel_externalId: key } });
  }
  if (known.status === "active" && known.title === incoming.title) return known;
  if (known.status !== "active") await markReachable(tx, key, now);
  return tx.chat.update({ where: { id: known.id }, data: { title: incoming.title } });
};

/** Each terminal identity has a channel of its own: "terminal:official:STC". */
const isTerminal = (channel: string): boolean => channel.startsWith("terminal");

/** The private chat through which a person can be reached, if they ever wrote to the bot. */
export const privateChatsOf = async (
  store: Store,
  personIds: readonly number[],
): Promise<Map<number, number>> => {
  const identities = await store.identity.findMany({
    where: { personId: { in: [...personIds] } },
    // The newest binding first; a terminal only where there is nothing else.
    orderBy: [{ boundAt: "desc" }],
  });
  const chats = await store.chat.findMany({
    where: {
      kind: "private",
      OR: identities.map(({ channel, externalId }) => ({ channel, externalId })),
    },
  });
  const byKey = new Map(chats.map((chat) => [`${chat.channel}:${chat.externalId}`, chat]));
  const found = new Map<number, number>();
  const prefer = [...identities].sort(
    (a, b) => Number(isTerminal(a.channel)) - Number(isTerminal(b.channel)),
  );
  for (const identity of prefer) {
    const chat = byKey.get(`${identity.channel}:${identity.externalId}`);
    if (chat !== undefined && !found.has(identity.personId)) found.set(identity.personId, chat.id);
  }
  return found;
};

/**
 * Moves what a group is for to the chat that is its successor. What was decided under the new id,
 * of the group or of a topic, holds: the old decision about the same ends.
 */
const moveBindings = async (tx: Tx, from: number, to: number, now: Date): Promise<void> => {
  const decided = await tx.chatBinding.findMany({
    where: { chatId: to },
    select: { threadId: true },
  });
  const same = { in: decided.map(({ threadId }) => threadId) };
  await tx.chatBinding.updateMany({
    where: { chatId: from, threadId: same, endedAt: null },
    data: { endedAt: now },
  });
  await tx.chatBinding.updateMany({
    where: { chatId: from, NOT: { threadId: same } },
    data: { chatId: to },
  });
};

/** Follows a group to its new id; what was said under the new one already is kept apart. */
export const migrateChat = async (
  tx: Tx,
  { channel, from, to }: { channel: string; from: string; to: string },
  now: Date,
): Promise<void> => {
  if (from === to) return;
  // Telegram says it in both chats, and an answer to a message may say it too: whoever comes second
  // waits here, and then finds no such chat any more.
  const [known] = await tx.$queryRaw<{ id: number }[]>`
    SELECT "id" FROM "Chat"
    WHERE "channel" = ${channel} AND "externalId" = ${from} FOR UPDATE`;
  if (known === undefined) return;
  const already = await tx.chat.findUnique({
    where: { channel_externalId: { channel, externalId: to } },
  });
  if (already === null) {
    await tx.chat.update({ where: { id: known.id }, data: { externalId: to, status: "active" } });
    return;
  }
  // A message under the new id came first: the bindings move to the chat that it made.
  await moveBindings(tx, known.id, already.id, now);
  await tx.outboxMessage.updateMany({
    where: { chatId: known.id, state: "pending" },
    data: { chatId: already.id },
  });
  await tx.chat.update({ where: { id: known.id }, data: { status: "gone" } });
};
