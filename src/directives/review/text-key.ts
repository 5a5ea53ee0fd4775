// Copies of one document differ in spaces, line breaks and the form of their letters: two texts
// with the same key are the same document.
import { createHash } from "node:crypto";

/** What the database can hold: it takes neither NUL nor half a letter. Offsets stay as they are. */
export const storableText = (text: string): string => text.replaceAll("\0", " ").toWellFormed();

/** SHA-256 of a text without what copies of it differ in. */
export const textKey = (text: string): string => {
  const plain = text.normalize("NFKC").replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]+/gu, " ");
  return createHash("sha256").update(plain.trim().toLowerCase()).digest("hex");
};
