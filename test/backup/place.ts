// Databases to back up and to restore into, of both kinds, with nobody in them.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { quoted, sequencesOf, tablesOf } from "#src/backup/catalogue.ts";
import type { Db } from "#src/database/client.ts";
import { type DatabaseTarget, openDatabase } from "#src/database/open.ts";
import { openSession } from "#src/database/session.ts";
import {
  createServerDatabase,
  type DatabaseKind,
  prepareDataFolder,
} from "#test/support/database.ts";

export type Place = { target: DatabaseTarget; remove: () => Promise<void> };

/** With the schema and nothing else. */
export const migratedPlace = async (kind: DatabaseKind): Promise<Place> => {
  if (kind === "postgres") {
    const { url, drop } = await createServerDatabase();
    return { target: { url }, remove: drop };
  }
  const dir = await prepareDataFolder();
  return { target: { dir }, remove: () => rm(dir, { recursive: true, force: true }) };
};

/** Without a schema: an embedded database that nobody made yet. */
export const emptyPlace = async (kind: DatabaseKind): Promise<Place> => {
  if (kind === "embedded") {
    const dir = await mkdtemp(path.join(tmpdir(), "dondoc-empty-"));
    return { target: { dir }, remove: () => rm(dir, { recursive: true, force: true }) };
  }
  const place = await migratedPlace(kind);
  const session = await openSession(place.target);
  await session.script("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  await session.close();
  return place;
};

/** Works on the database of a place as the bot does. */
export const inPlace = async <Result>(
  { target }: Place,
  work: (db: Db) => Promise<Result>,
): Promise<Result> => {
  const open = await openDatabase(target);
  try {
    return await work(open.db);
  } finally {
    await open.close();
  }
};

export type Contents = Record<string, string[]>;

/** Every row of every table, the migrations and where each sequence stands. */
export const contentsOf = async ({ target }: Place): Promise<Contents> => {
  const session = await openSession(target);
  try {
    await session.script("SET timezone = 'UTC'");
    const contents: Contents = {};
    const tables = await tablesOf(session.ask, "public");
    for (const name of [...tables.map((table) => table.name), "_prisma_migrations"]) {
      const json = tables.find((table) => table.name === name)?.columns ?? [];
      // A JSON null is not the same as none.
      const exact = json
        .filter(({ type }) => type === "jsonb")
        .map((column) => ` || coalesce(t.${quoted(column.name)}::text, '–')`);
      const rows = await session.ask<{ row: string }>(
        `SELECT to_jsonb(t)::text${exact.join("")} AS "row" FROM public.${quoted(name)} t ORDER BY 1`,
      );
      contents[name] = rows.map(({ row }) => row);
    }
    const sequences = await sequencesOf(session.ask);
    contents.sequences = sequences.map(({ name, last, called }) => `${name} ${last} ${called}`);
    return contents;
  } finally {
    await session.close();
  }
};

/** But for what a restore writes itself. */
export const withoutNotes = ({ AuditEntry = [], sequences: _, ...rest }: Contents): Contents => ({
  ...rest,
  AuditEntry: AuditEntry.filter((row) => !row.includes('"action": "restore"')),
});
