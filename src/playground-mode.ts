// Without a token: the local Bot API server with its page, a sample province, and a clock that can
// be moved. The bot talks to it over HTTP, as it would to Telegram.
import path from "node:path";
import { movableClock } from "./clock.ts";
import { makeClockMover } from "./clock-mover.ts";
import type { Db } from "./database/client.ts";
import { readSetting, writeSetting } from "./database/settings.ts";
import type { Log } from "./delivery/log.ts";
import { startBotApiServer } from "./playground/server.ts";
import { plantSample, SAMPLE_GROUP, samplePeople } from "./sample/minimal.ts";
import { startTelegramBot, type TelegramBot } from "./telegram-bot.ts";

const BOT = {
  id: 7_000_000,
  firstName: "Đôn Đốc",
  username: "dondoc_bot",
  token: "7000000:playground-only-playground-only-000",
};

export type PlaygroundDeps = {
  db: Db;
  dataDir: string;
  port: number;
  log: Log;
  crons: Readonly<Record<string, string>>;
};

/** Starts server and bot; `url` is the page. */
export const startPlayground = async (
  deps: PlaygroundDeps,
): Promise<{ url: string; stop: () => Promise<void> }> => {
  const { db, log, port, crons } = deps;
  await writeSetting(db, "sample", true);
  const offset = await readSetting(db, "clock.offset");
  const clock = movableClock(typeof offset === "number" ? offset : 0);

  let bot: TelegramBot | undefined;
  const server = await startBotApiServer({
    port,
    now: () => clock.now().getTime(),
    bot: BOT,
    storeDir: path.join(deps.dataDir, "bot-api"),
    onMoveClock: async (to) => {
      if (bot !== undefined) await makeClockMover(db, clock, bot)(new Date(to));
    },
  });
  const members = samplePeople.map((person) =>
    server.createUser({
      id: person.telegramId,
      firstName: person.firstName,
      username: person.username,
    }),
  );
  server.createGroup({ ...SAMPLE_GROUP, members, bot: "member" });

  const planted = await plantSample(db, clock.now());
  bot = await startTelegramBot({
    db,
    token: BOT.token,
    apiRoot: server.url,
    clock,
    log,
    crons,
  });
  // Whoever never wrote to the bot cannot be written to by it: the sample's people have.
  if (planted) for (const member of members) await member.dm().say("/start");
  return {
    url: server.url,
    stop: async () => {
      await bot?.stop();
      await server.close();
    },
  };
};
