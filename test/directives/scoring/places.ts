// Where the words of a label stand in a text: in the one it was written for, or in the same document
// out of another file (DOCX, PDF), whose lines are broken elsewhere.

export type Place = { from: number; to: number };

/** How many letters two places share; what has no place shares none. */
export const shared = (one: Place | null, other: Place | null): number =>
  one === null || other === null
    ? 0
    : Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from));

export const overlaps = (one: Place | null, other: Place | null): boolean => shared(one, other) > 0;

type Compact = { text: string; at: readonly number[]; ends: readonly number[] };

/** Letters, digits and % alone, each with the place where it came from. */
const compact = (text: string): Compact => {
  const out: string[] = [];
  const at: number[] = [];
  const ends: number[] = [];
  for (const { segment, index } of new Intl.Segmenter("vi").segment(text)) {
    for (const character of segment.normalize("NFC").toLowerCase()) {
      if (!/[\p{L}\p{N}%]/u.test(character)) continue;
      out.push(character);
      at.push(index);
      ends.push(index + segment.length);
    }
  }
  return { text: out.join(""), at, ends };
};

const occurrences = (within: string, words: string): number[] => {
  const found: number[] = [];
  for (let at = within.indexOf(words); at !== -1; at = within.indexOf(words, at + 1)) {
    found.push(at);
  }
  return found;
};

/** What stands on a line (from 1) of the text that was labelled. @throws for a quote that is not there. */
export const placeOnLine = (text: string, line: number, quote: string): Place => {
  const lines = text.split("\n");
  const within = (lines[line - 1] ?? "").indexOf(quote);
  if (within === -1) throw new Error(`line ${line} does not hold “${quote}”`);
  const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  return { from: before + within, to: before + within + quote.length };
};

export type Locate = (line: number, quote: string) => Place | null;

/** Finds a label's quote in `text`; `labelled` is the text whose lines the labels count. */
export const locator = (labelled: string, text: string): Locate => {
  if (labelled === text) return (line, quote) => placeOnLine(text, line, quote);
  const [before, here] = [compact(labelled), compact(text)];
  return (line, quote) => {
    const place = placeOnLine(labelled, line, quote);
    const words = compact(quote).text;
    const which = occurrences(before.text, words).filter(
      (at) => (before.at[at] ?? 0) < place.from,
    ).length;
    const found = occurrences(here.text, words);
    const at = found[which] ?? found.at(-1);
    if (at === undefined) return null;
    const [from, to] = [here.at[at], here.ends[at + words.length - 1]];
    return from === undefined || to === undefined ? null : { from, to };
  };
};
