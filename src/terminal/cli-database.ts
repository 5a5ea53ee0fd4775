// Opens the database for one command, beside a running bot or alone, and looks at its migrations.
import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { migrationNames } from "#prisma/migrations-on-disk.ts";
import { movedNotice } from "#src/database/moved.ts";
import {
  DatabaseInUse,
  type DatabaseTarget,
  type OpenDatabase,
  openDatabaseBeside,
} from "#src/database/open.ts";
import { plural } from "#src/messages/format.ts";
import { seedDayOffs } from "#src/schedule/calendar-store.ts";
import { didNotWork } from "./cli-error.ts";

const TRIES = 5;
const PAUSE_MS = 200;

/** Two that start at once both find nobody there: who comes second goes in beside the first. */
export const openBeside = async (target: DatabaseTarget): Promise<OpenDatabase> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await openDatabaseBeside(target);
    } catch (error) {
      if (!(error instanceof DatabaseInUse) || tries === TRIES) throw error;
      await pause(PAUSE_MS);
    }
  }
};

/** An embedded database that nobody made yet: looking into it would make it. */
export const isMissing = (target: DatabaseTarget): boolean =>
  "dir" in target && !existsSync(path.join(target.dir, "pg"));

export const placeOf = (target: DatabaseTarget): string => {
  if ("dir" in target) return target.dir;
  try {
    const { host, pathname } = new URL(target.url);
    return `${host}${pathname}`;
  } catch {
    return "DATABASE_URL";
  }
};

const MIGRATE = "run: npm run -s dondoc -- migrate";

const bringUpToDate = async (open: OpenDatabase, policy: "made" | "there"): Promise<void> => {
  const pending = await open.pending();
  if (pending.length === 0) return;
  const fresh = pending.length === (await migrationNames()).length;
  if (!fresh)
    throw didNotWork(
      `the database is behind by ${plural(pending.length, "migration")}; ${MIGRATE}`,
    );
  if (policy === "there") throw didNotWork(`the database is empty; ${MIGRATE}`);
  await open.migrate();
};

/** An open database with all migrations. @throws CliError where it has not. */
export const openMigrated = async (
  target: DatabaseTarget,
  policy: "made" | "there",
): Promise<OpenDatabase> => {
  if (policy === "there" && isMissing(target)) {
    throw didNotWork(`there is no database in ${placeOf(target)} yet; ${MIGRATE}`);
  }
  const open = await openBeside(target);
  try {
    await bringUpToDate(open, policy);
    const moved = await movedNotice(open.db);
    if (moved !== null) throw didNotWork(moved);
    await seedDayOffs(open.db);
    return open;
  } catch (error) {
    await open.close();
    throw error;
  }
};
