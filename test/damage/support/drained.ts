// Waiting until nothing is left to be done: at the stand-in, in the inbox, in the outbox. What is
// held until a later hour (civil time is the machine's here) is not waited for.
import type { Db } from "#src/database/client.ts";
import type { Playground } from "#src/playground/server.ts";

export type Left = { atServer: number; inbox: number; outbox: number };

export const leftIn = async (db: Db, server: Playground): Promise<Left> => {
  const [inbox, outbox] = await Promise.all([
    db.inboxUpdate.count({ where: { state: "pending" } }),
    db.outboxMessage.count({
      where: {
        state: { in: ["pending", "sending"] },
        chat: { status: "active" },
        OR: [{ notBefore: null }, { notBefore: { lte: new Date() } }],
      },
    }),
  ]);
  return { atServer: server.pendingUpdates(), inbox, outbox };
};

/** What was still left when the patience (real ms) ended; nothing, as a rule. */
export const drained = async (db: Db, server: Playground, withinMs: number): Promise<Left> => {
  const until = performance.now() + withinMs;
  for (;;) {
    const left = await leftIn(db, server);
    if (left.atServer + left.inbox + left.outbox === 0 || performance.now() > until) return left;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};
