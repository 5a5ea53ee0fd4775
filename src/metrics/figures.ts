// What waits, read from the database when somebody asks. Each query goes along an index over the
// few rows that are not over yet; the many that are done or sent are not counted.
import type { Db } from "#src/database/client.ts";

const CHANNEL = "telegram";

export type Figures = {
  inboxPending: number;
  /** Civil age of the oldest pending update; null = none waits. */
  inboxOldestSeconds: number | null;
  /** By state; those that are over well (sent, dropped) are left out. */
  outbox: Record<"pending" | "sending" | "failed" | "unknown", number>;
  /** Refused for good or given up, without redrawings of cards that nobody can see any more. */
  dead: number;
  /** Since when the oldest message could have gone out that may go out now; null = none waits. */
  outboxOldestSeconds: number | null;
  chats: Record<"active" | "blocked" | "gone", number>;
};

const secondsBetween = (from: Date | null | undefined, to: Date): number | null =>
  from == null ? null : Math.max(0, (to.getTime() - from.getTime()) / 1_000);

const inboxFigures = async (db: Db) => {
  const [row] = await db.$queryRaw<{ count: bigint; oldest: Date | null }[]>`
    SELECT count(*) AS "count", min("receivedAt") AS "oldest"
    FROM "InboxUpdate" WHERE "state" = 'pending' AND "channel" = ${CHANNEL}`;
  return row;
};

const outboxCounts = (db: Db) =>
  db.$queryRaw<{ state: keyof Figures["outbox"]; count: bigint; said: bigint }[]>`
    SELECT "state"::text AS "state", count(*) AS "count",
           count(*) FILTER (WHERE "kind" <> 'card') AS "said" FROM "OutboxMessage"
    WHERE "state" IN ('pending', 'sending', 'failed', 'unknown') GROUP BY "state"`;

/**
 * What is held for later has waited since the moment that it was held for; what was tried before,
 * since its first try.
 */
const outboxOldest = async (db: Db, now: Date): Promise<Date | null> => {
  const [row] = await db.$queryRaw<{ since: Date | null }[]>`
    SELECT min(LEAST(GREATEST(m."createdAt", m."notBefore"), m."firstTriedAt")) AS "since"
    FROM "OutboxMessage" m JOIN "Chat" c ON c."id" = m."chatId"
    WHERE m."state" = 'pending' AND c."status" = 'active' AND c."channel" = ${CHANNEL}
      AND (m."notBefore" IS NULL OR m."notBefore" <= ${now})`;
  return row?.since ?? null;
};

const chatCounts = (db: Db) =>
  db.$queryRaw<{ status: keyof Figures["chats"]; count: bigint }[]>`
    SELECT "status"::text AS "status", count(*) AS "count" FROM "Chat"
    WHERE "channel" = ${CHANNEL} GROUP BY "status"`;

/**
 * Reads the figures of Telegram's queues.
 * @param now The civil clock that the rows were written by
 * @throws what the database throws
 */
export const readFigures = async (db: Db, now: Date): Promise<Figures> => {
  const inbox = await inboxFigures(db);
  const outbox = { pending: 0, sending: 0, failed: 0, unknown: 0 };
  let dead = 0;
  for (const { state, count, said } of await outboxCounts(db)) {
    outbox[state] = Number(count);
    if (state === "failed") dead = Number(said);
  }
  const oldest = await outboxOldest(db, now);
  const chats = { active: 0, blocked: 0, gone: 0 };
  for (const { status, count } of await chatCounts(db)) chats[status] = Number(count);
  return {
    inboxPending: Number(inbox?.count ?? 0),
    inboxOldestSeconds: secondsBetween(inbox?.oldest, now),
    outbox,
    dead,
    outboxOldestSeconds: secondsBetween(oldest, now),
    chats,
  };
};
