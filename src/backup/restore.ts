// Restores a backup: the whole file is checked before anything is touched, all of it is loaded in
// one transaction, and nothing of it is taken for news (as-old.ts) unless it is known that nobody
// worked on after it was made.
import { migrationNames } from "#prisma/migrations-on-disk.ts";
import type { DatabaseTarget } from "#src/database/open.ts";
import { openSession, type Session } from "#src/database/session.ts";
import { locks } from "#src/database/session-lock.ts";
import type { Job } from "#src/schedule/job.ts";
import { type SetAside, setOldAside } from "./as-old.ts";
import { BadBackup, countRows, type Head } from "./format.ts";
import { loadBackup } from "./load.ts";
import { checkBackup } from "./read-backup.ts";
import {
  dropStaging,
  makeStaging,
  publicExtensions,
  publicRelations,
  takePlaceOfPublic,
} from "./staging.ts";

/** Why nothing was restored, in a sentence for the operator. */
export class RestoreRefused extends Error {}

/** The schema is made; all is loaded; only COMMIT is left. */
export type RestoreStep = "staged" | "loaded" | "swapped";

export type RestoreAsked = {
  file: string;
  target: DatabaseTarget;
  /** Drop what is there. */
  replace: boolean;
  /** The bot has not run since the backup was made: what waits in it is as new as it was. */
  untouched: boolean;
  jobs: readonly Job[];
  /** The machine's clock; the restored database's own offset is added to it. */
  now: Date;
  /** Hears how far it is; one that throws stops it, and the database is as it was. */
  step?: (step: RestoreStep) => Promise<void>;
};

export type Restored = {
  head: Head;
  rows: number;
  /** null where the backup was restored as it was. */
  setAside: SetAside | null;
  /** Migrations that this version has and the backup had not. */
  migrated: string[];
};

/** @throws BadBackup where a newer version made it */
const knownMigrations = async (head: Head): Promise<void> => {
  const known = new Set(await migrationNames());
  const newer = head.migrations.find(({ migration_name }) => !known.has(migration_name));
  if (newer === undefined) return;
  throw new BadBackup(
    `it was made by a newer version of Đôn Đốc (${head.product}; migration ${newer.migration_name} is unknown here)`,
  );
};

/** Nobody may work on a server's database, now or while it is restored. The folder has its lock. */
const takeServer = async ({ ask }: Session): Promise<void> => {
  const [lock] = await ask<{ taken: boolean }>(
    `SELECT pg_try_advisory_lock($1) AS "taken"`,
    String(locks.atWork),
  );
  if (lock?.taken !== true) throw new RestoreRefused("a bot is at work on this database; stop it");
};

/** One that stands by takes in updates, which would be lost with what is replaced. */
const nobodyStandsBy = async ({ ask }: Session): Promise<void> => {
  const others = await ask(
    `SELECT 1 AS "one" FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()
       AND application_name IN ('dondoc at work', 'dondoc standby')`,
  );
  if (others.length > 0) {
    throw new RestoreRefused(
      `${others.length} process(es) of the bot stand by on this database; stop them`,
    );
  }
};

const roomFor = async ({ ask }: Session, replace: boolean): Promise<void> => {
  const relations = await publicRelations(ask);
  if (relations > 0 && !replace) {
    throw new RestoreRefused(
      `the database is not empty (${relations} tables); with --replace all of it is dropped first`,
    );
  }
  if ((await publicExtensions(ask)) > 0) {
    throw new RestoreRefused(
      "an extension lives in the schema public and would be dropped with it; move it: ALTER EXTENSION … SET SCHEMA …",
    );
  }
};

const clockOffset = async ({ ask }: Session): Promise<number> => {
  const [row] = await ask<{ offset: string | null }>(
    `SELECT "value"::text AS "offset" FROM "Setting" WHERE "key" = 'clock.offset'`,
  );
  const offset = Number(row?.offset ?? 0);
  return Number.isFinite(offset) ? offset : 0;
};

const note = async (session: Session, head: Head, at: Date, set: SetAside | null) => {
  const data = { ...set, slotsSkipped: set?.slotsSkipped.length ?? 0, product: head.product };
  await session.ask(
    `INSERT INTO "AuditEntry" ("at", "actorLabel", "action", "subject", "data")
     VALUES ($1::timestamptz, 'cli', 'restore', $2, $3::jsonb)`,
    at.toISOString(),
    `backup:${head.madeAt}`,
    JSON.stringify(data),
  );
};

const loadAndSwap = async (
  session: Session,
  head: Head,
  { file, target, replace, untouched, jobs, now, step }: RestoreAsked,
): Promise<SetAside | null> => {
  await session.script("BEGIN");
  await loadBackup(session, file, head);
  const civil = new Date(now.getTime() + (await clockOffset(session)));
  const set = untouched ? null : await setOldAside(session.ask, head, { jobs, now: civil });
  // A mark of the database that it was moved from is not true of this one.
  await session.script(`DELETE FROM "Setting" WHERE "key" = 'moved'`);
  await note(session, head, civil, set);
  if ("url" in target) await nobodyStandsBy(session);
  await roomFor(session, replace);
  await step?.("loaded");
  await takePlaceOfPublic(session);
  await step?.("swapped");
  await session.script("COMMIT");
  return set;
};

/** @throws BadBackup, RestoreRefused, DatabaseInUse; the database is then as it was. */
export const restore = async (asked: RestoreAsked): Promise<Restored> => {
  const { file, target, replace } = asked;
  const head = await checkBackup(file);
  await knownMigrations(head);
  const session = await openSession(target);
  try {
    if ("url" in target) {
      await takeServer(session);
      await nobodyStandsBy(session);
    }
    await roomFor(session, replace);
    await makeStaging(session, head.migrations);
    await asked.step?.("staged");
    const setAside = await loadAndSwap(session, head, asked).catch(async (error: unknown) => {
      // Best effort: the connection may be what failed. The next restore drops it as well.
      await session.script(`ROLLBACK`).catch(() => undefined);
      await dropStaging(session).catch(() => undefined);
      throw error;
    });
    await session.script("SET search_path TO public");
    const migrated = await session.migrate();
    return { head, rows: countRows(head), setAside, migrated };
  } finally {
    await session.close();
  }
};
