import type { Store } from "#src/database/client.ts";
import type { Attached } from "#src/requests/request.ts";

/** The bytes of a file that came with a message; null where it is gone. */
export async function storedFile(tx: Store, fileId: number): Promise<Uint8Array | null> {
  const file = await tx.file.findUnique({ where: { id: fileId }, include: { blob: true } });
  return file?.blob.bytes ?? null;
}

const SHEET = /\.(?:xlsx|csv|tsv|txt|xls)$/iu;

/** The tracking sheet among the files of a message: the only one, or the only one so named. */
export function sheetAmong(attached: readonly Attached[]): Attached | "none" | "several" {
  if (attached.length === 0) return "none";
  const named = attached.filter(({ name }) => SHEET.test(name));
  const candidates = named.length > 0 ? named : attached;
  const [first, another] = candidates;
  if (first === undefined) return "none";
  return another === undefined ? first : "several";
}
