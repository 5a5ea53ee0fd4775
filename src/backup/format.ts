// The file of a backup: gzip of JSON lines. A head; for each table a line that names it and then
// its rows; an end with a checksum, so that a file that was cut off or changed is refused.
//
// Rows are what `to_jsonb` makes of them, so that every type survives and the file does not know
// which kind of database it came from. Columns of JSON are held as text: `null` in them is not
// the same as none.
import { createHash, type Hash } from "node:crypto";
import { z } from "zod";

export const FORMAT = 1;

/** So much of a table is held in memory at once, or one row where that is more. */
export const chunkLimits = { bytes: 2_000_000, rows: 1_000 } as const;

/** Of columns that are held as text. */
export const isJson = (type: string): boolean => type === "json" || type === "jsonb";

const counted = z.number().int().nonnegative();

export const head = z.object({
  dondoc: z.literal("backup"),
  format: z.number().int().positive(),
  /** Version of the product that made it. */
  product: z.string(),
  /** Civil clock of the database. */
  madeAt: z.iso.datetime(),
  migrations: z.array(
    z.object({
      id: z.string(),
      checksum: z.string(),
      migration_name: z.string(),
      started_at: z.string(),
      finished_at: z.string(),
    }),
  ),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: counted })),
  sequences: z.array(
    z.object({ name: z.string(), last: z.string().regex(/^\d+$/), called: z.boolean() }),
  ),
});
export type Head = z.infer<typeof head>;

export const end = z.object({ end: z.literal(true), rows: counted, sha256: z.string() });
export type End = z.infer<typeof end>;

export const tableLine = (name: string): string => JSON.stringify({ table: name });

export const newHash = (): Hash => createHash("sha256");

export const countRows = ({ tables }: Pick<Head, "tables">): number =>
  tables.reduce((sum, { rows }) => sum + rows, 0);

/** Whatever is wrong with a file: it is not what it says, or not whole. */
export class BadBackup extends Error {}
