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

/** Nothing is done any more where it has not become less for so long. */
const PATIENCE_MS = 60_000;

/** What was still left when it became less no longer; nothing, as a rule. */
export const drained = async (db: Db, server: Playground): Promise<Left> => {
  let least = Number.POSITIVE_INFINITY;
  let since = performance.now();
  for (;;) {
    const left = await leftIn(db, server);
    const sum = left.atServer + left.inbox + left.outbox;
    if (sum < least) {
      least = sum;
      since = performance.now();
    }
    if (sum === 0 || performance.now() - since > PATIENCE_MS) return left;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};
