import type { Db } from "#src/database/client.ts";
import { readSetting } from "#src/database/settings.ts";

/** The civil clock of a database: the playground's may run ahead of the machine's. */
export const databaseClock = async (db: Db): Promise<Date> => {
  const offset = await readSetting(db, "clock.offset");
  return new Date(Date.now() + (typeof offset === "number" ? offset : 0));
};
