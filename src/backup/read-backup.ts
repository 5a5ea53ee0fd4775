// Reads a backup line by line and believes nothing: what is cut off, changed or of another kind
// throws before anybody acts on the end of it.
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import type { z } from "zod";
import {
  BadBackup,
  countRows,
  end,
  FORMAT,
  type Head,
  head,
  newHash,
  tableLine,
} from "./format.ts";

const NEWLINE = 10;

/** The lines of a gzip file, without their ends. The last one must be ended as well. */
async function* linesOf(file: string): AsyncGenerator<Buffer> {
  // Errors of either stream come out of the loop over the last one.
  const text = pipeline(createReadStream(file), createGunzip(), () => undefined);
  let begun: Buffer[] = [];
  for await (const piece of text) {
    const data: Buffer = piece;
    let from = 0;
    for (let at = data.indexOf(NEWLINE); at !== -1; at = data.indexOf(NEWLINE, from)) {
      yield Buffer.concat([...begun, data.subarray(from, at)]);
      begun = [];
      from = at + 1;
    }
    if (from < data.length) begun.push(data.subarray(from));
  }
  if (begun.length > 0) throw new BadBackup("it ends in the middle of a line");
}

const parsed = <Value>(line: Buffer, shape: z.ZodType<Value>, what: string): Value => {
  try {
    return shape.parse(JSON.parse(line.toString("utf8")));
  } catch {
    throw new BadBackup(`its ${what} cannot be read`);
  }
};

const headOf = (line: Buffer): Head => {
  const found = parsed(line, head, "head");
  if (found.format > FORMAT) throw new BadBackup(`it was made by a newer version of Đôn Đốc`);
  return found;
};

export type Piece = { kind: "head"; head: Head } | { kind: "row"; table: string; line: Buffer };

/**
 * The head and then every row. Only who has read to the end knows that the file is whole.
 * @throws BadBackup
 */
async function* pieces(file: string): AsyncGenerator<Piece> {
  const hash = newHash();
  const lines = linesOf(file);
  const next = async (): Promise<Buffer> => {
    const { value, done } = await lines.next();
    if (done === true) throw new BadBackup("it was cut off");
    return value;
  };
  const hashed = async (): Promise<Buffer> => {
    const line = await next();
    hash.update(line).update("\n");
    return line;
  };
  const found = headOf(await hashed());
  yield { kind: "head", head: found };
  for (const { name, rows } of found.tables) {
    if ((await hashed()).toString("utf8") !== tableLine(name)) {
      throw new BadBackup(`the rows of ${name} are not where they should be`);
    }
    for (let row = 0; row < rows; row += 1) {
      yield { kind: "row", table: name, line: await hashed() };
    }
  }
  const { sha256, rows } = parsed(await next(), end, "end");
  if (sha256 !== hash.digest("hex") || rows !== countRows(found)) {
    throw new BadBackup("its checksum is wrong: it was changed after it was made");
  }
  if ((await lines.next()).done !== true) throw new BadBackup("something follows its end");
}

/** Faults of the gzip stream are faults of the file; a file that cannot be opened is none. */
const isDamage = (error: unknown): boolean =>
  error instanceof Error && String((error as { code?: unknown }).code).startsWith("Z_");

/** As `pieces`; a file that is no gzip, or a broken one, is a BadBackup too. */
export async function* readBackup(file: string): AsyncGenerator<Piece> {
  try {
    yield* pieces(file);
  } catch (error) {
    if (!isDamage(error)) throw error;
    throw new BadBackup("it is no backup, or it was cut off or damaged");
  }
}

/** Reads the whole file; its head. @throws BadBackup */
export const checkBackup = async (file: string): Promise<Head> => {
  let found: Head | undefined;
  for await (const piece of readBackup(file)) {
    if (piece.kind === "head") found = piece.head;
  }
  if (found === undefined) throw new BadBackup("it is empty");
  return found;
};
