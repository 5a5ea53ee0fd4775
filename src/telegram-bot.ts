// The bot over Telegram's protocol, whole: channel, receiving, handling, delivery, jobs. Used by
// main.ts for Telegram and for the playground alike, and by the tests.
import { commands, jobsWith, type RunningBot, startBot } from "./app.ts";
import type { Clock } from "./clock.ts";
import type { Db } from "./database/client.ts";
import type { Log } from "./delivery/log.ts";
import type { PaceClock } from "./delivery/pace-clock.ts";
import type { Metrics } from "./metrics/metrics.ts";
import type { RateRules } from "./requests/rate-limit.ts";
import type { Job } from "./schedule/job.ts";
import { makeTelegramChannel, type TelegramChannel } from "./telegram/channel.ts";
import { setMenus } from "./telegram/menu.ts";
import type { PaceLimits } from "./telegram/pace.ts";
import { makePolling } from "./telegram/receive.ts";

export type TelegramBotDeps = {
  db: Db;
  token: string;
  apiRoot: string;
  clock: Clock;
  log: Log;
  crons: Readonly<Record<string, string>>;
  /** Those that it runs by itself; all of them unless told. */
  jobs?: readonly Job[];
  /** Telegram's own unless told; false: none is kept. */
  pace?: PaceLimits | false;
  /** What Telegram's pace runs on; the machine's monotonic clock unless told. */
  paceClock?: PaceClock;
  /** What pauses after failures run on; the clock of the pace unless told. */
  pauseClock?: PaceClock;
  /** After so long without an answer it is not known whether a message was taken. */
  sendTimeoutSeconds?: number;
  /** Folder of the nightly backups; none are made unless told. */
  backups?: string;
  /** How much one person may ask for; without limit unless told. */
  rateLimit?: RateRules | false;
  /** Where it is counted; nowhere unless told. */
  metrics?: Metrics;
  /** Whether it receives by itself; polling unless told. */
  receive?: "polling" | "none";
  /** One that is open already: it knows Telegram's pace, and is used again at every turn. */
  channel?: TelegramChannel;
  /** Hears of stored updates that wait because the database is away. */
  onAway?: (payload: unknown) => void;
};

/** Opens the channel; waits for Telegram as long as it takes. @throws where the token is wrong */
export const openTelegramChannel = (deps: TelegramBotDeps): Promise<TelegramChannel> => {
  const { db, token, apiRoot, clock, log, pace, paceClock, sendTimeoutSeconds, metrics } = deps;
  return makeTelegramChannel({
    token,
    apiRoot,
    db,
    log,
    clock,
    ...(pace === undefined ? {} : { pace }),
    ...(paceClock === undefined ? {} : { paceClock }),
    ...(sendTimeoutSeconds === undefined ? {} : { sendTimeoutSeconds }),
    ...(metrics === undefined ? {} : { metrics }),
  });
};

export type TelegramBot = RunningBot & {
  username: string;
  /** Monotonic milliseconds of the last successful getUpdates; null = none yet. */
  lastSuccess: () => number | null;
};

export const startTelegramBot = async (deps: TelegramBotDeps): Promise<TelegramBot> => {
  const { db, clock, log, crons, jobs = jobsWith(crons) } = deps;
  const {
    paceClock,
    pauseClock = paceClock,
    rateLimit,
    metrics,
    onAway,
    receive = "polling",
  } = deps;
  const channel = deps.channel ?? (await openTelegramChannel(deps));
  const { username } = channel.me;
  const bot = await startBot({
    db,
    channel,
    clock,
    log,
    jobs,
    by: `${process.pid}`,
    ...(rateLimit === undefined ? {} : { rateLimit }),
    ...(metrics === undefined ? {} : { metrics }),
    ...(deps.backups === undefined ? {} : { backups: deps.backups }),
    ...(pauseClock === undefined ? {} : { pauseClock }),
    ...(onAway === undefined ? {} : { onAway }),
    inviteLink: (code) => `https://t.me/${username}?start=${code}`,
  });
  await setMenus(channel.api, commands, log);
  const { api } = channel;
  const polling =
    receive === "none" ? null : makePolling({ api, db, clock, log, onStored: bot.wakeInbox });
  return {
    ...bot,
    username,
    lastSuccess: () => polling?.lastSuccess() ?? null,
    stop: async () => {
      await Promise.all([polling?.stop(), bot.stop()]);
    },
  };
};
