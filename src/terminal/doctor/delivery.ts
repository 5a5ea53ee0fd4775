// Messages that did not arrive, and updates that nobody handled.
import type { Db } from "#src/database/client.ts";
import { deadLetter, troubledGroups, unreachedPeople } from "#src/delivery/undelivered.ts";
import { plural } from "#src/messages/format.ts";
import { waiting } from "../outbox/figures.ts";
import { type Finding, fine, first, wrong } from "./finding.ts";

const DAY_MS = 86_400_000;
/** What failed longer ago has been seen, or never will be. */
const DAYS_LOOKED_AT = 7;
const STUCK_MS = 10 * 60_000;

const counted = (counts: ReadonlyMap<string, number>): string =>
  [...counts].map(([what, count]) => `${count} ${what}`).join(", ");

export const outbox = async (db: Db, now: Date): Promise<Finding> => {
  const since = new Date(now.getTime() - DAYS_LOOKED_AT * DAY_MS);
  const lately = { createdAt: { gte: since } };
  const [unknown, dead, waits] = await Promise.all([
    db.outboxMessage.count({ where: { ...lately, state: "unknown" } }),
    db.outboxMessage.count({ where: { ...lately, ...deadLetter } }),
    db.outboxMessage.count({ where: { state: "pending" } }),
  ]);
  if (unknown + dead === 0) {
    return fine("outbox", `nothing unknown or dead in ${DAYS_LOOKED_AT} days, ${waits} waiting`);
  }
  const counts = new Map(Object.entries({ unknown, dead }).filter(([, n]) => n > 0));
  return wrong(
    "outbox",
    `${counted(counts)} in ${DAYS_LOOKED_AT} days`,
    "see: dondoc outbox; then dondoc outbox resend ID…, or dondoc outbox drop ID… --why TEXT",
  );
};

/** Whether messages go out at all. */
export const queue = async (db: Db, now: Date): Promise<Finding> => {
  const { due, oldest } = await waiting(db, now);
  const stuck = oldest !== null && oldest.seconds * 1_000 > STUCK_MS;
  if (!stuck) return fine("queue", "nothing has waited to be sent for over ten minutes");
  return wrong(
    "queue",
    `${plural(due, "message")} to be sent, the oldest for ${plural(Math.round(oldest.seconds / 60), "minute")}`,
    "start the bot (npm start); where it runs, dondoc outbox shows what is being retried and why",
  );
};

/** Registered groups that the bot is no longer in, and people whom notices do not reach. */
export const reach = async (db: Db): Promise<Finding> => {
  const lost = (await troubledGroups(db)).filter((group) => group.lost !== null);
  const unreached = (await unreachedPeople(db)).filter(({ reachable }) => !reachable);
  if (lost.length + unreached.length === 0) {
    return fine(
      "reach",
      "the bot is in every registered group, and no notice waits for a blocked chat",
    );
  }
  const parts = [
    ...(lost.length === 0
      ? []
      : [
          `no longer in ${plural(lost.length, "registered group")}: ${first(lost.map(({ title, chatId }) => title ?? `chat ${chatId}`))}`,
        ]),
    ...(unreached.length === 0
      ? []
      : [
          `notices wait for ${plural(unreached.length, "person", "people")} who blocked the bot: ${first(unreached.map(({ fullName }) => fullName))}`,
        ]),
  ];
  return wrong(
    "reach",
    parts.join("; "),
    "add the bot to the group again, or ask the person to unblock it; the secretariat lets go in /choxuly",
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
