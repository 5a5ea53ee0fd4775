// A fresh, migrated database for each test: a clone of one prepared template. Embedded by
// default; on a PostgreSQL server where DONDOC_TEST_DATABASE_URL names one.
import { randomUUID } from "node:crypto";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { type OpenDatabase, openPglite, openPostgres } from "#src/database/open.ts";
import { TEMPLATE_DB, templateFile } from "./template.ts";

export type TestDatabase = OpenDatabase & {
  /** Set on a PostgreSQL server: other processes of the test may connect. */
  url?: string;
};

export const serverUrl = process.env.DONDOC_TEST_DATABASE_URL;

export type DatabaseKind = "embedded" | "postgres";

/** The kinds of database that are here: suites that need to see both run once for each. */
export const databaseKinds: DatabaseKind[] =
  serverUrl === undefined ? ["embedded"] : ["embedded", "postgres"];

const onServer = (name: string): string => {
  const url = new URL(serverUrl ?? "");
  url.pathname = `/${name}`;
  return url.toString();
};

const openEmbeddedClone = async (): Promise<TestDatabase> => {
  const dump = new Blob([await readFile(templateFile)]);
  const pglite = await PGlite.create({ loadDataDir: dump });
  return openPglite(pglite, () => pglite.close());
};

const MOST_TRIES = 50;

/** A connection of the set-up that is just closing holds the template for a moment. */
const cloneTemplate = async ({ db }: OpenDatabase, name: string): Promise<void> => {
  for (let tries = 1; ; tries += 1) {
    try {
      await db.$executeRawUnsafe(`CREATE DATABASE "${name}" TEMPLATE "${TEMPLATE_DB}"`);
      return;
    } catch (error) {
      const busy = String(error).includes("being accessed by other users");
      if (!busy || tries === MOST_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
};

/** An empty database name on the server, cloned from the template; dropped by `drop`. */
export const createServerDatabase = async (): Promise<{
  url: string;
  drop: () => Promise<void>;
}> => {
  const name = `dondoc_test_${randomUUID().replaceAll("-", "")}`;
  const admin = openPostgres(onServer("postgres"));
  await cloneTemplate(admin, name);
  return {
    url: onServer(name),
    drop: async () => {
      await admin.db.$executeRawUnsafe(`DROP DATABASE "${name}" WITH (FORCE)`);
      await admin.close();
    },
  };
};

const openServerClone = async (): Promise<TestDatabase> => {
  const { url, drop } = await createServerDatabase();
  const open = openPostgres(url);
  return {
    ...open,
    url,
    close: async () => {
      await open.close();
      await drop();
    },
  };
};

export const openTestDatabase = (kind: DatabaseKind = "embedded"): Promise<TestDatabase> =>
  kind === "postgres" ? openServerClone() : openEmbeddedClone();

/** A new folder that holds the template as an embedded database on disk; copy it for each use. */
export const prepareDataFolder = async (): Promise<string> => {
  const dir = await mkdtemp(path.join(tmpdir(), "dondoc-data-"));
  const dump = new Blob([await readFile(templateFile)]);
  const pglite = await PGlite.create({ dataDir: path.join(dir, "pg"), loadDataDir: dump });
  await pglite.close();
  return dir;
};
