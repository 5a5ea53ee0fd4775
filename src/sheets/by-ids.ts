// PostgreSQL takes 65,535 parameters in a statement.
const CHUNK = 10_000;

/** The rows for many ids, a chunk of them at a time. */
export async function byIds<Row>(
  ids: readonly number[],
  find: (chunk: number[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let at = 0; at < ids.length; at += CHUNK) {
    for (const row of await find(ids.slice(at, at + CHUNK))) rows.push(row);
  }
  return rows;
}
