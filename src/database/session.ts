// A connection of its own that speaks plain SQL: whole scripts, changes of the schema, and
// transactions of any length. For the restore, which owns the database while it works.
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { Client } from "pg";
import { pgliteMigrationFactory, postgresMigrationFactory } from "#prisma/adapters.ts";
import { applyMigrations } from "#prisma/migrate.ts";
import { takeLock } from "./lock.ts";
import { DatabaseInUse, type DatabaseTarget } from "./open.ts";
import { makeWireServer } from "./wire.ts";

/** One statement, its parameters as $1, $2 …; the rows that it gives. */
export type Ask = <Row extends object>(sql: string, ...parameters: unknown[]) => Promise<Row[]>;

export type Session = {
  ask: Ask;
  /** Any number of statements. */
  script: (sql: string) => Promise<void>;
  /** Applies the migrations that the database lacks; their names. */
  migrate: () => Promise<string[]>;
  close: () => Promise<void>;
};

const openServer = async (url: string): Promise<Session> => {
  const client = new Client({ connectionString: url, application_name: "dondoc restore" });
  // A lost connection also fails the statement under way; unheard, it would end the process.
  client.on("error", () => undefined);
  await client.connect();
  return {
    ask: async (sql, ...parameters) => (await client.query(sql, parameters)).rows,
    script: async (sql) => {
      await client.query(sql);
    },
    migrate: () => applyMigrations(postgresMigrationFactory(url)),
    close: () => client.end(),
  };
};

/** The folder is ours until the session is closed: who knocks meanwhile waits, and is let go. */
const openFolder = async (dir: string): Promise<Session> => {
  const { server } = makeWireServer();
  if (!(await takeLock(dir, server))) {
    server.close();
    throw new DatabaseInUse(`Another process has the database of ${dir} open. Stop it first.`);
  }
  const pglite = await PGlite.create(path.join(dir, "pg"));
  return {
    ask: async <Row extends object>(sql: string, ...parameters: unknown[]) =>
      (await pglite.query<Row>(sql, parameters)).rows,
    script: async (sql) => {
      await pglite.exec(sql);
    },
    migrate: () => applyMigrations(pgliteMigrationFactory(pglite)),
    close: async () => {
      await pglite.close();
      server.close();
    },
  };
};

/** @throws DatabaseInUse where another process owns the embedded database. */
export const openSession = (target: DatabaseTarget): Promise<Session> =>
  "url" in target ? openServer(target.url) : openFolder(target.dir);
