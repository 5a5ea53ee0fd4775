// The playground as `npm start` opens it, on a copy of the planted sample: what scenarios hold of
// it, and see of it over HTTP as the page does.
import { rm } from "node:fs/promises";
import { onTestFinished } from "vitest";
import type { Db } from "#src/database/client.ts";
import { type OpenDatabase, openDatabase } from "#src/database/open.ts";
import type { Desk, MessageView } from "#src/playground/page/contract.ts";
import type { Playground } from "#src/playground/server.ts";
import { startPlayground } from "#src/playground-mode.ts";
import { sampleGroup, samplePeople } from "#src/sample/index.ts";
import { history, untilDesk } from "#test/browser/support/page-api.ts";
import { copyOfProvince, STARTS_AT } from "#test/browser/support/planted.ts";
import { quietLog } from "#test/browser/support/quiet-log.ts";

export const idOf = (key: string): number => {
  const found = samplePeople.find((person) => person.key === key);
  if (found === undefined) throw new RangeError(`the sample has no ${key}`);
  return found.telegramId;
};

export const COMMITTEE = sampleGroup("committee").id;

export type OpenedHouse = {
  url: string;
  db: Db;
  dataDir: string;
  server: Playground;
  desk: () => Promise<Desk>;
  /** Texts of what the bot said in a chat, oldest first. */
  said: (chat: number) => Promise<string[]>;
  stop: () => Promise<void>;
};

/** A folder with the whole sample, gone when the test is over. */
export const folderOfProvince = async (startAt = STARTS_AT): Promise<string> => {
  const dataDir = await copyOfProvince(startAt);
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  return dataDir;
};

export const textOf = ({ message }: MessageView): string => JSON.stringify(message);

/** Starts on that folder. Whatever it logs as an error fails the test. */
export const openHouse = async (
  dataDir: string,
  { startAt = STARTS_AT, seed }: { startAt?: Date; seed?: number } = {},
): Promise<OpenedHouse> => {
  const open: OpenDatabase = await openDatabase({ dir: dataDir });
  const { log, problems } = quietLog();
  const more = seed === undefined ? {} : { seed };
  const house = await startPlayground({
    ...{ db: open.db, dataDir, port: 0, log, crons: {}, startAt },
    ...more,
  });
  let stopped = false;
  const stop = async (): Promise<void> => {
    if (stopped) return;
    stopped = true;
    await house.stop();
    await open.close();
    if (problems.length > 0) throw new Error(problems.join("\n"));
  };
  onTestFinished(stop);
  await house.ready;
  const { url, server } = house;
  return {
    url,
    db: open.db,
    dataDir,
    server,
    desk: () => untilDesk(url, ({ busy }) => busy === null),
    said: async (chat) => (await history(url, chat, 200)).filter(({ byBot }) => byBot).map(textOf),
    stop,
  };
};
