// A backup of the open database into a file: whole or not there. It holds everything, so only its
// owner may read it.
import { createWriteStream } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { type Db, snapshotOptions, type Tx } from "#src/database/client.ts";
import type { Ask } from "#src/database/session.ts";
import { type Dumped, dump } from "./dump.ts";
import { productVersion } from "./product.ts";

export type Taken = Dumped & {
  file: string;
  bytes: number;
  /** How long the snapshot was held (monotonic); on the embedded database others waited. */
  heldMs: number;
};

/** A file is written under this name until it is whole. */
export const PART = ".part";

/** Most of the gain at a third of the time: on the embedded database others wait for it. */
const LEVEL = 3;

/** The name of a new file is on the disk only once its folder is. */
const syncFolder = async (dir: string): Promise<void> => {
  const handle = await open(dir, "r");
  await handle.sync().finally(() => handle.close());
};

const write = async (lines: AsyncIterable<string>, file: string): Promise<void> => {
  const part = `${file}${PART}`;
  // A leftover would keep its own mode.
  await rm(part, { force: true });
  try {
    await pipeline(
      lines,
      createGzip({ level: LEVEL }),
      createWriteStream(part, { mode: 0o600, flags: "wx", flush: true }),
    );
    await rename(part, file);
    await syncFolder(path.dirname(file));
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
};

const askOf =
  (tx: Tx): Ask =>
  <Row extends object>(sql: string, ...parameters: unknown[]) =>
    tx.$queryRawUnsafe<Row[]>(sql, ...parameters);

/**
 * Backs up what a transaction sees; on a server it must read one snapshot (repeatable read).
 * `at`: the civil clock. Throws what writing the file throws (ENOSPC, EACCES …).
 */
export const backupWithin = async (tx: Tx, file: string, at: Date): Promise<Taken> => {
  const started = performance.now();
  const product = await productVersion();
  const told: Dumped[] = [];
  await write(
    dump(askOf(tx), { at, product }, (dumped) => told.push(dumped)),
    file,
  );
  const [dumped] = told;
  if (dumped === undefined) throw new Error("a backup ended without its end");
  const { size } = await stat(file);
  return { ...dumped, file, bytes: size, heldMs: Math.round(performance.now() - started) };
};

/** Backs up a database in a transaction of its own, beside whatever else is done with it. */
export const takeBackup = (db: Db, file: string, at: Date): Promise<Taken> =>
  db.$transaction(async (tx) => {
    await tx.$executeRawUnsafe("SET TRANSACTION READ ONLY");
    return backupWithin(tx, file, at);
  }, snapshotOptions);
