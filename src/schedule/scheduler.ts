// node-cron wakes the house every minute; the table of slots says what is still to be run. The
// same look at the table makes up a missed slot at start. Civil time comes from the clock, so that
// a clock that was moved on the playground is obeyed like any other.
import { schedule } from "node-cron";
import { slotKey } from "#src/calendar/slots.ts";
import { ZONE } from "#src/calendar/zone.ts";
import type { Clock } from "#src/clock.ts";
import type { Db } from "#src/database/client.ts";
import { checkpoint } from "#src/delivery/checkpoints.ts";
import type { Log } from "#src/delivery/log.ts";
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
};

export const makeScheduler = ({ db, jobs, clock, log, by, onRan }: SchedulerDeps) => {
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
        state: "done",
        OR: candidates.map(({ job, slot }) => ({ job: job.name, slot: slotKey(slot) })),
      },
    });
    const keys = new Set(done.map((row) => `${row.job}:${row.slot}`));
    return candidates.filter(({ job, slot }) => !keys.has(`${job.name}:${slotKey(slot)}`));
  };

  const runOne = async ({ job, slot }: DueSlot): Promise<void> => {
    try {
      const run = await runSlot(db, job, slot, { now: clock.now(), by });
      checkpoint("job.done");
      if (run.kind === "already") return;
      const { messages, unreachable } = run;
      log.info({ job: job.name, slot: slotKey(slot), messages, unreachable }, "job ran");
    } catch (error) {
      log.error({ err: error, job: job.name, slot: slotKey(slot) }, "job failed");
    }
  };

  /** Runs what is due now, once among all processes. */
  const runDue = async (): Promise<void> => {
    const slots = await due();
    for (const slot of slots) await runOne(slot);
    if (slots.length > 0) onRan();
  };

  const task = schedule("* * * * *", runDue, {
    name: "dondoc-slots",
    timezone: ZONE,
    noOverlap: true,
    distributed: true,
    runCoordinator: { shouldRun: async () => (await due()).length > 0 },
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
