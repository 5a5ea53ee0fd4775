// Without a token: the local Bot API server with its page, a sample province, and a clock that can
// be moved. The bot talks to it over HTTP, as it would to Telegram.
import path from "node:path";
import type { Db } from "./database/client.ts";
import type { Log } from "./delivery/log.ts";
import { type Playground, startBotApiServer } from "./playground/server.ts";
import { clockHintIn } from "./playground-house/clock-hint.ts";
import { makeHouse } from "./playground-house/house.ts";
import { SAMPLE_SEED } from "./sample/index.ts";

const BOT = {
  id: 7_000_000,
  firstName: "Đôn Đốc",
  username: "dondoc_bot",
  token: "7000000:playground-only-playground-only-000",
};

export type PlaygroundDeps = {
  /** It may still be opening: the page is there before it. */
  db: Db | Promise<Db>;
  dataDir: string;
  port: number;
  log: Log;
  crons: Readonly<Record<string, string>>;
  /** Of a province that is planted now; one that is there goes on as it is. */
  seed?: number;
  /** What the machine's clock is taken to show at this start: for tests and pictures. */
  startAt?: Date;
};

export type RunningPlayground = {
  /** The page; up from the beginning. */
  url: string;
  /** What tests hold of the stand-in. */
  server: Playground;
  /** Resolves when the province is planted and the bot at work. @throws what kept it from that */
  ready: Promise<void>;
  stop: () => Promise<void>;
};

/** Starts the stand-in with its page at once, then the province and the bot behind it. */
export const startPlayground = async (deps: PlaygroundDeps): Promise<RunningPlayground> => {
  const { log, port, crons, seed = SAMPLE_SEED, startAt } = deps;
  const ahead = startAt === undefined ? 0 : startAt.getTime() - Date.now();
  const machine = () => Date.now() + ahead;
  const db = Promise.resolve(deps.db);
  const hint = clockHintIn(deps.dataDir);
  const stoodAt = await hint.read();
  const house = makeHouse({ db, log, crons, seed, machine, hint, stoodAt });
  const server = await startBotApiServer({
    port,
    now: house.now,
    monotonic: house.pace,
    bot: BOT,
    storeDir: path.join(deps.dataDir, "bot-api"),
    house,
  });
  const ready = house.open(server);
  // Whoever waits for it hears of it; nobody has to.
  ready.catch(() => undefined);
  return {
    url: server.url,
    server,
    ready,
    stop: async () => {
      await house.close();
      await server.close();
    },
  };
};
