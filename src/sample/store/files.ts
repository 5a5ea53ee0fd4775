// Files with their bytes.
import { createHash } from "node:crypto";
import type { Tx } from "#src/database/client.ts";

export type SampleFile = { name: string; mime: string; bytes: Uint8Array };

/** A file of plain text. */
export const textFile = (name: string, text: string): SampleFile => ({
  name,
  mime: "text/plain",
  bytes: new TextEncoder().encode(text),
});

/** Stores a file; its id. */
export const storeFile = async (tx: Tx, file: SampleFile, createdAt: Date): Promise<number> => {
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  const blob = { sha256, bytes: new Uint8Array(file.bytes), size: file.bytes.length, createdAt };
  await tx.blob.createMany({ data: [blob], skipDuplicates: true });
  const { name, mime } = file;
  const { id } = await tx.file.create({ data: { sha256, name, mime, createdAt } });
  return id;
};
