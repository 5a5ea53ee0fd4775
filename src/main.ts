// Composition root: configuration → database → channel → jobs → HTTP.
import { jobs } from "#jobs/index.ts";
import { type Config, loadEnvFile, readConfig } from "./config.ts";
import { movedNotice } from "./database/moved.ts";
import { DatabaseInUse, type OpenDatabase, openDatabase } from "./database/open.ts";
import { readSetting } from "./database/settings.ts";
import type { Log } from "./delivery/log.ts";
import { logUncaught } from "./log/uncaught.ts";
import { makeLog } from "./log.ts";
import { startPlayground } from "./playground-mode.ts";
import { seedDayOffs } from "./schedule/calendar-store.ts";
import { startTelegramMode } from "./telegram-mode.ts";

const STOP_MS = 4_500;

/** One clear line on stderr, and the end. */
const giveUp = (...lines: string[]): never => {
  for (const line of lines) console.error(line);
  process.exit(1);
};

/** The log of this process, which knows its secrets; what nobody catches goes there too. */
const openLog = (config: Config, ...own: (string | undefined)[]): Log => {
  const address = "url" in config.database ? config.database.url : undefined;
  const secrets = [address, ...own].filter((secret) => secret !== undefined);
  const log = makeLog(config.logLevel, { secrets });
  logUncaught(log);
  return log;
};

const openOrGiveUp = async (config: Config, owned?: () => void): Promise<OpenDatabase> => {
  try {
    const open = await openDatabase(config.database, owned);
    await open.migrate();
    await seedDayOffs(open.db);
    const moved = await movedNotice(open.db);
    return moved === null ? open : giveUp(`Not started: ${moved}`);
  } catch (error) {
    if (error instanceof DatabaseInUse) return giveUp(error.message);
    const { message } = error as Error;
    return giveUp(`The database cannot be opened: ${message.trim().split("\n").at(-1)}`);
  }
};

/** What runs: it is stopped first, and then the database closed. */
type Running = { stop: () => Promise<void>; database: Promise<OpenDatabase> };

const startTelegram = async (config: Config & { mode: { kind: "telegram" } }): Promise<Running> => {
  const open = await openOrGiveUp(config);
  const { db } = open;
  if ((await readSetting(db, "sample")) !== null) {
    giveUp(
      "This database holds the sample of the playground and never runs with a BOT_TOKEN. Set another DATA_DIR or DATABASE_URL.",
    );
  }
  const { stop } = await startTelegramMode({
    db,
    config,
    log: openLog(config, config.mode.token, config.mode.webhook?.secret),
    say: console.log,
    onUseless: (error) => giveUp(error.message),
  });
  return { stop, database: Promise.resolve(open) };
};

/** The page is there as soon as nobody else has the folder; the rest follows behind it. */
const startSample = async (config: Config & { mode: { kind: "playground" } }): Promise<Running> => {
  const { port, dataDir } = config.mode;
  const { promise: owned, resolve } = Promise.withResolvers<void>();
  const database = openOrGiveUp(config, resolve);
  await owned;
  const log = openLog(config);
  const db = database.then((open) => open.db);
  const playground = await startPlayground({ db, dataDir, port, log, crons: config.crons });
  console.log(
    `Đôn Đốc has no BOT_TOKEN, so it serves its playground (a local stand-in for Telegram) on ${playground.url}`,
  );
  playground.ready.catch((error: Error) => giveUp(error.message));
  return { stop: playground.stop, database };
};

const isTelegram = (config: Config): config is Config & { mode: { kind: "telegram" } } =>
  config.mode.kind === "telegram";
const isPlayground = (config: Config): config is Config & { mode: { kind: "playground" } } =>
  config.mode.kind === "playground";

const main = async (): Promise<void> => {
  const known = jobs.map((job) => job.setting);
  const read = readConfig(loadEnvFile(".env", process.env), known);
  if (!read.ok) return giveUp(...read.mistakes);
  const { config } = read;
  const running = isTelegram(config)
    ? await startTelegram(config)
    : isPlayground(config)
      ? await startSample(config)
      : undefined;

  let stopping = false;
  const shutDown = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    // Whatever hangs, nothing accepted is lost by ending: it is in the inbox or the outbox.
    setTimeout(() => process.exit(0), STOP_MS).unref();
    await running?.stop();
    await (await running?.database)?.close();
    process.exit(0);
  };
  process.on("SIGTERM", shutDown);
  process.on("SIGINT", shutDown);
};

await main().catch((error: Error) => giveUp(error.message));
