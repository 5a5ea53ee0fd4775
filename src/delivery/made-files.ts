// A file that the product itself makes (a sheet, a list of invitations): its bytes are stored in
// the caller's transaction, so that the reply that names it can wait in the outbox.
import { createHash } from "node:crypto";
import type { Tx } from "#src/database/client.ts";
import type { FileRef } from "#src/messages/reply.ts";

export type MadeFile = { name: string; mime: string; bytes: Uint8Array };

/** Stores a made file; what comes back goes into `Reply.files`. */
export const makeFile = async (tx: Tx, { name, mime, bytes }: MadeFile): Promise<FileRef> => {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await tx.blob.createMany({
    data: [{ sha256, bytes: new Uint8Array(bytes), size: bytes.length }],
    skipDuplicates: true,
  });
  const row = await tx.file.create({ data: { sha256, name, mime } });
  return { fileId: row.id };
};
