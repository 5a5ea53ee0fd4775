// How much waits in the outbox, for how long, and in which chats sending is being retried.
import type { Db } from "#src/database/client.ts";
import { type Placed, placesOf } from "./places.ts";

/** Read from a terminal by whoever sits there: nobody sends it. */
const SENT_BY_THE_BOT = { NOT: { channel: { startsWith: "terminal" } } };

export type Depth = { state: string; kind: string; count: number };

/** Messages on their way or stuck, by state and kind; redrawings that were refused are no loss. */
export const depth = async (db: Db): Promise<Depth[]> => {
  const rows = await db.outboxMessage.groupBy({
    by: ["state", "kind"],
    where: {
      OR: [
        { state: { in: ["pending", "sending", "unknown"] } },
        { state: "failed", kind: { not: "card" } },
      ],
      chat: SENT_BY_THE_BOT,
    },
    _count: { id: true },
    orderBy: [{ state: "asc" }, { kind: "asc" }],
  });
  return rows.map(({ state, kind, _count }) => ({ state, kind, count: _count.id }));
};

export type Waiting = {
  /** Could go out now. */
  due: number;
  /** For a later moment: quiet hours, a group's own time. */
  held: number;
  /** Until a chat that is gone comes back. */
  unreachable: number;
  /** The one that could have gone out for the longest: its number, and whole seconds since. */
  oldest: { id: string; seconds: number } | null;
};

/** What waits at a moment (the database's civil clock). */
export const waiting = async (db: Db, now: Date): Promise<Waiting> => {
  const pending = { state: "pending" as const };
  const active = { ...pending, chat: { status: "active" as const, ...SENT_BY_THE_BOT } };
  const [held, unreachable, due] = await Promise.all([
    db.outboxMessage.count({ where: { ...active, notBefore: { gt: now } } }),
    db.outboxMessage.count({ where: { ...pending, chat: { status: { not: "active" } } } }),
    db.outboxMessage.findMany({
      where: { ...active, OR: [{ notBefore: null }, { notBefore: { lte: now } }] },
      select: { id: true, createdAt: true, notBefore: true },
    }),
  ]);
  const since = ({ createdAt, notBefore }: (typeof due)[number]): number =>
    Math.max(createdAt.getTime(), notBefore?.getTime() ?? 0);
  const [first] = due.sort((a, b) => since(a) - since(b));
  const oldest =
    first === undefined
      ? null
      : {
          id: String(first.id),
          seconds: Math.max(0, Math.round((now.getTime() - since(first)) / 1_000)),
        };
  return { due: due.length, held, unreachable, oldest };
};

export type Resting = Placed & {
  chatId: number;
  messages: number;
  attempts: number;
  /** The machine's clock. */
  since: Date | null;
  errorCode: string | null;
};

/** Chats in which a message was refused for now and is tried again. */
export const resting = async (db: Db): Promise<Resting[]> => {
  const rows = await db.outboxMessage.findMany({
    where: { state: "pending", attempts: { gt: 0 }, chat: { status: "active" } },
    select: { chatId: true, attempts: true, firstTriedAt: true, errorCode: true, chat: true },
    orderBy: { id: "asc" },
  });
  const waitingIn = await db.outboxMessage.groupBy({
    by: ["chatId"],
    where: { state: "pending", chatId: { in: rows.map(({ chatId }) => chatId) } },
    _count: { id: true },
  });
  const counts = new Map(waitingIn.map(({ chatId, _count }) => [chatId, _count.id]));
  const firsts = [...new Map(rows.toReversed().map((row) => [row.chatId, row])).values()];
  const placeOf = await placesOf(
    db,
    firsts.map(({ chat }) => chat),
  );
  return firsts.map(({ chatId, chat, attempts, firstTriedAt, errorCode }) => ({
    ...placeOf(chat),
    chatId,
    messages: counts.get(chatId) ?? 1,
    attempts,
    since: firstTriedAt,
    errorCode,
  }));
};
