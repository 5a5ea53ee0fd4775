import { openLimits } from "./limits.ts";
import { isIllegible, mendOldFont } from "./mend-encoding.ts";
import type { Opened } from "./open-document.ts";
import { pdfText } from "./pdf/flow.ts";
import { linesOf } from "./pdf/lines.ts";
import { readPages } from "./pdf/page-items.ts";
import { secrecyOf } from "./secrecy.ts";

/** A page with fewer letters has at most a stamp or a number on it: its text is a picture. */
const FEW_LETTERS = 40;

const lettersOn = (page: { pieces: readonly { text: string }[] }): number =>
  page.pieces.reduce((sum, { text }) => sum + text.trim().length, 0);

/** A PDF with text, in NFC. Throws NotOpened. */
export const openPdf = async (bytes: Uint8Array): Promise<Opened> => {
  const pages = await readPages(bytes);
  const letters = pages.reduce((sum, page) => sum + lettersOn(page), 0);
  if (letters > openLimits.characters) return { kind: "refused", refusal: "too-many-pages" };
  const withText = pages.filter((page) => lettersOn(page) >= FEW_LETTERS);
  // Signing software prints a line of text over scanned pages; a scan may have a typed cover.
  const isScan = withText.length * 3 < pages.length;
  // A stamp stands beside other things: each stretch of the first page's lines by itself.
  const first = pages.slice(0, 2).flatMap(({ pieces }) => linesOf(pieces));
  const stretches = first.flatMap(({ segments }) => segments.map(({ text }) => text)).join("\n");
  const stamp = secrecyOf(mendOldFont(stretches));
  if (stamp !== null) return { kind: "secret", stamp };
  if (isScan) return { kind: "refused", refusal: "scanned" };
  const text = mendOldFont(pdfText(pages)).normalize("NFC");
  if (isIllegible(text)) return { kind: "refused", refusal: "broken" };
  return { kind: "text", text, from: "pdf", pages: pages.length };
};
