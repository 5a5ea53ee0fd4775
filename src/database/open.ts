// Opens the database that the configuration names: a PostgreSQL server, or the embedded one in a
// folder, directly or through the process that already has it open.
import { existsSync } from "node:fs";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { pgliteMigrationFactory, postgresMigrationFactory } from "#prisma/adapters.ts";
import { applyMigrations, pendingMigrations } from "#prisma/migrate.ts";
import { type Db, makeClient, transactionOptions } from "./client.ts";
import { isServed, socketPath, takeLock } from "./lock.ts";
import { locks, openSessionLock } from "./session-lock.ts";
import { makeWireServer } from "./wire.ts";

export type OpenDatabase = {
  db: Db;
  kind: "postgres" | "embedded" | "embedded-shared";
  /** Applies what is missing; names of the migrations applied. */
  migrate: () => Promise<string[]>;
  /** Names of migrations that the project has and the database lacks. */
  pending: () => Promise<string[]>;
  close: () => Promise<void>;
};

export type DatabaseTarget = { url: string } | { dir: string };

/** Another process owns the embedded database. */
export class DatabaseInUse extends Error {}

const appliedMigrations = async (db: Db): Promise<string[]> => {
  const [found] = await db.$queryRaw<{ present: boolean }[]>`
    SELECT to_regclass('_prisma_migrations') IS NOT NULL AS present`;
  if (found?.present !== true) return [];
  const rows = await db.$queryRaw<{ migration_name: string }[]>`
    SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL`;
  return rows.map((row) => row.migration_name);
};

const assemble = (
  db: Db,
  kind: OpenDatabase["kind"],
  runMigrations: () => Promise<string[]>,
  release: () => Promise<void>,
): OpenDatabase => {
  const pending = async () => pendingMigrations(await appliedMigrations(db));
  return {
    db,
    kind,
    pending,
    migrate: async () => ((await pending()).length === 0 ? [] : runMigrations()),
    close: async () => {
      await db.$disconnect();
      await release();
    },
  };
};

const nothing = async (): Promise<void> => undefined;

/**
 * What holds for every connection of the pool. A host that vanished in the middle of a transaction
 * keeps its locks (a job's slot) no longer than a transaction may take anyway, and somewhat more.
 * Whoever waits for a connection is told when there is none to be had.
 */
const poolOptions = {
  max: 10,
  connectionTimeoutMillis: 15_000,
  // A server that vanished in the middle of a query would hold the connection for a quarter hour.
  query_timeout: transactionOptions.timeout * 1.5,
  idle_in_transaction_session_timeout: transactionOptions.timeout * 2,
  keepAlive: true,
  keepAliveInitialDelayMillis: 5_000,
};

/** Processes that start together migrate one after the other. */
const migratePostgres = async (url: string): Promise<string[]> => {
  const session = await openSessionLock(url, { key: locks.migrating });
  try {
    await session.lock();
    return await applyMigrations(postgresMigrationFactory(url));
  } finally {
    await session.release();
  }
};

/**
 * A PostgreSQL server, by connection string. Connections that break while they lie idle are
 * replaced by the pool (the adapter listens for their errors).
 */
export const openPostgres = (url: string): OpenDatabase =>
  assemble(
    makeClient(new PrismaPg({ ...poolOptions, connectionString: url })),
    "postgres",
    () => migratePostgres(url),
    nothing,
  );

/**
 * The embedded database of a folder, owned by this process; `owned` hears of that before the
 * database itself is open. Throws `DatabaseInUse`.
 */
export const openEmbedded = async (dir: string, owned?: () => void): Promise<OpenDatabase> => {
  const wire = makeWireServer();
  if (!(await takeLock(dir, wire.server))) {
    wire.server.close();
    throw new DatabaseInUse(
      `Another process has the database of ${dir} open. Stop it first, or set DATA_DIR or DATABASE_URL.`,
    );
  }
  owned?.();
  const pglite = await PGlite.create(path.join(dir, "pg"));
  wire.serve(pglite);
  return openPglite(pglite, async () => {
    wire.server.close();
    // A client in the middle of a transaction is let finish it.
    await pglite._runExclusiveTransaction(nothing);
    await pglite.close();
  });
};

/** An embedded database that is already open, as tests have it in memory. */
export const openPglite = (pglite: PGlite, release: () => Promise<void> = nothing): OpenDatabase =>
  assemble(
    makeClient(new PrismaPGlite(pglite)),
    "embedded",
    () => applyMigrations(pgliteMigrationFactory(pglite)),
    release,
  );

/** The embedded database of a folder through the process that owns it. */
const openShared = (dir: string): OpenDatabase => {
  const host = path.resolve(dir);
  const url = `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(host)}`;
  return assemble(
    makeClient(new PrismaPg({ host, port: 5432, user: "postgres", database: "postgres", max: 1 })),
    "embedded-shared",
    () => applyMigrations(postgresMigrationFactory(url)),
    nothing,
  );
};

/** For the bot itself: owns the embedded database. A server belongs to nobody. */
export const openDatabase = async (
  target: DatabaseTarget,
  owned?: () => void,
): Promise<OpenDatabase> => {
  if ("dir" in target) return openEmbedded(target.dir, owned);
  owned?.();
  return openPostgres(target.url);
};

/** For the command line: works beside a running bot as well as alone. */
export const openDatabaseBeside = async (target: DatabaseTarget): Promise<OpenDatabase> => {
  if ("url" in target) return openPostgres(target.url);
  if (existsSync(socketPath(target.dir)) && (await isServed(target.dir))) {
    return openShared(target.dir);
  }
  return openEmbedded(target.dir);
};
