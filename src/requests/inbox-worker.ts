// Hands stored updates to their handler: in order within a lane (a person in a chat), lanes side
// by side.
import type { InboxUpdate } from "#prisma/generated/client.ts";
import { pendingUpdates } from "#src/delivery/inbox-store.ts";
import { type HandleDeps, handleUpdate } from "./handle-update.ts";

const BATCH = 200;
const MOST_LANES = 8;

export const makeInboxWorker = (deps: HandleDeps) => {
  const underWay = new Set<bigint>();

  /** Handles what is pending, lane by lane, until nothing is left; how many were handled. */
  const drain = async (): Promise<number> => {
    let handled = 0;
    for (;;) {
      const rows = await pendingUpdates(deps.db, deps.channel.name, BATCH);
      const fresh = rows.filter((row) => !underWay.has(row.id));
      if (fresh.length === 0) return handled;
      await handleBatch(fresh);
      handled += fresh.length;
      // An update that is to be tried again is still pending: not now, at the next wake.
      if (fresh.length < BATCH) return handled;
    }
  };

  const handleBatch = async (rows: InboxUpdate[]): Promise<void> => {
    const lanes = Object.values(Object.groupBy(rows, (row) => row.lane));
    const next = async (): Promise<void> => {
      for (let lane = lanes.shift(); lane !== undefined; lane = lanes.shift()) {
        for (const row of lane) {
          underWay.add(row.id);
          await handleUpdate(deps, row).finally(() => underWay.delete(row.id));
        }
      }
    };
    await Promise.all(Array.from({ length: MOST_LANES }, next));
  };

  return { drain };
};
