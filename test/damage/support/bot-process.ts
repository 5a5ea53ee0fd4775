// The bot as a process of its own (forked by mortal.ts): the real one, with its pace, its clock
// and its log in the parent's hands. It answers what the parent asks over IPC; being killed
// (SIGKILL: no handler runs, nothing is flushed) is not asked but done, by the parent at any moment
// or by itself at a checkpoint.
import { monitorEventLoopDelay } from "node:perf_hooks";
import { jobsWith } from "#src/app.ts";
import { movableClock } from "#src/clock.ts";
import { makeClockMover } from "#src/clock-mover.ts";
import { type DatabaseTarget, openDatabase } from "#src/database/open.ts";
import { onCheckpoint } from "#src/delivery/checkpoints.ts";
import { makeLog } from "#src/log.ts";
import { seedDayOffs } from "#src/schedule/calendar-store.ts";
import { startTelegramBot } from "#src/telegram-bot.ts";
import { tuningOf } from "./tuning.ts";

/** What a bot process is started with: plain JSON. */
export type BotOrder = {
  database: DatabaseTarget;
  apiRoot: string;
  token: string;
  /** Epoch ms of the civil clock at the start; the machine's clock where it is left out. */
  now?: number;
  /** "error" unless told; its lines come to the parent (mortal.ts, `onLog`). */
  logLevel?: string;
  /** Limits of sending; false = none; Telegram's own where it is left out. */
  pace?: false;
  /** The clock of the pace (and of `retry_after`) runs so many times as fast as real time. */
  paceFactor?: number;
  /** Real seconds after which a call without an answer is given up. */
  sendTimeoutSeconds?: number;
  /** Who receives: the bot by long polling (the rule), or nobody here. */
  receive?: "polling" | "none";
  /** Cron expressions by setting (CRON_…), over those of the jobs. */
  crons?: Record<string, string>;
  /** Only jobs that `crons` names run at all. */
  onlyNamedJobs?: true;
  /** Dies when it comes to this checkpoint for the n-th time. */
  dieAt?: { checkpoint: string; hit: number };
};

/** What the parent may ask; each answer goes back under the same `id`. */
export type Asked = { id: number } & (
  | { ask: "moveTo"; moment: number }
  /** Looks at the table of slots, as it does every minute. */
  | { ask: "runDue" }
  /** Something was queued behind the bot's back. */
  | { ask: "wake" }
  | { ask: "stats" }
  | { ask: "stop" }
);

/** Bytes; the delay of the event loop since the last time that it was asked, in ms. */
export type BotStats = {
  rss: number;
  /** After a collection where the process was started with --expose-gc. */
  heapUsed: number;
  loopDelay: { p99: number; max: number };
};

export type Told = "ready" | { id: number; answer?: BotStats; error?: string };

const tell = (told: Told): void => void process.send?.(told);

const dieWhereTold = ({ dieAt }: BotOrder): void => {
  let hits = 0;
  onCheckpoint((name) => {
    if (name !== dieAt?.checkpoint) return;
    hits += 1;
    if (hits === dieAt.hit) process.kill(process.pid, "SIGKILL");
  });
};

const run = async (order: BotOrder): Promise<void> => {
  const { database, apiRoot, token, now, logLevel = "error", crons = {} } = order;
  const open = await openDatabase(database);
  await seedDayOffs(open.db);
  const jobs = jobsWith(crons).filter(
    ({ setting }) => order.onlyNamedJobs !== true || setting in crons,
  );
  const clock = movableClock(now === undefined ? 0 : now - Date.now());
  dieWhereTold(order);
  const bot = await startTelegramBot({
    db: open.db,
    token,
    apiRoot,
    clock,
    log: makeLog(logLevel),
    crons,
    jobs,
    ...tuningOf(order),
  });

  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const stats = (): BotStats => {
    globalThis.gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    const loopDelay = { p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 };
    delay.reset();
    return { rss, heapUsed, loopDelay };
  };

  const answer = async (asked: Asked): Promise<BotStats | undefined> => {
    if (asked.ask === "stats") return stats();
    if (asked.ask === "wake") bot.wakeOutbox();
    if (asked.ask === "runDue") await bot.runDueSlots();
    if (asked.ask === "moveTo") {
      await makeClockMover(open.db, clock, bot, jobs)(new Date(asked.moment));
    }
    if (asked.ask === "stop") {
      await bot.stop();
      await open.close();
    }
    return undefined;
  };

  process.on("message", async (asked: Asked) => {
    const { id } = asked;
    try {
      const answered = await answer(asked);
      tell(answered === undefined ? { id } : { id, answer: answered });
    } catch (error) {
      tell({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
    if (asked.ask === "stop") process.exit(0);
  });
  // Nobody is there any more to stop it.
  process.once("disconnect", () => process.exit(0));
  tell("ready");
};

await run(JSON.parse(process.argv[2] ?? "{}") as BotOrder);
