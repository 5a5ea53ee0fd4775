// A restored database is made in a schema of its own, beside what is there, and takes the place
// of the public one in the transaction that loaded it: killed anywhere, the database is as before.
//
// The migrations run before that transaction and each by itself, as they once did: PostgreSQL
// lets nobody use a new value of an enum in the transaction that added it.
import { migrationScript } from "#prisma/migrations-on-disk.ts";
import type { Ask, Session } from "#src/database/session.ts";
import { MIGRATIONS_TABLE, type Migration } from "./catalogue.ts";

export const STAGING = "dondoc_restoring";

/** As Prisma's schema engine makes it. */
const HISTORY = `CREATE TABLE "${MIGRATIONS_TABLE}" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`;

export const dropStaging = (session: Session): Promise<void> =>
  session.script(`DROP SCHEMA IF EXISTS ${STAGING} CASCADE`);

/** An empty schema with exactly these migrations; names without a schema mean it from here on. */
export const makeStaging = async (
  session: Session,
  migrations: readonly Migration[],
): Promise<void> => {
  await dropStaging(session);
  await session.script(`CREATE SCHEMA ${STAGING}; SET search_path TO ${STAGING}; ${HISTORY}`);
  for (const migration of migrations) {
    await session.script(await migrationScript(migration.migration_name));
    await session.ask(
      `INSERT INTO "${MIGRATIONS_TABLE}"
         ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count")
       VALUES ($1, $2, $3, $4::timestamptz, $5::timestamptz, 1)`,
      migration.id,
      migration.checksum,
      migration.migration_name,
      migration.started_at,
      migration.finished_at,
    );
  }
};

/** In the caller's transaction: what was public is gone, and what was staged is public. */
export const takePlaceOfPublic = (session: Session): Promise<void> =>
  session.script(
    `DROP SCHEMA IF EXISTS public CASCADE;
     ALTER SCHEMA ${STAGING} RENAME TO public;
     GRANT USAGE ON SCHEMA public TO PUBLIC`,
  );

const count = async (ask: Ask, sql: string): Promise<number> =>
  Number((await ask<{ n: number }>(`SELECT count(*)::int AS "n" FROM ${sql}`))[0]?.n ?? 0);

/** How many tables, views and the like the public schema holds; 0 = it is empty. */
export const publicRelations = (ask: Ask): Promise<number> =>
  count(
    ask,
    `pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm', 'f')`,
  );

/** Extensions that would be dropped together with the schema: no business of ours. */
export const publicExtensions = (ask: Ask): Promise<number> =>
  count(
    ask,
    `pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE n.nspname = 'public'`,
  );
