import { readDocx } from "./docx/read-docx.ts";
import { openLimits } from "./limits.ts";
import { mendOldFont } from "./mend-encoding.ts";
import type { Opened } from "./open-document.ts";
import { secrecyOf } from "./secrecy.ts";

/** A Word document, in NFC. Throws NotOpened. */
export const openWord = (bytes: Uint8Array): Opened => {
  const { text: raw, beside, pages, pictures } = readDocx(bytes);
  const text = mendOldFont(raw).normalize("NFC");
  const stamp = secrecyOf(text) ?? secrecyOf(beside.join("\n"));
  if (stamp !== null) return { kind: "secret", stamp };
  if (text.trim() === "") return { kind: "refused", refusal: pictures ? "scanned" : "empty" };
  if (pages > openLimits.pages || text.length > openLimits.characters) {
    return { kind: "refused", refusal: "too-many-pages" };
  }
  return { kind: "text", text, from: "docx", pages };
};
