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
import { migrationsDir } from "#prisma/migrations-on-disk.ts";
import { openPglite, openPostgres } from "#src/database/open.ts";

export const TEMPLATE_DB = "dondoc_template";

const fingerprint = (): string => {
  const hash = createHash("sha256");
  for (const name of readdirSync(migrationsDir).sort()) {
    hash.update(name).update(readFileSync(path.join(migrationsDir, name, "migration.sql")));
  }
  return hash.digest("hex").slice(0, 16);
};

const folder = path.join(tmpdir(), "dondoc-test");
/** Kept between runs under the fingerprint of the migrations. */
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

const prepareServer = async (serverUrl: string): Promise<void> => {
  const base = new URL(serverUrl);
  base.pathname = "/postgres";
  const admin = openPostgres(base.toString());
  await admin.db.$executeRawUnsafe(`DROP DATABASE IF EXISTS "${TEMPLATE_DB}" WITH (FORCE)`);
  await admin.db.$executeRawUnsafe(`CREATE DATABASE "${TEMPLATE_DB}"`);
  await admin.close();
  base.pathname = `/${TEMPLATE_DB}`;
  const template = openPostgres(base.toString());
  await template.migrate();
  await template.close();
};

export const setup = async (): Promise<void> => {
  await prepareEmbedded();
  const serverUrl = process.env.DONDOC_TEST_DATABASE_URL;
  if (serverUrl !== undefined) await prepareServer(serverUrl);
  else console.log("PostgreSQL suites: skipped, DONDOC_TEST_DATABASE_URL is not set.");
};
