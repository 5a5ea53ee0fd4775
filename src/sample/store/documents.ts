// The directive and the plan, each with its file.
import { toDbDate } from "#src/calendar/civil-date.ts";
import { instantAt } from "#src/calendar/zone.ts";
import type { Tx } from "#src/database/client.ts";
import type { SampleDocument } from "../documents/index.ts";
import { ISSUER } from "../province.ts";
import { storeFile, textFile } from "./files.ts";

/** Ids by key. */
export const storeDocuments = async (
  tx: Tx,
  documents: readonly SampleDocument[],
): Promise<Map<string, number>> => {
  const ids = new Map<string, number>();
  for (const { key, kind, number, title, issuedOn, fileName, text } of documents) {
    const createdAt = instantAt(issuedOn, "16:30");
    const { id } = await tx.document.create({
      data: { kind, number, issuer: ISSUER, issuedOn: toDbDate(issuedOn), title, createdAt },
    });
    const fileId = await storeFile(tx, textFile(fileName, text), createdAt);
    await tx.attachment.create({ data: { fileId, documentId: id } });
    ids.set(key, id);
  }
  return ids;
};
