// The outbox: messages wait here, keyed, from the transaction that caused them until a channel
// has taken them. pending → sending → sent | failed | unknown | dropped.
import type { Prisma } from "#prisma/generated/client.ts";
import { type CivilDate, toDbDate } from "#src/calendar/civil-date.ts";
import { civilToday } from "#src/calendar/zone.ts";
import type { Db, Store, Tx } from "#src/database/client.ts";
import type { Language } from "#src/messages/language.ts";
import type { OutgoingMessage, Reply } from "#src/messages/reply.ts";
import { readOfficeSettings } from "#src/office/office-settings.ts";
import { loadCalendar } from "#src/schedule/calendar-store.ts";
import { privateChatsOf } from "./chats-store.ts";
import { type ForPerson, queueForPeople } from "./job-messages.ts";
import { type OutboxPayload, priorities } from "./outbox-payload.ts";
import { afterQuiet, type QuietHours, waitsForMorning } from "./quiet-hours.ts";

export type Queued = { queued: number; unreachable: number[] };

export type QueueCause = { now: Date; inboxId: bigint | null; job?: string };

type Addressed = { message: OutgoingMessage; chatId: number };

const isForPerson = (message: OutgoingMessage): message is ForPerson =>
  "personId" in message.to && waitsForMorning(message.kind);

/** Messages with the chats that they go to; people who never wrote to the bot have none. */
const addressed = async (tx: Tx, messages: readonly OutgoingMessage[]) => {
  const people = messages.flatMap(({ to }) => ("personId" in to ? [to.personId] : []));
  const chats = await privateChatsOf(tx, [...new Set(people)]);
  const unreachable: number[] = [];
  const found = messages.flatMap((message): Addressed[] => {
    const { to } = message;
    const chatId = "personId" in to ? chats.get(to.personId) : to.chatId;
    if (chatId !== undefined) return [{ message, chatId }];
    if ("personId" in to) unreachable.push(to.personId);
    return [];
  });
  return { found, chats, unreachable };
};

const rowOf = (
  { message, chatId }: Addressed,
  quiet: QuietHours | null,
  { now, inboxId, job }: QueueCause,
): Prisma.OutboxMessageCreateManyInput => {
  const { to, notBefore = now } = message;
  const earliest = notBefore > now ? notBefore : now;
  const at = quiet === null ? earliest : afterQuiet(earliest, quiet);
  return {
    key: message.key,
    chatId,
    threadId: "chatId" in to ? (to.threadId ?? 0) : 0,
    personId: "personId" in to ? to.personId : null,
    kind: message.kind,
    priority: priorities[message.kind],
    payload: { reply: message.reply } satisfies OutboxPayload,
    createdAt: now,
    notBefore: at > now ? at : null,
    inboxId,
    ...(message.nag === true ? { eligibility: { nag: true } } : {}),
    ...(job === undefined ? {} : { job }),
  };
};

const languagesOf = async (tx: Tx, personIds: number[]): Promise<Map<number, Language>> => {
  const rows = await tx.person.findMany({
    where: { id: { in: personIds } },
    select: { id: true, language: true },
  });
  return new Map(rows.map(({ id, language }) => [id, language === "en" ? "en" : "vi"]));
};

/**
 * Queues messages in the caller's transaction. A key that was ever used before is skipped: a
 * job or command that runs again queues nothing twice. People who never wrote to the bot cannot
 * be reached: their ids are returned. What nobody asked for right now is held over the quiet
 * hours; what a job (`cause.job`) tells a person is bundled and capped (job-messages.ts).
 */
