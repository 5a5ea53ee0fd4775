import { openLimits, pagesOfText } from "./limits.ts";
import { isIllegible } from "./mend-encoding.ts";
import type { Opened } from "./open-document.ts";
import { readText } from "./read-text.ts";
import { secrecyOf } from "./secrecy.ts";

/** No encoding takes more for a letter with its marks; so many fill too many pages. */
const MOST_BYTES = openLimits.characters * 3;

/** A plain text file; it has no pages of its own. */
export const openPlainText = (bytes: Uint8Array): Opened => {
  if (bytes.length > MOST_BYTES) return { kind: "refused", refusal: "too-many-pages" };
  const text = readText(bytes);
  if (text.trim() === "") return { kind: "refused", refusal: "empty" };
  if (isIllegible(text)) return { kind: "refused", refusal: "broken" };
  const stamp = secrecyOf(text);
  if (stamp !== null) return { kind: "secret", stamp };
  if (pagesOfText(text) > openLimits.pages) return { kind: "refused", refusal: "too-many-pages" };
  return { kind: "text", text, from: "txt", pages: null };
};
