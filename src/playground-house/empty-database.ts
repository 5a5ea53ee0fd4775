// Throws the sample away, whole. Nothing else in the product can do that: its history only grows,
// and the triggers that see to it stand aside here, within one transaction.
import type { Db, Tx } from "#src/database/client.ts";
import { seedDayOffs } from "#src/schedule/calendar-store.ts";
import { plantedSample, type SampleMark, writeMark } from "./sample-mark.ts";

const tablesOf = async (tx: Tx): Promise<string[]> => {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(relname) AS "name" FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'
      AND relname <> '_prisma_migrations'
    ORDER BY oid`;
  return rows.map(({ name }) => name);
};

/** Tables whose triggers refuse to be emptied. */
const guardedOf = async (tx: Tx): Promise<string[]> => {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT quote_ident(c.relname) AS "name"
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE c.relnamespace = current_schema()::regnamespace AND NOT t.tgisinternal`;
  return rows.map(({ name }) => name);
};

const setTriggers = async (tx: Tx, tables: readonly string[], to: "ENABLE" | "DISABLE") => {
  for (const table of tables) {
    await tx.$executeRawUnsafe(`ALTER TABLE ${table} ${to} TRIGGER USER`);
  }
};

/**
 * Empties a database of the sample and marks it as being planted, in one transaction: whoever is
 * killed afterwards finds the mark. @throws NotASample before anything is touched
 */
export const emptyDatabase = async (db: Db, mark: Omit<SampleMark, "state">): Promise<void> => {
  await plantedSample(db);
  await db.$transaction(async (tx) => {
    const guarded = await guardedOf(tx);
    await setTriggers(tx, guarded, "DISABLE");
    const all = (await tablesOf(tx)).join(", ");
    await tx.$executeRawUnsafe(`TRUNCATE ${all} RESTART IDENTITY`);
    await setTriggers(tx, guarded, "ENABLE");
    await writeMark(tx, { ...mark, state: "planting" });
  });
  await seedDayOffs(db);
};