export const queueMessages = async (
  tx: Tx,
  messages: readonly OutgoingMessage[],
  cause: QueueCause,
): Promise<Queued> => {
  const { job, now } = cause;
  const { found, chats, unreachable } = await addressed(tx, messages);
  const waits = found.some(({ message }) => waitsForMorning(message.kind));
  const settings = waits ? await readOfficeSettings(tx) : null;
  const capped = found.flatMap(({ message }) =>
    job !== undefined && isForPerson(message) ? [message] : [],
  );
  const data = found
    .filter(({ message }) => job === undefined || !isForPerson(message))
    .map((one) => rowOf(one, waitsForMorning(one.message.kind) ? settings : null, cause));
  const { count } = await tx.outboxMessage.createMany({ data, skipDuplicates: true });
  if (job === undefined || settings === null || capped.length === 0) {
    return { queued: count, unreachable };
  }
  const personIds = [...new Set(capped.map(({ to }) => to.personId))];
  const languages = await languagesOf(tx, personIds);
  const people = personIds.flatMap((personId) => {
    const chatId = chats.get(personId);
    const language = languages.get(personId) ?? "vi";
    return chatId === undefined ? [] : [{ personId, chatId, language }];
  });
  const rules = { ...settings, calendar: await loadCalendar(tx) };
  const bundled = await queueForPeople(tx, capped, people, { now, job }, rules);
  return { queued: count + bundled, unreachable };
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

/**
 * The next message of each chat of a channel that has none under way, in order per chat, what
 * somebody waits for first; one that is held for later lets the others pass. `but`: chats that
 * need not be looked at now; `upTo`: nothing that is less urgent.
 */
export const nextPerChat = async (
  db: Db,
  channel: string,
  now: Date,
  {
    most = 200,
    but = [],
    upTo = 99,
  }: { most?: number; but?: readonly number[]; upTo?: number } = {},
): Promise<OutboxRow[]> => {
  const ids = await db.$queryRaw<{ id: bigint }[]>`
    SELECT "id" FROM (
      SELECT DISTINCT ON (m."chatId") m."id", m."priority"
      FROM "OutboxMessage" m JOIN "Chat" c ON c."id" = m."chatId"
      WHERE m."state" = 'pending' AND c."channel" = ${channel} AND c."status" = 'active'
        AND (m."notBefore" IS NULL OR m."notBefore" <= ${now})
        AND m."priority" <= ${upTo} AND m."chatId" <> ALL(${[...but]}::int[])
        AND NOT EXISTS (SELECT 1 FROM "OutboxMessage" s
                        WHERE s."chatId" = m."chatId" AND s."state" = 'sending')
      ORDER BY m."chatId", m."priority", m."id") next
    ORDER BY "priority", "id" LIMIT ${most}`;
  return db.outboxMessage.findMany({
    where: { id: { in: ids.map((row) => row.id) } },
    include,
    orderBy: [{ priority: "asc" }, { id: "asc" }],
  });
};

const LEASE_MS = 60_000;

/**
 * Claims a pending message for sending, and gives back what it says by now: others may have been
 * joined into it since it was read. Null where somebody else has it.
 */
export const claimMessage = async (
  db: Db,
  row: Pick<OutboxRow, "id" | "job"> & { firstTriedAt?: Date | null },
  now: Date,
): Promise<Pick<OutboxRow, "payload" | "eligibility"> | null> => {
  const [claimed] = await db.outboxMessage.updateManyAndReturn({
    where: { id: row.id, state: "pending" },
    data: {
      state: "sending",
      // The machine's clock, not the civil one: a lease is about a process, not about a day.
      sendingUntil: new Date(Date.now() + LEASE_MS),
      attempts: { increment: 1 },
      ...(row.firstTriedAt == null ? {} : { firstTriedAt: row.firstTriedAt }),
      // The day on which it counts is the day on which it goes out.
      ...(row.job === null ? {} : { releaseOn: toDbDate(civilToday(now)) }),
    },
    select: { payload: true, eligibility: true },
  });
  return claimed ?? null;
};

/** Puts off what is pending; what is being sent goes its way. */
export const holdMessage = async (db: Db, id: bigint, until: Date): Promise<void> => {
  await db.outboxMessage.updateMany({
    where: { id, state: "pending" },
    data: { notBefore: until, releaseOn: toDbDate(civilToday(until)) },
  });
};

/** How many messages by jobs a person got on a day, or may have got. */
export const jobMessagesOn = (db: Db, personId: number, day: CivilDate): Promise<number> =>
  db.outboxMessage.count({
    where: {
      personId,
      job: { not: null },
      releaseOn: toDbDate(day),
      state: { in: ["sending", "sent", "unknown"] },
    },
  });

/** Claimed by this process, which then lost the database and never sent it. */
export const unclaim = async (db: Db, ids: readonly bigint[]): Promise<void> => {
  await db.outboxMessage.updateMany({
    where: { id: { in: [...ids] }, state: "sending" },
    data: { state: "pending", sendingUntil: null },
  });
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
