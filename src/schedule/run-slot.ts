// One slot of one job, once among any number of processes: whoever inserts (job, slot) into the
// table of slots runs it, and the run, its stored figures, its messages and the slot marked done
// are one transaction. Killed before the end, nothing of it has happened.

import type { BackupPlace } from "#src/backup/place.ts";
import { slotKey } from "#src/calendar/slots.ts";
import { civilToday } from "#src/calendar/zone.ts";
import { type Db, snapshotOptions, type Tx } from "#src/database/client.ts";
import { audit } from "#src/delivery/audit.ts";
import { bundled } from "#src/delivery/bundle.ts";
import { checkpoint } from "#src/delivery/checkpoints.ts";
import { queueMessages } from "#src/delivery/outbox-store.ts";
import type { OutgoingMessage } from "#src/messages/reply.ts";
import { loadCalendar } from "./calendar-store.ts";
import type { Job } from "./job.ts";

export type SlotRun =
  | { kind: "ran"; messages: number; unreachable: number }
  | { kind: "already" }
  /** Passed over when a backup was restored: it may have been run before that. */
  | { kind: "skipped" };

export type RunTerms = {
  now: Date;
  /** Which process runs it. */
  by: string;
  backups?: BackupPlace | null;
  /** Run one that was skipped as well. */
  again?: boolean;
};

const LEASE_MS = 10 * 60_000;

const messagesOf = async (
  tx: Tx,
  job: Job,
  slot: Date,
  backups: BackupPlace | null,
): Promise<OutgoingMessage[]> =>
  job.run({ slot, today: civilToday(slot), calendar: await loadCalendar(tx), tx, backups });

/** Inserts the slot, or locks the row of a run that died; the state that it is in. */
const claim = async (tx: Tx, job: Job, slot: string, now: Date, by: string) => {
  await tx.jobSlot.createMany({
    data: [
      {
        job: job.name,
        slot,
        claimedBy: by,
        startedAt: now,
        // The machine's clock: a lease is about a process, not about a day.
        leaseUntil: new Date(Date.now() + LEASE_MS),
      },
    ],
    skipDuplicates: true,
  });
  const rows = await tx.$queryRaw<{ state: string }[]>`
    SELECT "state"::text FROM "JobSlot"
    WHERE "job" = ${job.name} AND "slot" = ${slot} FOR UPDATE`;
  return rows[0]?.state;
};

/** Runs a slot. Throws what the job throws; the slot is then free to be run again. */
export const runSlot = (
  db: Db,
  job: Job,
  slot: Date,
  { now, by, backups = null, again = false }: RunTerms,
): Promise<SlotRun> =>
  db.$transaction(
    async (tx) => {
      const key = slotKey(slot);
      const state = await claim(tx, job, key, now, by);
      if (state === "skipped" && !again) return { kind: "skipped" };
      if (state !== "running" && state !== "skipped") return { kind: "already" };
      checkpoint("job.claimed");
      const messages = await messagesOf(tx, job, slot, backups);
      const queued = await queueMessages(tx, messages, { now, inboxId: null, job: job.name });
      await tx.jobSlot.update({
        where: { job_slot: { job: job.name, slot: key } },
        data: { state: "done", finishedAt: now, messages: queued.queued },
      });
      await audit(tx, {
        at: now,
        actorId: null,
        actorLabel: `job:${job.name}`,
        action: "run job",
        subject: `slot:${key}`,
        inboxId: null,
        data: { messages: queued.queued },
      });
      checkpoint("job.ran-in-transaction");
      return { kind: "ran", messages: queued.queued, unreachable: queued.unreachable.length };
    },
    job.readsAll === true ? snapshotOptions : {},
  );

class DryRun extends Error {
  readonly messages: OutgoingMessage[];

  constructor(messages: OutgoingMessage[]) {
    super("dry run");
    this.messages = messages;
  }
}

/** What a slot would say; nothing of it stays. */
export const dryRunSlot = async (db: Db, job: Job, slot: Date): Promise<OutgoingMessage[]> => {
  try {
    return await db.$transaction(async (tx) => {
      throw new DryRun(bundled(await messagesOf(tx, job, slot, null)));
    });
  } catch (error) {
    if (error instanceof DryRun) return error.messages;
    throw error;
  }
};
