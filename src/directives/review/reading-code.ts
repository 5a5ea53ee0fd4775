// VB-3 names one reading of a document, VB-3.5 one of its drafts. Pure.
import { fold, foldWithMap, originalSpan } from "#src/language/fold.ts";

export type ReadingCode = { readingId: number; number: number | null };

const CODE =
  /(?<![\p{L}\p{Nd}])vb ?[-._#]? ?0*([1-9]\d{0,8})(?: ?[.:/] ?0*([1-9]\d{0,4}))?(?![\p{L}\p{Nd}/])/u;

export const formatReading = (readingId: number): string => `VB-${readingId}`;

export const formatDraft = (readingId: number, number: number): string =>
  `VB-${readingId}.${number}`;

export type NamedReading = ReadingCode & { rest: string };

/** The first such code in a text, and the text without it; null where there is none. */
export const readReadingCode = (typed: string): NamedReading | null => {
  const text = typed.normalize("NFC");
  const folded = foldWithMap(text);
  const found = CODE.exec(folded.text);
  if (found === null) return null;
  const [from, to] = originalSpan(folded, found.index, found.index + found[0].length);
  const behind = text.slice(to).replace(/^[\s:,;.–-]+/u, "");
  return {
    readingId: Number(found[1]),
    number: found[2] === undefined ? null : Number(found[2]),
    rest: `${text.slice(0, from).trim()} ${behind}`.trim(),
  };
};

/** As `readReadingCode`, of a text that begins with the code: what is said without a command. */
export const readLeadingCode = (typed: string): NamedReading | null =>
  /^\s*vb/.test(fold(typed)) ? readReadingCode(typed) : null;
