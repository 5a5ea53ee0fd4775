// The playground as `npm start` has it, on a database of the test and at a moment of its own.
import type { Db } from "#src/database/client.ts";
import type { Log } from "#src/delivery/log.ts";
import { type RunningPlayground, startPlayground } from "#src/playground-mode.ts";

export type HouseDeps = { db: Db; dataDir: string; startAt: Date; log: Log };

/** Starts it on any free port and waits until the province is planted and the bot there. */
export const startHouse = async (deps: HouseDeps): Promise<RunningPlayground> => {
  const house = await startPlayground({ ...deps, port: 0, crons: {} });
  await house.ready;
  return house;
};
