// Bytes and SHA-256 in the database; a channel's own handle of a file is only a cache.
import { createHash } from "node:crypto";
import type { Db } from "#src/database/client.ts";
import type { Attached } from "#src/requests/request.ts";

/** A file that may be kept: its name cleaned, its type ours and not its sender's. */
export type KeptFile = { externalId: string; name: string; mime: string; bytes: Uint8Array };

/** Stores a file once, however often it is sent; safe to run again after a crash. */
export const storeFile = async (db: Db, channel: string, file: KeptFile): Promise<Attached> => {
  const { bytes, externalId, name, mime } = file;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const named = { sha256, name, mime };
  return db.$transaction(async (tx) => {
    await tx.blob.createMany({
      data: [{ sha256, bytes: new Uint8Array(bytes), size: bytes.length }],
      skipDuplicates: true,
    });
    const known = await tx.file.findFirst({ where: named });
    const row = known ?? (await tx.file.create({ data: named }));
    await tx.fileCache.upsert({
      where: { channel_fileId: { channel, fileId: row.id } },
      create: { channel, fileId: row.id, externalId },
      update: { externalId },
    });
    return { fileId: row.id, name, mime, size: bytes.length };
  });
};
