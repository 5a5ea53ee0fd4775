// Messages that did not arrive, and updates that nobody handled.
import type { Db } from "#src/database/client.ts";
import { type Finding, fine, wrong } from "./finding.ts";

const DAY_MS = 86_400_000;
/** What failed longer ago has been seen, or never will be. */
const DAYS_LOOKED_AT = 7;
const STUCK_MS = 10 * 60_000;

const counted = (counts: ReadonlyMap<string, number>): string =>
  [...counts].map(([what, count]) => `${count} ${what}`).join(", ");

export const outbox = async (db: Db, now: Date): Promise<Finding> => {
  const since = new Date(now.getTime() - DAYS_LOOKED_AT * DAY_MS);
  const rows = await db.outboxMessage.groupBy({
    by: ["state"],
    where: { state: { in: ["unknown", "failed"] }, createdAt: { gte: since } },
    _count: { id: true },
  });
  const waiting = await db.outboxMessage.count({ where: { state: "pending" } });
  if (rows.length === 0) {
    return fine(
      "outbox",
      `nothing unknown or failed in ${DAYS_LOOKED_AT} days, ${waiting} waiting`,
    );
  }
  const counts = new Map(rows.map(({ state, _count }) => [state as string, _count.id]));
  return wrong(
    "outbox",
    `${counted(counts)} in ${DAYS_LOOKED_AT} days`,
    "unknown: the reader is asked when they next write, rankings stand in /choxuly; failed: see the log for the error code",
  );
};

export const inbox = async (db: Db, now: Date): Promise<Finding> => {
  const before = new Date(now.getTime() - STUCK_MS);
  const since = new Date(now.getTime() - DAYS_LOOKED_AT * DAY_MS);
  const stuck = await db.inboxUpdate.count({
    where: { state: "pending", receivedAt: { lt: before } },
  });
  const failed = await db.inboxUpdate.count({
    where: { state: "failed", receivedAt: { gte: since } },
  });
  if (stuck === 0 && failed === 0) return fine("inbox", "every update is handled");
  const counts = new Map(
    Object.entries({ "stuck for over ten minutes": stuck, failed }).filter(([, n]) => n > 0),
  );
  return wrong(
    "inbox",
    counted(counts),
    stuck > 0
      ? "start the bot (npm start); it handles what waits"
      : "see the log for the error code",
  );
};
