// A whole database as the lines of a backup. The caller holds the transaction that all of it is
// read in: one snapshot.
import type { Ask } from "#src/database/session.ts";
import {
  appliedMigrations,
  MIGRATIONS_TABLE,
  quoted,
  sequencesOf,
  type Table,
  tablesOf,
} from "./catalogue.ts";
import {
  BadBackup,
  chunkLimits,
  countRows,
  type End,
  FORMAT,
  type Head,
  isJson,
  newHash,
  tableLine,
} from "./format.ts";

/** Upper estimate of a row's text: what is stored compressed is taken as grown tenfold. */
const sizeOf = ({ columns }: Table): string =>
  columns
    .map(({ name, type }) => {
      const column = `t.${quoted(name)}`;
      if (type === "bytea") return `2 * coalesce(octet_length(${column}), 0)`;
      if (type === "text") return `2 * coalesce(octet_length(${column}), 0)`;
      return `10 * coalesce(pg_column_size(${column}), 0)`;
    })
    .join(" + ");

type Measured = Table & { rows: number; chunk: number };

const measure = async (ask: Ask, table: Table): Promise<Measured> => {
  const [found] = await ask<{ rows: string; widest: string }>(
    `SELECT count(*)::text AS "rows", coalesce(max((${sizeOf(table)})::bigint), 1)::text AS "widest"
     FROM public.${quoted(table.name)} t`,
  );
  const fit = Math.floor(chunkLimits.bytes / Math.max(1, Number(found?.widest ?? 1)));
  const chunk = Math.min(chunkLimits.rows, Math.max(1, fit));
  return { ...table, rows: Number(found?.rows ?? 0), chunk };
};

const rowText = ({ columns }: Table): string => {
  const json = columns.filter(({ type }) => isJson(type)).map(({ name }) => name);
  const pairs = json.map((name) => `'${name.replaceAll("'", "''")}', t.${quoted(name)}::text`);
  const asText = pairs.length === 0 ? "" : ` || jsonb_build_object(${pairs.join(", ")})`;
  return `(to_jsonb(t)${asText})::text`;
};

/** The rows of a table, some at a time, each chunk as lines. */
async function* rowsOf(ask: Ask, table: Measured): AsyncGenerator<string> {
  if (table.rows === 0) return;
  const order = table.key.map((name) => `t.${quoted(name)}`).join(", ");
  await ask(
    `DECLARE dondoc_backup NO SCROLL CURSOR FOR SELECT ${rowText(table)} AS "line"
     FROM public.${quoted(table.name)} t ${order === "" ? "" : `ORDER BY ${order}`}`,
  );
  for (let left = table.rows; left > 0; ) {
    const rows = await ask<{ line: string }>(`FETCH ${table.chunk} FROM dondoc_backup`);
    if (rows.length === 0) break;
    left -= rows.length;
    yield rows.map(({ line }) => `${line}\n`).join("");
  }
  await ask("CLOSE dondoc_backup");
}

/** What a backup holds, for whoever made it. */
export type Dumped = Pick<Head, "madeAt" | "tables"> & { rows: number };

/**
 * The text of a backup, piece by piece; `told` hears what is in it. `madeAt`: the civil clock.
 * @throws BadBackup where the database is empty.
 */
export async function* dump(
  ask: Ask,
  made: { at: Date; product: string },
  told: (dumped: Dumped) => void = () => undefined,
): AsyncGenerator<string> {
  // A server may be configured otherwise; a row's text must not depend on it.
  await ask("SET LOCAL bytea_output = 'hex'");
  await ask("SET LOCAL timezone = 'UTC'");
  const migrations = await appliedMigrations(ask);
  if (migrations.length === 0) {
    throw new BadBackup(`there is nothing to back up: the database has no ${MIGRATIONS_TABLE}`);
  }
  const tables: Measured[] = [];
  for (const table of await tablesOf(ask, "public")) tables.push(await measure(ask, table));
  const head: Head = {
    dondoc: "backup",
    format: FORMAT,
    product: made.product,
    madeAt: made.at.toISOString(),
    migrations,
    tables: tables.map(({ name, columns, rows }) => ({
      name,
      columns: columns.map((column) => column.name),
      rows,
    })),
    sequences: await sequencesOf(ask),
  };
  const hash = newHash();
  const hashed = (text: string): string => {
    hash.update(text);
    return text;
  };
  yield hashed(`${JSON.stringify(head)}\n`);
  for (const table of tables) {
    yield hashed(`${tableLine(table.name)}\n`);
    for await (const lines of rowsOf(ask, table)) yield hashed(lines);
  }
  const rows = countRows(head);
  const end: End = { end: true, rows, sha256: hash.digest("hex") };
  yield `${JSON.stringify(end)}\n`;
  told({ madeAt: head.madeAt, tables: head.tables, rows });
}
