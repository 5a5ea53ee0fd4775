// Vitest's global set-up: migrates one database for each kind once; tests clone it.
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { Client } from "pg";
import { migrationsDir } from "#prisma/migrations-on-disk.ts";
import { openPglite, openPostgres } from "#src/database/open.ts";

const fingerprint = (): string => {
  const hash = createHash("sha256");
  for (const name of readdirSync(migrationsDir).sort()) {
    hash.update(name).update(readFileSync(path.join(migrationsDir, name, "migration.sql")));
  }
  return hash.digest("hex").slice(0, 16);
};

const folder = path.join(tmpdir(), "dondoc-test");
/** Both are kept between runs under the fingerprint of the migrations. */
export const TEMPLATE_DB = `dondoc_template_${fingerprint()}`;
export const templateFile = path.join(folder, `template-${fingerprint()}.tar`);

const prepareEmbedded = async (): Promise<void> => {
  if (existsSync(templateFile)) return;
  const pglite = await PGlite.create();
  await openPglite(pglite).migrate();
  const dump = await pglite.dumpDataDir("none");
  mkdirSync(folder, { recursive: true });
  const half = `${templateFile}.${process.pid}`;
  writeFileSync(half, Buffer.from(await dump.arrayBuffer()));
  renameSync(half, templateFile);
  await pglite.close();
};

/** One at a time: several programs may test on one server. */
const PREPARING = 20_261_122;

const prepareServer = async (serverUrl: string): Promise<void> => {
  const at = (name: string): string => {
    const url = new URL(serverUrl);
    url.pathname = `/${name}`;
    return url.toString();
  };
  const admin = new Client({ connectionString: at("postgres") });
  await admin.connect();
  try {
    await admin.query("SELECT pg_advisory_lock($1)", [PREPARING]);
    const made = await admin.query("SELECT 1 FROM pg_database WHERE datname = $1", [TEMPLATE_DB]);
    if (made.rowCount !== 0) return;
    const half = `${TEMPLATE_DB}_half`;
    await admin.query(`DROP DATABASE IF EXISTS "${half}" WITH (FORCE)`);
    await admin.query(`CREATE DATABASE "${half}"`);
    const template = openPostgres(at(half));
    await template.migrate();
    await template.close();
    // A connection of the migration that is just closing would hold the name.
    await admin.query(
      "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1",
      [half],
    );
    await admin.query(`ALTER DATABASE "${half}" RENAME TO "${TEMPLATE_DB}"`);
  } finally {
    await admin.end();
  }
};

export const setup = async (): Promise<void> => {
  await prepareEmbedded();
  const serverUrl = process.env.DONDOC_TEST_DATABASE_URL;
  if (serverUrl !== undefined) await prepareServer(serverUrl);
  else console.log("PostgreSQL suites: skipped, DONDOC_TEST_DATABASE_URL is not set.");
};
