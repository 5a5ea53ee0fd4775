// node-cron wakes the house every minute; the table of slots says what is still to be run. The
// same look at the table makes up a missed slot at start. Civil time comes from the clock, so that
// a clock that was moved on the playground is obeyed like any other.
import { schedule } from "node-cron";
import type { BackupPlace } from "#src/backup/place.ts";
import { slotKey } from "#src/calendar/slots.ts";
import { ZONE } from "#src/calendar/zone.ts";
import type { Clock } from "#src/clock.ts";
import type { Db } from "#src/database/client.ts";
import { checkpoint } from "#src/delivery/checkpoints.ts";
import type { Log } from "#src/delivery/log.ts";
import { type Metrics, noMetrics, type SlotOutcome, secondsSince } from "#src/metrics/metrics.ts";
import { loadCalendar } from "./calendar-store.ts";
import { type DueSlot, dueSlot } from "./due-slots.ts";
import type { Job } from "./job.ts";
import { runSlot } from "./run-slot.ts";

export type SchedulerDeps = {
  db: Db;
  jobs: readonly Job[];
  clock: Clock;
  log: Log;
  /** Which process this is, for the table of slots. */
  by: string;
  /** Called after slots were run: their messages wait in the outbox. */
  onRan: () => void;
  metrics?: Metrics;
  /** Where backups are kept; none are made unless told. */
  backups?: BackupPlace | null;
};

export const makeScheduler = (deps: SchedulerDeps) => {
  const { db, jobs, clock, log, by, onRan, metrics = noMetrics, backups = null } = deps;
  /** Slots of now that the table does not have as done. */
  const due = async (): Promise<DueSlot[]> => {
    const now = clock.now();
    const calendar = await loadCalendar(db);
    const candidates = jobs.flatMap((job) => {
      const slot = dueSlot(job, now, calendar);
      return slot === null ? [] : [{ job, slot }];
    });
    const done = await db.jobSlot.findMany({
      where: {
        state: { in: ["done", "skipped"] },
        OR: candidates.map(({ job, slot }) => ({ job: job.name, slot: slotKey(slot) })),
      },
    });
    const keys = new Set(done.map((row) => `${row.job}:${row.slot}`));
    return candidates.filter(({ job, slot }) => !keys.has(`${job.name}:${slotKey(slot)}`));
  };

  const runOne = async ({ job, slot }: DueSlot): Promise<void> => {
    const since = performance.now();
    const end = (outcome: SlotOutcome) => metrics.slotEnded(job.name, outcome, secondsSince(since));
    try {
      const run = await runSlot(db, job, slot, { now: clock.now(), by, backups });
      checkpoint("job.done");
      end(run.kind === "ran" ? "done" : run.kind);
      if (run.kind !== "ran") return;
      const { messages, unreachable } = run;
      log.info({ job: job.name, slot: slotKey(slot), messages, unreachable }, "job ran");
    } catch (error) {
      end("failed");
      log.error({ err: error, job: job.name, slot: slotKey(slot) }, "job failed");
    }
  };

  /** Runs what is due now, once among all processes. */
  const runDue = async (): Promise<void> => {
    const slots = await due();
    for (const slot of slots) await runOne(slot);
    if (slots.length > 0) onRan();
  };

  /** Where the table cannot be asked, the next minute asks again: a slot is made up. */
  const quietly = <T>(look: Promise<T>, otherwise: T): Promise<T> =>
    look.catch((error: unknown) => {
      log.warn({ err: error }, "the table of slots could not be asked");
      return otherwise;
    });

  const task = schedule("* * * * *", () => quietly(runDue(), undefined), {
    name: "dondoc-slots",
    timezone: ZONE,
    noOverlap: true,
    distributed: true,
    runCoordinator: { shouldRun: async () => (await quietly(due(), [])).length > 0 },
    suppressMissedWarning: true,
  });

  return {
    runDue,
    runOne,
    stop: async (): Promise<void> => {
      await task.destroy();
    },
  };
};
