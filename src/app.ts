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
import type { PaceClock } from "./delivery/pace-clock.ts";
import type { Metrics } from "./metrics/metrics.ts";
import { makeCommandFinder } from "./requests/find-command.ts";
import { makeInboxWorker } from "./requests/inbox-worker.ts";
import type { RateRules } from "./requests/rate-limit.ts";
import { makeRateLimiter } from "./requests/rate-limiter.ts";
import { cachedCalendar } from "./schedule/calendar-store.ts";
import type { Job } from "./schedule/job.ts";
import { makeScheduler } from "./schedule/scheduler.ts";
import { withinMs } from "./within-ms.ts";

export { commands };

const LONGEST_FIRST_LOOK_MS = 5_000;

/** Jobs with the cron expressions that the configuration overrides (CRON_…). */
export const jobsWith = (crons: Readonly<Record<string, string>>): Job[] =>
  allJobs.map((job) => ({ ...job, cron: crons[job.setting] ?? job.cron }));

export type HandlingDeps = {
  db: Db;
  channel: Channel;
  clock: Clock;
  log: Log;
  inviteLink: (code: string) => string | null;
  /** Where it is counted; nowhere unless told. */
  metrics?: Metrics;
  /** Folder of the nightly backups; none are made unless told. */
  backups?: string;
  /** How much one person may ask for; without limit unless told. */
  rateLimit?: RateRules | false;
  /** Hears of stored updates that wait because the database is away. */
  onAway?: (payload: unknown) => void;
  /** Hears of each update that is over: its answer may be in the outbox. */
  onHandled?: () => void;
  /** What pauses of the delivery run on; the machine's monotonic clock unless told. */
  pauseClock?: PaceClock;
};

/** What handles stored updates and sends queued messages of one channel; nothing runs yet. */
export const makeHandling = (deps: HandlingDeps) => {
  const finder = makeCommandFinder(commands);
  const { rateLimit = false } = deps;
  const rateLimiter = rateLimit === false ? null : makeRateLimiter(rateLimit);
  const calendar = cachedCalendar(deps.db);
  return {
    inbox: makeInboxWorker({ ...deps, commands, finder, calendar, rateLimiter }),
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

  // Answers leave one by one: while people write without a pause, the inbox is never empty.
  const onHandled = () => outboxLoop.wake();
  const { inbox, delivery } = makeHandling({ ...deps, onHandled });
  const outboxLoop = delivery.start();
  const inboxLoop = startLoop("inbox", inbox.drain, log);
  const onRan = () => outboxLoop.wake();
  const scheduler = makeScheduler({
    db,
    jobs,
    clock,
    log,
    by,
    onRan,
    backups: deps.backups === undefined ? null : { dir: deps.backups, clock, log },
    ...(deps.metrics === undefined ? {} : { metrics: deps.metrics }),
  });
  const firstLook = scheduler.runDue().catch((error: unknown) => {
    log.warn({ err: error }, "the table of slots could not be asked");
  });
  // A slot that a vanished host still holds must not keep this one from receiving.
  await withinMs(LONGEST_FIRST_LOOK_MS, firstLook);

  return {
    wakeInbox: () => {
      inbox.wake();
      inboxLoop.wake();
    },
    wakeOutbox: outboxLoop.wake,
    runDueSlots: scheduler.runDue,
    runSlot: async (due) => {
      await scheduler.runOne(due);
      outboxLoop.wake();
    },
    stop: async () => {
      inbox.stop();
      // All at once: where the database hangs, one of them must not keep the others at work.
      await Promise.all([scheduler.stop(), inboxLoop.stop(), outboxLoop.stop()]);
    },
  };
};
