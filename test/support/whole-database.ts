// Looks for words in every column of every table, whatever they are called.
import type { Db } from "#src/database/client.ts";

/** Names of the tables in which the words stand, as text or as bytes. */
export const tablesHolding = async (db: Db, words: string): Promise<string[]> => {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name::text AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY table_name`;
  const hex = Buffer.from(words).toString("hex");
  const holding: string[] = [];
  for (const { name } of tables) {
    const [found] = await db.$queryRawUnsafe<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM "${name}" t
       WHERE strpos(t::text, $1) > 0 OR strpos(t::text, $2) > 0`,
      words,
      hex,
    );
    if ((found?.count ?? 0) > 0) holding.push(name);
  }
  return holding;
};
