// PostgreSQL takes 65,535 parameters in a statement; the widest row here has some twenty.
const CHUNK = 1_000;

/** Stores rows a chunk at a time; what comes back is in the order of the rows. */
export const inChunks = async <Row, Stored>(
  rows: readonly Row[],
  store: (chunk: Row[]) => Promise<readonly Stored[]>,
): Promise<Stored[]> => {
  const stored: Stored[] = [];
  for (let at = 0; at < rows.length; at += CHUNK) {
    stored.push(...(await store(rows.slice(at, at + CHUNK))));
  }
  return stored;
};

/** As `inChunks` where nothing of what was stored is needed. */
export const addAll = async <Row>(
  rows: readonly Row[],
  add: (chunk: Row[]) => Promise<unknown>,
): Promise<void> => {
  for (let at = 0; at < rows.length; at += CHUNK) await add(rows.slice(at, at + CHUNK));
};
