// The document of a reading in the register: found by issuer, number and date, or made; the file
// that it came as belongs to it.
import { toDbDate } from "#src/calendar/civil-date.ts";
import type { Tx } from "#src/database/client.ts";
import { ensureDocuments, knownIssuer } from "#src/sheets/register-store.ts";
import type { DocumentHead } from "../reading.ts";
import type { ReadingRow } from "./readings-store.ts";

const LONGEST_TITLE = 500;

/** The id of the document that this is, if the register has it. */
export const findDocument = async (
  tx: Tx,
  { number, issuer, issuedOn }: DocumentHead,
): Promise<number | null> => {
  if (number === null || issuer === null || issuedOn === null) return null;
  const spelt = await knownIssuer(tx, issuer);
  const row = await tx.document.findFirst({
    where: { number, issuer: spelt, issuedOn: toDbDate(issuedOn) },
    select: { id: true },
  });
  return row?.id ?? null;
};

/** @throws Error where number, issuer or date are not known */
export const ensureDocument = async (
  tx: Tx,
  { head, fileId }: Pick<ReadingRow, "head" | "fileId">,
): Promise<number> => {
  const { number, issuer, issuedOn, kind, title } = head;
  if (number === null || issuer === null || issuedOn === null) {
    throw new Error("a document without number, issuer and date is not registered");
  }
  const reference = { number, issuer: await knownIssuer(tx, issuer), issuedOn };
  const { idOf } = await ensureDocuments(tx, [reference]);
  const id = idOf(reference);
  const cut = title?.slice(0, LONGEST_TITLE).toWellFormed() ?? null;
  await tx.document.updateMany({ where: { id, title: null }, data: { title: cut } });
  await tx.document.updateMany({ where: { id, kind: null }, data: { kind } });
  if (fileId !== null) {
    const there = await tx.attachment.findFirst({ where: { documentId: id, fileId } });
    if (there === null) await tx.attachment.create({ data: { documentId: id, fileId } });
  }
  return id;
};
