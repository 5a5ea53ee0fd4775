// The bot over Telegram's protocol, whole: channel, receiving, handling, delivery, jobs. Used by
// main.ts for Telegram and for the playground alike, and by the tests.
import { commands, jobsWith, type RunningBot, startBot } from "./app.ts";
import type { Clock } from "./clock.ts";
import type { Db } from "./database/client.ts";
import type { Log } from "./delivery/log.ts";
import type { Job } from "./schedule/job.ts";
import { makeTelegramChannel } from "./telegram/channel.ts";
import { setMenus } from "./telegram/menu.ts";
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
};

export type TelegramBot = RunningBot & {
  username: string;
  /** Monotonic milliseconds of the last successful getUpdates; null = none yet. */
  lastSuccess: () => number | null;
};

export const startTelegramBot = async (deps: TelegramBotDeps): Promise<TelegramBot> => {
  const { db, token, apiRoot, clock, log, crons, jobs = jobsWith(crons) } = deps;
  const channel = await makeTelegramChannel({ token, apiRoot, db, log, clock });
  const { username } = channel.me;
  const bot = await startBot({
    db,
    channel,
    clock,
    log,
    jobs,
    by: `${process.pid}`,
    inviteLink: (code) => `https://t.me/${username}?start=${code}`,
  });
  await setMenus(channel.api, commands, log);
  const polling = makePolling({ api: channel.api, db, clock, log, onStored: bot.wakeInbox });
  return {
    ...bot,
    username,
    lastSuccess: polling.lastSuccess,
    stop: async () => {
      await polling.stop();
      await bot.stop();
    },
  };
};
