// A database for a bot that is a process of its own: a folder of its own, or a database of the server of
// DONDOC_TEST_DATABASE_URL. `look` reads and plants in it, also beside the running bot.
import { rm } from "node:fs/promises";
import type { Db } from "#src/database/client.ts";
import { type DatabaseTarget, type OpenDatabase, openDatabaseBeside } from "#src/database/open.ts";
import {
  createServerDatabase,
  type DatabaseKind,
  prepareDataFolder,
} from "#test/support/database.ts";

export type Target = {
  target: DatabaseTarget;
  /** Opens it, uses it, closes it. */
  look: <T>(use: (db: Db) => Promise<T>) => Promise<T>;
  drop: () => Promise<void>;
};

const looking =
  (target: DatabaseTarget): Target["look"] =>
  async (use) => {
    const open: OpenDatabase = await openDatabaseBeside(target);
    try {
      return await use(open.db);
    } finally {
      await open.close();
    }
  };

/** Migrated and empty. */
export const freshTarget = async (kind: DatabaseKind): Promise<Target> => {
  if (kind === "postgres") {
    const { url, drop } = await createServerDatabase();
    return { target: { url }, look: looking({ url }), drop };
  }
  const dir = await prepareDataFolder();
  const drop = () => rm(dir, { recursive: true, force: true });
  return { target: { dir }, look: looking({ dir }), drop };
};
