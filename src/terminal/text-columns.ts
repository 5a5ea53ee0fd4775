// Plain text in columns. A Vietnamese letter is one column wide however many code points it is
// typed with, so everything is composed (NFC) and counted by grapheme.
import { plainLetters } from "#src/messages/plain-letters.ts";
import type { Align } from "#src/messages/reply.ts";

const graphemes = new Intl.Segmenter("vi", { granularity: "grapheme" });

/** Composed, and without letters that would steer the reader's terminal. */
export const tidy = (text: string): string => plainLetters(text.normalize("NFC"));

const oneLine = (text: string): string => tidy(text).replace(/\s+/gu, " ").trim();

/** Columns that the text takes. */
export const widthOf = (text: string): number => [...graphemes.segment(text)].length;

const padded = (text: string, width: number, align: Align): string => {
  const gap = " ".repeat(Math.max(0, width - widthOf(text)));
  if (align === "right") return gap + text;
  if (align === "left") return text + gap;
  const half = Math.floor(gap.length / 2);
  return gap.slice(0, half) + text + gap.slice(half);
};

const GAP = "  ";

/** Lines of aligned columns, a rule under the header. Columns without an alignment go left. */
export const textColumns = (
  header: readonly string[],
  rows: readonly (readonly string[])[],
  align: readonly (Align | undefined)[] = [],
): string[] => {
  const cells = [header, ...rows].map((row) => row.map(oneLine));
  const widths = header.map((_, at) => Math.max(...cells.map((row) => widthOf(row[at] ?? ""))));
  const line = (row: readonly string[]): string =>
    widths
      .map((width, at) => padded(row[at] ?? "", width, align[at] ?? "left"))
      .join(GAP)
      .trimEnd();
  const [titles = [], ...body] = cells;
  return [line(titles), widths.map((width) => "-".repeat(width)).join(GAP), ...body.map(line)];
};
