// With a token: the bot against Telegram, among any number of processes on one database. One of
// them is at work; in webhook mode all of them receive.
import { type Clock, systemClock } from "./clock.ts";
import type { Config, WebhookConfig } from "./config.ts";
import type { Db } from "./database/client.ts";
import type { Log } from "./delivery/log.ts";
import { makeMetrics } from "./metrics/house-metrics.ts";
import { bootstrapAdmins } from "./people/bootstrap.ts";
import { usualRates } from "./requests/rate-limit.ts";
import { makeAwayNotice } from "./telegram/away-notice.ts";
import type { TelegramChannel } from "./telegram/channel.ts";
import { keepWebhook, makePolling, makeWebhook, type Polling } from "./telegram/receive.ts";
import { openTelegramChannel, startTelegramBot, type TelegramBot } from "./telegram-bot.ts";
import { makeInboxCall } from "./turn/inbox-topic.ts";
import { type Turn, takeTurn, type Work } from "./turn/take-turn.ts";
import { makeHealthApp, type Receiving } from "./web/health.ts";
import { serveWeb } from "./web/server.ts";
import { orAfter } from "./within-ms.ts";

export type TelegramModeDeps = {
  db: Db;
  config: Config & { mode: { kind: "telegram" } };
  log: Log;
  /** A line for whoever started the process. */
  say: (line: string) => void;
  /** Hears why the process is of no use: Telegram does not know the token. */
  onUseless: (error: Error) => void;
  clock?: Clock;
};

export type TelegramMode = { port: number; stop: () => Promise<void> };

const ANSWER_MS = 2_000;

/** A database that does not answer in time is not back. */
const answers = (db: Db): Promise<boolean> =>
  orAfter(
    ANSWER_MS,
    db.$queryRaw`SELECT 1`.then(
      () => true,
      () => false,
    ),
    false,
  );

/** Serves health at once, and takes the turn when it is to be had. @throws where the port is taken */
export const startTelegramMode = async (deps: TelegramModeDeps): Promise<TelegramMode> => {
  const { db, config, log, say, onUseless, clock = systemClock } = deps;
  const { token, apiRoot, webhook } = config.mode;
  const metrics = makeMetrics();
  const botDeps = { db, token, apiRoot, clock, log, crons: config.crons, metrics };

  let channel: TelegramChannel | null = null;
  let bot: TelegramBot | null = null;
  let polling: Polling | null = null;
  let turn: Turn | null = null;
  const away = makeAwayNotice({ channel: () => channel, isBack: () => answers(db), log });
  const callOther = "url" in config.database ? makeInboxCall(db) : () => undefined;
  const onStored = () => (bot === null ? callOther() : bot.wakeInbox());
  const receivingDeps = { db, clock, log, onStored, away };

  const opening = openTelegramChannel(botDeps).then((opened) => {
    channel = opened;
    return opened;
  });
  opening.catch(onUseless);

  const posts = webhook && makeWebhook({ ...receivingDeps, secret: webhook.secret });

  const receiving = (): Receiving => {
    const since = (at: number | null) => (at === null ? null : performance.now() - at);
    if (posts !== undefined) return { mode: "webhook", silentMs: since(posts.lastStored()) };
    if (polling === null) return { mode: "standby", silentMs: null };
    return { mode: "polling", silentMs: since(polling.lastSuccess()) };
  };

  const keep = (opened: TelegramChannel, { url, secret }: WebhookConfig) =>
    keepWebhook({ api: opened.api, log, url, secret });

  const startWork = async (): Promise<Work> => {
    const opened = await opening;
    await bootstrapAdmins(db, config.adminTelegramIds, clock.now());
    const started = await startTelegramBot({
      ...botDeps,
      channel: opened,
      backups: config.backupDir,
      rateLimit: usualRates,
      receive: "none",
      onAway: (payload) => away.failed([payload]),
    });
    bot = started;
    const keeping = webhook && keep(opened, webhook);
    if (webhook === undefined) {
      polling ??= makePolling({ ...receivingDeps, api: opened.api, metrics });
    }
    started.wakeInbox();
    say(`Đôn Đốc runs as @${started.username}${webhook ? `, by webhook on ${webhook.url}` : ""}`);
    return {
      // Polling goes on while the database is away: people are told, and nothing is confirmed. Who
      // has the turn next, or takes the process down, ends it.
      stop: async () => {
        bot = null;
        await Promise.all([keeping?.stop(), started.stop()]);
      },
    };
  };

  const stopPolling = async (): Promise<void> => {
    const ending = polling;
    polling = null;
    await ending?.stop();
  };

  const web = await serveWeb({
    port: config.port,
    pages: makeHealthApp({ db, receiving, atWork: () => turn?.isAtWork() ?? false, metrics }),
    ...(webhook && posts ? { webhook: { path: webhook.path, take: posts.take } } : {}),
  });
  say(`Health on http://127.0.0.1:${web.port}/healthz`);
  turn = takeTurn(
    config.database,
    {
      log,
      onWake: () => bot?.wakeInbox(),
      onStandby: async () => {
        say("Another process is at work; this one stands by and takes over when that one ends.");
        await stopPolling();
      },
    },
    startWork,
  );

  return {
    port: web.port,
    stop: async () => {
      away.stop();
      posts?.stop();
      await Promise.all([stopPolling(), turn?.stop(), web.close()]);
    },
  };
};
