// What there is to be saved, as the database itself tells it: no list by hand that could fall
// behind the schema.
import type { Ask } from "#src/database/session.ts";

export type Table = {
  name: string;
  /** Columns that are stored; computed ones are left to the database. */
  columns: { name: string; type: string }[];
  /** Columns of the primary key, in its order. */
  key: string[];
};

/** `last` is a decimal number; a sequence that was never asked is not `called`. */
export type Sequence = { name: string; last: string; called: boolean };

/** The table of migrations is the schema's own business: a backup names them in its head. */
export const MIGRATIONS_TABLE = "_prisma_migrations";

/** An SQL identifier, whatever is in it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

type ColumnRow = { table: string; column: string; type: string; key: number | null };

/** Every table of a schema, by name. */
export const tablesOf = async (ask: Ask, schema: string): Promise<Table[]> => {
  const rows = await ask<ColumnRow>(
    `SELECT c.relname::text AS "table", a.attname::text AS "column",
       format_type(a.atttypid, a.atttypmod) AS "type",
       array_position(i.indkey::int2[], a.attnum) AS "key"
     FROM pg_class c
     JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
     WHERE n.nspname = $1 AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND a.attgenerated = '' AND c.relname <> $2
     ORDER BY c.relname, a.attnum`,
    schema,
    MIGRATIONS_TABLE,
  );
  return [...Map.groupBy(rows, ({ table }) => table)].map(([name, columns]) => ({
    name,
    columns: columns.map(({ column, type }) => ({ name: column, type })),
    key: columns
      .filter(({ key }) => key !== null)
      .sort((a, b) => Number(a.key) - Number(b.key))
      .map(({ column }) => column),
  }));
};

/** Where the sequences of the public schema stand. They only grow, whatever a snapshot sees. */
export const sequencesOf = async (ask: Ask): Promise<Sequence[]> => {
  const names = await ask<{ name: string }>(
    `SELECT c.relname::text AS "name" FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND c.relkind = 'S' ORDER BY c.relname`,
  );
  const found: Sequence[] = [];
  for (const { name } of names) {
    const rows = await ask<{ last: string; called: boolean }>(
      `SELECT last_value::text AS "last", is_called AS "called" FROM public.${quoted(name)}`,
    );
    found.push(...rows.map((row) => ({ name, ...row })));
  }
  return found;
};

export type Migration = {
  id: string;
  checksum: string;
  migration_name: string;
  started_at: string;
  finished_at: string;
};

/** The migrations that a database has, in order; none where it is empty. */
export const appliedMigrations = async (ask: Ask): Promise<Migration[]> => {
  const [found] = await ask<{ there: boolean }>(
    `SELECT to_regclass('public.${MIGRATIONS_TABLE}') IS NOT NULL AS "there"`,
  );
  if (found?.there !== true) return [];
  return ask<Migration>(
    `SELECT id::text, checksum::text, migration_name::text, started_at::text, finished_at::text
     FROM public.${MIGRATIONS_TABLE}
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
};
