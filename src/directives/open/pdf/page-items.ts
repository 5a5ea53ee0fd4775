// The pages of a PDF as pieces of text with places, and the straight lines that are drawn on them.
import { getDocumentProxy, getResolvedPDFJS } from "unpdf";
import { openLimits } from "../limits.ts";
import { NotOpened } from "../not-opened.ts";
import { drawnLines, type Rule } from "./rules.ts";

/** Points; `y` is the base line, counted from the top of the page. */
export type Piece = { text: string; x: number; to: number; y: number; size: number };
export type Page = {
  width: number;
  height: number;
  pieces: readonly Piece[];
  rules: readonly Rule[];
};

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type PdfPage = Awaited<ReturnType<Pdf["getPage"]>>;
type TextItem = Extract<
  Awaited<ReturnType<PdfPage["getTextContent"]>>["items"][number],
  { str: string }
>;

/** Written upwards or aslant: a watermark, a mark of a scanner. */
const isLevel = ({ transform }: TextItem): boolean =>
  Math.abs(transform[1]) < 0.1 * Math.abs(transform[0]) && transform[0] > 0;

const LIGATURES = /[\ufb00-\ufb06]/g;

/** Only ligatures are taken apart: pdf.js would also change signs that old fonts use as letters. */
const plainText = (text: string): string =>
  text.replace(LIGATURES, (sign) => sign.normalize("NFKC"));

const readPage = async (page: PdfPage, ops: Ops): Promise<Page> => {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform;
  const { items } = await page.getTextContent({ disableNormalization: true });
  const pieces = items.flatMap((item): Piece[] => {
    if (!("str" in item) || item.str === "" || !isLevel(item)) return [];
    const [px, py] = [item.transform[4], item.transform[5]];
    const x = a * px + c * py + e;
    const y = b * px + d * py + f;
    const size = Math.abs(item.transform[3]) || item.height;
    return [{ text: plainText(item.str), x, to: x + item.width, y, size }];
  });
  const rules = pieces.length === 0 ? [] : drawnLines(await page.getOperatorList(), ops, transform);
  page.cleanup();
  return { width, height, pieces, rules };
};

export type Ops = Readonly<Record<string, number>>;

const open = async (bytes: Uint8Array): Promise<Pdf> => {
  try {
    return await getDocumentProxy(bytes, {
      verbosity: 0,
      // Pictures are not looked at: the largest is left out before it is unpacked.
      maxImageSize: 1,
      useSystemFonts: false,
      disableFontFace: true,
      isOffscreenCanvasSupported: false,
      enableXfa: false,
      stopAtErrors: false,
    });
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    throw new NotOpened(name === "PasswordException" ? "encrypted" : "broken");
  }
};

/** Throws NotOpened. */
export const readPages = async (bytes: Uint8Array): Promise<Page[]> => {
  const pdf = await open(bytes);
  if (pdf.numPages > openLimits.pages) throw new NotOpened("too-many-pages");
  const { OPS } = await getResolvedPDFJS();
  const pages: Page[] = [];
  for (let at = 1; at <= pdf.numPages; at += 1) {
    pages.push(await readPage(await pdf.getPage(at), OPS));
  }
  return pages;
};
