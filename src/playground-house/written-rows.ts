// What the transaction that handled an update wrote: rows that name the update, and rows whose
// version is that transaction's (PostgreSQL's xmin), in whatever table of the product.
import type { Db } from "#src/database/client.ts";
import type { WrittenRow } from "#src/playground/house.ts";
import { shownValues } from "./shown-values.ts";

/** Shown elsewhere, bytes, or handles that stand for something else. */
const LEFT_OUT = ["_prisma_migrations", "InboxUpdate", "OutboxMessage", "Blob", "ButtonToken"];
const MOST_ROWS = 60;

type Table = { name: string; key: string[]; namesUpdate: boolean };

const tablesOf = (db: Db): Promise<Table[]> => db.$queryRaw<Table[]>`
  SELECT c.relname::text AS "name",
    array_agg(a.attname::text ORDER BY a.attnum) AS "key",
    EXISTS (SELECT 1 FROM pg_attribute n
            WHERE n.attrelid = c.oid AND n.attname = 'inboxId') AS "namesUpdate"
  FROM pg_class c
  JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY(i.indkey)
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
    AND c.relname <> ALL(${LEFT_OUT})
  GROUP BY c.oid, c.relname ORDER BY c.oid`;

/**
 * The transaction that marked the update done; null where that says nothing: it is not done, or
 * many were stored by one transaction, as the sample's are.
 */
const transactionOf = async (db: Db, inboxId: bigint): Promise<string | null> => {
  const [found] = await db.$queryRaw<{ xid: string; alone: boolean }[]>`
    SELECT u.xmin::text AS "xid",
      NOT EXISTS (SELECT 1 FROM "InboxUpdate" o WHERE o.xmin = u.xmin AND o."id" <> u."id") AS "alone"
    FROM "InboxUpdate" u WHERE u."id" = ${inboxId} AND u."state" <> 'pending'`;
  return found?.alone === true ? found.xid : null;
};

// Names of tables come from the catalogue; quoted, none of them is more than a name.
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const rowsIn = ({ name, namesUpdate }: Table): string =>
  `SELECT ${literal(name)} AS "table", to_jsonb(t) AS "row" FROM ${quoted(name)} t
   WHERE t.xmin::text = $2${namesUpdate ? ` OR t."inboxId" = $1` : ""}`;

/** Rows that the update's transaction wrote, in the order in which the tables were made. */
export const writtenRows = async (db: Db, inboxId: bigint): Promise<WrittenRow[]> => {
  const tables = await tablesOf(db);
  const xid = (await transactionOf(db, inboxId)) ?? "";
  const union = tables.map(rowsIn).join(" UNION ALL ");
  const found = await db.$queryRawUnsafe<{ table: string; row: Record<string, unknown> }[]>(
    `${union} LIMIT ${MOST_ROWS}`,
    inboxId,
    xid,
  );
  const keys = new Map(tables.map(({ name, key }) => [name, key]));
  return found.map(({ table, row }) => ({
    table,
    key: (keys.get(table) ?? []).map((column) => String(row[column])).join(":"),
    values: shownValues(row),
  }));
};
