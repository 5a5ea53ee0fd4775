// The outbox: messages wait here, keyed, from the transaction that caused them until a channel
// has taken them. pending → sending → sent | failed | unknown | dropped.
import type { Prisma } from "#prisma/generated/client.ts";
import type { Db, Store, Tx } from "#src/database/client.ts";
import type { MessageKind, OutgoingMessage, Reply } from "#src/messages/reply.ts";
import { privateChatsOf } from "./chats-store.ts";

export type OutboxPayload = { reply: Reply; editMessageId?: string };

/** A person's reply goes before a digest. */
const priorities: Record<MessageKind, number> = {
  reply: 1,
  notice: 3,
  card: 4,
  alert: 5,
  ranking: 7,
};

export type Queued = { queued: number; unreachable: number[] };

/**
 * Queues messages in the caller's transaction. A key that was ever used before is skipped: a
 * job or command that runs again queues nothing twice. People who never wrote to the bot cannot
 * be reached: their ids are returned.
 */
export const queueMessages = async (
  tx: Tx,
  messages: readonly OutgoingMessage[],
  cause: { now: Date; inboxId: bigint | null },
): Promise<Queued> => {
  const people = messages.flatMap(({ to }) => ("personId" in to ? [to.personId] : []));
  const chats = await privateChatsOf(tx, [...new Set(people)]);
  const unreachable: number[] = [];
  const rows = messages.flatMap((message): Prisma.OutboxMessageCreateManyInput[] => {
    const { to } = message;
    const chatId = "personId" in to ? chats.get(to.personId) : to.chatId;
    if (chatId === undefined) {
      if ("personId" in to) unreachable.push(to.personId);
      return [];
    }
    return [
      {
        key: message.key,
        chatId,
        threadId: "chatId" in to ? (to.threadId ?? 0) : 0,
        personId: "personId" in to ? to.personId : null,
        kind: message.kind,
        priority: priorities[message.kind],
        payload: { reply: message.reply } satisfies OutboxPayload,
        createdAt: cause.now,
        inboxId: cause.inboxId,
        ...(message.nag === true ? { eligibility: { nag: true } } : {}),
      },
    ];
  });
  const { count } = await tx.outboxMessage.createMany({ data: rows, skipDuplicates: true });
  return { queued: count, unreachable };
};

/** Queues the redrawing of a posted card; an older one that still waits is superseded. */
export const queueRedraw = async (
  tx: Tx,
  card: { id: number; chatId: number; messageId: string; version: number; reply: Reply },
  cause: { now: Date; inboxId: bigint | null },
): Promise<void> => {
  await tx.outboxMessage.updateMany({
    where: { key: { startsWith: `card:${card.id}:` }, state: "pending" },
    data: { state: "dropped", errorCode: "superseded" },
  });
  await tx.outboxMessage.createMany({
    data: [
      {
        key: `card:${card.id}:${card.version}`,
        chatId: card.chatId,
        kind: "card",
        priority: priorities.card,
        payload: { reply: card.reply, editMessageId: card.messageId } satisfies OutboxPayload,
        createdAt: cause.now,
        inboxId: cause.inboxId,
      },
    ],
    skipDuplicates: true,
  });
};

const include = { chat: true } satisfies Prisma.OutboxMessageInclude;
export type OutboxRow = Prisma.OutboxMessageGetPayload<{ include: typeof include }>;

/** The next message of every chat of a channel that has none under way, in order per chat. */
export const nextPerChat = async (db: Db, channel: string): Promise<OutboxRow[]> => {
  const ids = await db.$queryRaw<{ id: bigint }[]>`
    SELECT DISTINCT ON (m."chatId") m."id"
    FROM "OutboxMessage" m JOIN "Chat" c ON c."id" = m."chatId"
    WHERE m."state" = 'pending' AND c."channel" = ${channel} AND c."status" = 'active'
      AND NOT EXISTS (SELECT 1 FROM "OutboxMessage" s
                      WHERE s."chatId" = m."chatId" AND s."state" = 'sending')
    ORDER BY m."chatId", m."priority", m."id"`;
  return db.outboxMessage.findMany({
    where: { id: { in: ids.map((row) => row.id) } },
    include,
    orderBy: [{ priority: "asc" }, { id: "asc" }],
  });
};

const LEASE_MS = 60_000;

/** Claims a pending message for sending; false where somebody else has it. */
export const claimMessage = async (db: Db, id: bigint): Promise<boolean> => {
  const { count } = await db.outboxMessage.updateMany({
    where: { id, state: "pending" },
    data: {
      state: "sending",
      // The machine's clock, not the civil one: a lease is about a process, not about a day.
      sendingUntil: new Date(Date.now() + LEASE_MS),
      attempts: { increment: 1 },
    },
  });
  return count === 1;
};

/** After a process died: what it was sending may or may not have arrived. */
export const recoverSending = async (db: Db, channel: string): Promise<number> => {
  const { count } = await db.outboxMessage.updateMany({
    where: { state: "sending", chat: { channel } },
    data: { state: "unknown", sendingUntil: null, errorCode: "died while sending" },
  });
  return count;
};

export type Ending =
  | { state: "sent"; sentAt: Date; externalId: string }
  | { state: "failed" | "unknown" | "dropped"; errorCode: string }
  | { state: "pending"; errorCode: string };

export const endSending = async (store: Store, id: bigint, ending: Ending): Promise<void> => {
  await store.outboxMessage.updateMany({
    // Declared unknown by a process that started meanwhile: this one knows better.
    where: { id, state: { in: ["sending", "unknown"] } },
    data: { ...ending, sendingUntil: null },
  });
};
