// The real playground on a copy of the planted sample.
import { rm } from "node:fs/promises";
import { openDatabase } from "#src/database/open.ts";
import { copyOfProvince, STARTS_AT } from "./planted.ts";
import { quietLog } from "./quiet-log.ts";
import { startHouse } from "./start-house.ts";

const MINUTE_MS = 60_000;

export type Province = {
  url: string;
  /** Errors that were logged since this was asked last. */
  takeErrors: () => string[];
  close: () => Promise<void>;
};

/** Opens a copy of the sample as of that moment; nobody else sees it. */
export const openProvince = async (startAt = STARTS_AT): Promise<Province> => {
  const folder = await copyOfProvince(startAt);
  const database = await openDatabase({ dir: folder });
  const { log, problems } = quietLog();
  // However long ago it was planted: it goes on a minute after that.
  const present = new Date(startAt.getTime() + MINUTE_MS);
  const house = await startHouse({ db: database.db, dataDir: folder, startAt: present, log });
  return {
    url: house.url,
    takeErrors: () => problems.splice(0),
    close: async () => {
      await house.stop();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
