// What a restored database must not take for news, in the transaction that restores it. The bot
// may have worked on after the backup was made: what waited then may have been sent since, a job
// may have run, a code may have been used, and who was dismissed is there again.
import { productDayOffs } from "#src/calendar/product-day-offs.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import type { Ask } from "#src/database/session.ts";
import type { Job } from "#src/schedule/job.ts";
import { quoted } from "./catalogue.ts";
import type { Head } from "./format.ts";
import { type PassedSlot, passedSlots } from "./passed-slots.ts";

/** What was set aside, to be told to the operator. */
export type SetAside = {
  /** Messages that may have been sent: they are `unknown` now. */
  unknownMessages: number;
  redrawsDropped: number;
  /** Updates that were stored and not yet handled; see `setUpdatesAside`. */
  updatesFailed: number;
  invitesRevoked: number;
  slotsSkipped: PassedSlot[];
};

/** Written beside what was set aside. */
export const REASON = "restored";

/**
 * Numbers that people may have seen for what is lost (NV-072) are not given again, so that an old
 * message or button never speaks of something new.
 */
const GAP = 1_000;

const changed = async (ask: Ask, sql: string, ...parameters: unknown[]): Promise<number> =>
  (await ask(`${sql} RETURNING 1 AS "one"`, ...parameters)).length;

const setMessagesAside = async (ask: Ask) => {
  const waiting = `"state" IN ('pending', 'sending')`;
  const redrawsDropped = await changed(
    ask,
    `UPDATE "OutboxMessage" SET "state" = 'dropped', "sendingUntil" = NULL, "errorCode" = $1
     WHERE ${waiting} AND "payload" ->> 'editMessageId' IS NOT NULL`,
    REASON,
  );
  const unknownMessages = await changed(
    ask,
    `UPDATE "OutboxMessage" SET "state" = 'unknown', "sendingUntil" = NULL, "errorCode" = $1
     WHERE ${waiting}`,
    REASON,
  );
  return { redrawsDropped, unknownMessages };
};

/**
 * An update that was stored and not yet handled was handled a moment later by the database that is
 * lost: its answers went out, and to others than its writer (a ranking posted by /dang, a nudge to
 * sixty communes). Handling it again would say all of that twice. Left alone, it shares the fate
 * of everything that was written after the backup: its effect is lost, and its writer has to be
 * told so anyway. So it stays, readable, as failed.
 */
const setUpdatesAside = (ask: Ask, now: string): Promise<number> =>
  changed(
    ask,
    `UPDATE "InboxUpdate" SET "state" = 'failed', "doneAt" = $2::timestamptz, "errorCode" = $1
     WHERE "state" = 'pending'`,
    REASON,
    now,
  );

const revokeInvites = (ask: Ask, now: string): Promise<number> =>
  changed(
    ask,
    `UPDATE "Invite" SET "revokedAt" = $1::timestamptz WHERE "usedAt" IS NULL AND "revokedAt" IS NULL`,
    now,
  );

const calendarOf = async (ask: Ask) => {
  const rows = await ask<ReturnType<typeof productDayOffs>[number]>(
    `SELECT "date"::text, "kind"::text, "reason", "known"::text FROM "DayOff"`,
  );
  return makeWorkCalendar(rows.length === 0 ? productDayOffs() : rows);
};

const skipSlots = async (
  ask: Ask,
  slots: readonly PassedSlot[],
  now: string,
): Promise<PassedSlot[]> => {
  const entered = await ask<PassedSlot>(
    `INSERT INTO "JobSlot" AS s
       ("job", "slot", "state", "claimedBy", "leaseUntil", "startedAt", "finishedAt", "error")
     SELECT r."job", r."slot", 'skipped', 'restore', $2::timestamptz, $2::timestamptz,
       $2::timestamptz, $3
     FROM jsonb_to_recordset($1::jsonb) AS r("job" text, "slot" text)
     ON CONFLICT ("job", "slot") DO UPDATE
       SET "state" = 'skipped', "finishedAt" = excluded."finishedAt", "error" = excluded."error"
       WHERE s."state" NOT IN ('done', 'skipped')
     RETURNING s."job", s."slot"`,
    JSON.stringify(slots),
    now,
    REASON,
  );
  // All keys are in one zone: their order is that of time.
  return entered.sort((a, b) => a.slot.localeCompare(b.slot) || a.job.localeCompare(b.job));
};

const leaveGap = async (ask: Ask, head: Head): Promise<void> => {
  for (const { name, last } of head.sequences) {
    const next = (BigInt(last) + BigInt(GAP)).toString();
    await ask("SELECT setval($1::regclass, $2::bigint, true)", quoted(name), next);
  }
};

/** `now`: the civil clock of the restored database. */
export const setOldAside = async (
  ask: Ask,
  head: Head,
  { jobs, now }: { jobs: readonly Job[]; now: Date },
): Promise<SetAside> => {
  const at = now.toISOString();
  const slots = passedSlots(jobs, new Date(head.madeAt), now, await calendarOf(ask));
  await leaveGap(ask, head);
  return {
    ...(await setMessagesAside(ask)),
    updatesFailed: await setUpdatesAside(ask, at),
    invitesRevoked: await revokeInvites(ask, at),
    slotsSkipped: await skipSlots(ask, slots, at),
  };
};
