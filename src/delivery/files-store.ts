// Bytes and SHA-256 in the database; a channel's own handle of a file is only a cache.
import { createHash } from "node:crypto";
import type { Db } from "#src/database/client.ts";
import type { Attached } from "#src/requests/request.ts";
import type { IncomingFile } from "./channel.ts";

/** What Telegram lets a bot download. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
export const MAX_FILE_MEGABYTES = 20;

const PROGRAMS = /\.(exe|msi|bat|cmd|com|scr|ps1|vbs|js|jar|apk|sh|dll|lnk|hta)$/i;

export const isRefused = (file: IncomingFile): boolean =>
  file.size > MAX_FILE_BYTES || PROGRAMS.test(file.name);

/** Stores a file once, however often it is sent; safe to run again after a crash. */
export const storeFile = async (
  db: Db,
  channel: string,
  file: IncomingFile,
  bytes: Uint8Array,
): Promise<Attached> => {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const named = { sha256, name: file.name, mime: file.mime };
  return db.$transaction(async (tx) => {
    await tx.blob.createMany({
      data: [{ sha256, bytes: new Uint8Array(bytes), size: bytes.length }],
      skipDuplicates: true,
    });
    const known = await tx.file.findFirst({ where: named });
    const row = known ?? (await tx.file.create({ data: named }));
    await tx.fileCache.upsert({
      where: { channel_fileId: { channel, fileId: row.id } },
      create: { channel, fileId: row.id, externalId: file.externalId },
      update: { externalId: file.externalId },
    });
    return { fileId: row.id, name: row.name, mime: row.mime, size: bytes.length };
  });
};
