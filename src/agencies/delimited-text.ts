import { parse } from "csv-parse/sync";

/** One record; `row` is its number as a spreadsheet shows it, counted from 1. */
export type DelimitedRow = { row: number; cells: readonly string[] };

const DELIMITERS = [",", ";", "\t"] as const;
const SAMPLE_ROWS = 60;

/** A cell without what nobody sees: outer spaces, control characters, mixed line ends. */
export const tidyCell = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]|[\u200b\ufeff]/gu, "")
    .trim();

/** UTF-8 or, as Excel's "Unicode text" is, UTF-16; null where the bytes are neither. */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe
      ? "utf-16le"
      : first === 0xfe && second === 0xff
        ? "utf-16be"
        : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const records = (text: string, delimiter: string, to?: number): string[][] =>
  parse(text, {
    bom: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    ...(to === undefined ? {} : { to }),
  });

/**
 * Reads comma-, semicolon- or tab-separated text. The delimiter is the one under which some early
 * row scores best as a header: commas inside sentences would mislead a mere count of signs.
 */
export function readDelimited(
  text: string,
  headerScore: (cells: readonly string[]) => number,
): DelimitedRow[] | null {
  try {
    const score = (delimiter: string) =>
      Math.max(0, ...records(text, delimiter, SAMPLE_ROWS).map(headerScore));
    const [best] = DELIMITERS.map((delimiter) => ({ delimiter, score: score(delimiter) })).sort(
      (a, b) => b.score - a.score,
    );
    return records(text, best?.delimiter ?? ",").map((cells, at) => ({
      row: at + 1,
      cells: cells.map(tidyCell),
    }));
  } catch {
    return null;
  }
}
