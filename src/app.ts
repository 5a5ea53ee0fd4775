// Puts a channel, the database and the commands together into something that runs. Together with
// main.ts (and the command line) the only place that wires.
import { commands } from "#commands/index.ts";
import { jobs as allJobs } from "#jobs/index.ts";
import type { Clock } from "./clock.ts";
import type { Db } from "./database/client.ts";
import type { Channel } from "./delivery/channel.ts";
import { makeDelivery } from "./delivery/deliver.ts";
import type { Log } from "./delivery/log.ts";
import { startLoop } from "./delivery/loop.ts";
import { recoverSending } from "./delivery/outbox-store.ts";
import { makeCommandFinder } from "./requests/find-command.ts";
import { makeInboxWorker } from "./requests/inbox-worker.ts";
import { cachedCalendar } from "./schedule/calendar-store.ts";
import type { Job } from "./schedule/job.ts";
import { makeScheduler } from "./schedule/scheduler.ts";

export { commands };

/** Jobs with the cron expressions that the configuration overrides (CRON_…). */
export const jobsWith = (crons: Readonly<Record<string, string>>): Job[] =>
  allJobs.map((job) => ({ ...job, cron: crons[job.setting] ?? job.cron }));

export type HandlingDeps = {
  db: Db;
  channel: Channel;
  clock: Clock;
  log: Log;
  inviteLink: (code: string) => string | null;
};

/** What handles stored updates and sends queued messages of one channel; nothing runs yet. */
export const makeHandling = (deps: HandlingDeps) => {
  const finder = makeCommandFinder(commands);
  const calendar = cachedCalendar(deps.db);
  return {
    inbox: makeInboxWorker({ ...deps, commands, finder, calendar }),
    delivery: makeDelivery(deps),
  };
};

export type RunningBot = {
  /** New updates were stored. */
  wakeInbox: () => void;
  /** New messages were queued. */
  wakeOutbox: () => void;
  runDueSlots: () => Promise<void>;
  runSlot: ReturnType<typeof makeScheduler>["runOne"];
  stop: () => Promise<void>;
};

/** Starts handling, delivery and the scheduler. Receiving is the channel's own. */
export const startBot = async (
  deps: HandlingDeps & { jobs: readonly Job[]; by: string },
): Promise<RunningBot> => {
  const { db, channel, clock, log, jobs, by } = deps;
  const lost = await recoverSending(db, channel.name);
  if (lost > 0) log.warn({ messages: lost }, "messages with an unknown outcome after a crash");

  const { inbox, delivery } = makeHandling(deps);
  const outboxLoop = startLoop("outbox", delivery.deliverDue, log);
  const inboxLoop = startLoop(
    "inbox",
    async () => {
      const handled = await inbox.drain();
      if (handled > 0) outboxLoop.wake();
      return handled;
    },
    log,
  );
  const onRan = () => outboxLoop.wake();
  const scheduler = makeScheduler({ db, jobs, clock, log, by, onRan });
  await scheduler.runDue();

  return {
    wakeInbox: inboxLoop.wake,
    wakeOutbox: outboxLoop.wake,
    runDueSlots: scheduler.runDue,
    runSlot: async (due) => {
      await scheduler.runOne(due);
      outboxLoop.wake();
    },
    stop: async () => {
      await scheduler.stop();
      await inboxLoop.stop();
      await outboxLoop.stop();
    },
  };
};
