// VB-3 names one reading of a document, VB-3.5 one of its drafts. Pure.
import { cutWords, withoutCode } from "#src/language/cut-words.ts";
import { fold } from "#src/language/fold.ts";

export type ReadingCode = { readingId: number; number: number | null };

const CODE =
  /(?<![\p{L}\p{Nd}])vb ?[-._#]? ?0*([1-9]\d{0,8})(?: ?[.:/] ?0*([1-9]\d{0,4}))?(?![\p{L}\p{Nd}/])/u;

export const formatReading = (readingId: number): string => `VB-${readingId}`;

export const formatDraft = (readingId: number, number: number): string =>
  `VB-${readingId}.${number}`;

export type NamedReading = ReadingCode & { rest: string };

/** The first such code in a text, and the text without it; null where there is none. */
export const readReadingCode = (typed: string): NamedReading | null => {
  const cut = cutWords(typed, CODE);
  if (cut === null) return null;
  const [, readingId, number] = cut.found;
  return {
    readingId: Number(readingId),
    number: number === undefined ? null : Number(number),
    rest: withoutCode(cut),
  };
};

/** As `readReadingCode`, of a text that begins with the code: what is said without a command. */
export const readLeadingCode = (typed: string): NamedReading | null =>
  /^\s*vb/.test(fold(typed)) ? readReadingCode(typed) : null;
