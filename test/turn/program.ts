// The real program (node src/main.ts), some of it at once, against the stand-in for Telegram.
import { afterEach } from "vitest";
import type { DatabaseTarget } from "#src/database/open.ts";
import { type Playground, startBotApiServer } from "#src/playground/server.ts";
import { freePort } from "#test/damage/support/free-port.ts";
import { type MainProcess, startMain } from "#test/damage/support/main-process.ts";
import { type Citizen, makeCitizen } from "#test/support/citizen.ts";

export const TOKEN = "123456:AAF-turn-turn-turn-turn-turn-turn";
export const RUNS = /runs as @dondoc_bot/;
export const STANDS_BY = /stands by/;

const endings: (() => Promise<unknown>)[] = [];

/** Does something when the test is over, the newest first. */
export const atEnd = (ending: () => Promise<unknown>): void => {
  endings.push(ending);
};

afterEach(async () => {
  while (endings.length > 0) await endings.pop()?.();
});

export type Stage = {
  server: Playground;
  /** Starts one more process; `settings` are variables of its environment. */
  start: (settings?: Record<string, string>, port?: number) => Promise<MainProcess>;
  citizen: (firstName: string) => Citizen;
};

export const openStage = async (database: DatabaseTarget): Promise<Stage> => {
  const server = await startBotApiServer({
    port: 0,
    now: () => Date.now(),
    bot: { id: 123_456, username: "dondoc_bot", firstName: "Đôn Đốc", token: TOKEN },
    limits: { pace: false },
  });
  atEnd(() => server.close());
  return {
    server,
    start: async (settings = {}, port) => {
      const started = startMain({
        database,
        apiRoot: server.url,
        token: TOKEN,
        port: port ?? (await freePort()),
        settings,
      });
      atEnd(async () => {
        started.signal("SIGKILL");
        await started.gone;
      });
      return started;
    },
    citizen: (firstName) => makeCitizen(server.createUser({ firstName })),
  };
};
