// The same document again: the reading that is open for it, or the document in the register.
import { toDbDate } from "#src/calendar/civil-date.ts";
import type { Tx } from "#src/database/client.ts";
import { fold } from "#src/language/fold.ts";
import type { DocumentHead } from "../reading.ts";
import { findDocument } from "./document-store.ts";

/** The open reading of the same document: by its text, or by what it says of itself. */
export const underReview = async (
  tx: Tx,
  textHash: string,
  head: DocumentHead | null,
): Promise<{ id: number; sameText: boolean } | null> => {
  const same = await tx.directiveReading.findFirst({
    where: { textHash, status: "open" },
    select: { id: true },
  });
  if (same !== null) return { ...same, sameText: true };
  if (head === null || head.number === null || head.issuedOn === null) return null;
  const { number, issuer, issuedOn } = head;
  const named = await tx.directiveReading.findMany({
    where: { number, issuedOn: toDbDate(issuedOn), status: "open" },
    orderBy: { id: "desc" },
    select: { id: true, issuer: true },
  });
  const isSame = (other: string | null): boolean =>
    issuer === null || other === null || fold(issuer) === fold(other);
  const found = named.find((one) => isSame(one.issuer));
  return found === undefined ? null : { id: found.id, sameText: false };
};

/** The document in the register: by its text, where people completed its head; else by its head. */
export const registeredAs = async (
  tx: Tx,
  textHash: string,
  head: DocumentHead,
): Promise<number | null> => {
  const before = await tx.directiveReading.findFirst({
    where: { textHash, status: "registered", documentId: { not: null } },
    orderBy: { id: "desc" },
    select: { documentId: true },
  });
  return before?.documentId ?? findDocument(tx, head);
};
