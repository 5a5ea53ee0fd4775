// Files that a reply brings: written into a folder where one was named, else only mentioned.

import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Db } from "#src/database/client.ts";
import type { Language } from "#src/messages/language.ts";
import type { FileRef } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/terminal.ts";
import { tidy } from "./text-columns.ts";

/** A name that stays inside the folder, whatever its sender called the file. */
const safeName = (name: string): string =>
  path.basename(tidy(name).replace(/[\\\n\t]/g, "_")).replace(/^\.+/, "") || "tep";

const numbered = (name: string, number: number): string => {
  if (number === 1) return name;
  const { name: stem, ext } = path.parse(name);
  return `${stem} (${number})${ext}`;
};

const isTaken = (error: unknown): boolean => (error as { code?: unknown }).code === "EEXIST";

/** Writes under a name that is still free: nothing of the reader's own is overwritten. */
const writeNew = async (folder: string, name: string, bytes: Uint8Array): Promise<string> => {
  await mkdir(folder, { recursive: true });
  for (let number = 1; ; number += 1) {
    const file = path.join(folder, numbered(safeName(name), number));
    try {
      await writeFile(file, bytes, { flag: "wx" });
      return file;
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
};

/** One line for each file of a reply. */
export const fileLines = async (
  db: Db,
  files: readonly FileRef[],
  folder: string | undefined,
  language: Language,
): Promise<string[]> => {
  const rows = await db.file.findMany({
    where: { id: { in: files.map(({ fileId }) => fileId) } },
    include: { blob: folder !== undefined },
    orderBy: { id: "asc" },
  });
  const lines: string[] = [];
  for (const { name, blob } of rows) {
    if (folder === undefined || !blob) {
      lines.push(words.fileNotKept(language, tidy(name)));
      continue;
    }
    // The rest of the message is worth more than a file that finds no room.
    const written = await writeNew(folder, name, blob.bytes).catch(() => null);
    lines.push(
      written === null
        ? words.fileNotWritten(language, tidy(name), folder)
        : words.fileWritten(language, written),
    );
  }
  return lines;
};
