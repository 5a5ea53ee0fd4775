// Puts the rows of a backup into the staged schema, in the caller's transaction.
//
// Foreign keys are taken off and put on again, which checks every row: tables refer to themselves
// and to each other, so that there is no order in which each row finds what it refers to. Triggers
// are about what people change, not about what was there.
import type { Ask, Session } from "#src/database/session.ts";
import { quoted, type Table, tablesOf } from "./catalogue.ts";
import { BadBackup, chunkLimits, type Head, isJson } from "./format.ts";
import { readBackup } from "./read-backup.ts";
import { STAGING } from "./staging.ts";

type ForeignKey = { table: string; name: string; definition: string };

const foreignKeys = (ask: Ask): Promise<ForeignKey[]> =>
  ask<ForeignKey>(
    `SELECT c.relname::text AS "table", k.conname::text AS "name",
       pg_get_constraintdef(k.oid) AS "definition"
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
     WHERE k.connamespace = $1::regnamespace AND k.contype = 'f' ORDER BY c.relname, k.conname`,
    STAGING,
  );

const withoutForeignKeys = async (session: Session, load: () => Promise<void>): Promise<void> => {
  const keys = await foreignKeys(session.ask);
  for (const { table, name } of keys) {
    await session.script(`ALTER TABLE ${quoted(table)} DROP CONSTRAINT ${quoted(name)}`);
  }
  await load();
  for (const { table, name, definition } of keys) {
    await session.script(
      `ALTER TABLE ${quoted(table)} ADD CONSTRAINT ${quoted(name)} ${definition}`,
    );
  }
};

/** JSON was saved as text (format.ts). */
const storedValue = ({ name, type }: Table["columns"][number]): string =>
  isJson(type) ? `(r.${quoted(name)} #>> '{}')::${type}` : `r.${quoted(name)}`;

const insertInto = ({ name, columns }: Table): string =>
  `INSERT INTO ${quoted(name)} (${columns.map((column) => quoted(column.name)).join(", ")})
   OVERRIDING SYSTEM VALUE
   SELECT ${columns.map(storedValue).join(", ")}
   FROM jsonb_populate_recordset(NULL::${quoted(name)}, $1::jsonb) r`;

const sameColumns = (made: readonly string[], ours: Table): boolean => {
  const known = new Set(ours.columns.map(({ name }) => name));
  return made.length === known.size && made.every((name) => known.has(name));
};

/** Nothing of a backup may fall by the wayside unseen. @throws BadBackup */
const matched = (head: Head, ours: readonly Table[]): Map<string, Table> => {
  const byName = new Map(ours.map((table) => [table.name, table]));
  const misfit =
    head.tables.find(({ name, columns }) => {
      const table = byName.get(name);
      return table === undefined || !sameColumns(columns, table);
    })?.name ?? (head.tables.length === byName.size ? undefined : "a table");
  if (misfit === undefined) return byName;
  throw new BadBackup(`${misfit} in it does not fit the migrations that it names`);
};

type Chunk = { table: string; lines: string[]; bytes: number };

const loadRows = async (session: Session, file: string, tables: Map<string, Table>) => {
  const store = async ({ table, lines }: Chunk): Promise<void> => {
    const into = tables.get(table);
    if (into === undefined || lines.length === 0) return;
    await session.ask(insertInto(into), `[${lines.join(",")}]`);
  };
  let chunk: Chunk = { table: "", lines: [], bytes: 0 };
  for await (const piece of readBackup(file)) {
    if (piece.kind === "head") continue;
    const { table, line } = piece;
    const full =
      chunk.bytes + line.length > chunkLimits.bytes || chunk.lines.length >= chunkLimits.rows;
    if (full || chunk.table !== table) {
      await store(chunk);
      chunk = { table, lines: [], bytes: 0 };
    }
    chunk.lines.push(line.toString("utf8"));
    chunk.bytes += line.length;
  }
  await store(chunk);
};

/**
 * Loads a file that was checked before; it is checked again on the way, so that one that changed
 * meanwhile throws as well. @throws BadBackup
 */
export const loadBackup = async (session: Session, file: string, head: Head): Promise<void> => {
  const tables = matched(head, await tablesOf(session.ask, STAGING));
  for (const name of tables.keys()) {
    // A migration may have put rows there by itself, and our triggers refuse to empty some tables.
    await session.script(`ALTER TABLE ${quoted(name)} DISABLE TRIGGER USER`);
  }
  await withoutForeignKeys(session, async () => {
    for (const name of tables.keys()) await session.script(`DELETE FROM ${quoted(name)}`);
    await loadRows(session, file, tables);
  });
  for (const name of tables.keys()) {
    await session.script(`ALTER TABLE ${quoted(name)} ENABLE TRIGGER USER`);
  }
  for (const { name, last, called } of head.sequences) {
    await session.ask("SELECT setval($1::regclass, $2::bigint, $3)", quoted(name), last, called);
  }
};
