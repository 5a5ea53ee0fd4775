// Which lines are one paragraph, by how they stand on the page.
import { isOneSentence } from "../one-sentence.ts";
import type { Line } from "./lines.ts";
import { isEnded, type Margins } from "./margins.ts";

export type PlacedLine = Line & { page: number; margins: Margins };

const MARKER = /^\s*([-–—+•▪]|\(?\d{1,2}(\.\d{1,2}){0,3}[.)]|[a-zđ]\)|[IVX]{1,5}[.)])\s/;
const ENDS = /[.;:!?/]$/;
const FURTHER = 1.22;

const isCentred = ({ x, to, size, margins: { left, right } }: PlacedLine): boolean =>
  Math.abs((x + to) / 2 - (left + right) / 2) < 0.6 * size && x > left + 0.3 * size;

const isFurther = (line: PlacedLine, above: PlacedLine): boolean =>
  line.y - above.y > above.margins.pitch * Math.max(line.size, above.size) * FURTHER;

/** On the next page heights say nothing; a sentence that is over does. */
const isNewOnPage = (line: PlacedLine, above: PlacedLine): boolean =>
  ENDS.test(above.text) && /^[\p{Lu}\d–+-]/u.test(line.text);

/** A paragraph that is being read. */
type Begun = {
  lines: PlacedLine[];
  /** Where lines go on under the words of an item, not under its number. */
  hang: number | null;
};

const isIndented = (line: PlacedLine): boolean => line.x > line.margins.left + 0.7 * line.size;

const hangsUnder = ({ lines, hang }: Begun, line: PlacedLine): boolean => {
  const [first] = lines;
  if (hang !== null) return Math.abs(line.x - hang) < 3;
  return (
    first !== undefined && lines.length === 1 && MARKER.test(first.text) && line.x > first.x + 3
  );
};

/** Does this line go on with the paragraph? */
const goesOn = (begun: Begun, line: PlacedLine): boolean => {
  const above = begun.lines.at(-1);
  if (above === undefined) return true;
  const samePage = line.page === above.page;
  if (samePage ? isFurther(line, above) : isNewOnPage(line, above)) return false;
  if (isOneSentence(above.text, line.text)) return true;
  if (MARKER.test(line.text) && ENDS.test(above.text)) return false;
  if (isCentred(line) && isCentred(above)) return Math.abs(line.size - above.size) < 0.7;
  if (isEnded(above, line, above.margins.right)) return false;
  if (!isIndented(line)) return true;
  if (MARKER.test(line.text) || !hangsUnder(begun, line)) return false;
  begun.hang = line.x;
  return true;
};

/** The lines of each paragraph. */
export const paragraphsOf = (lines: readonly PlacedLine[]): PlacedLine[][] => {
  const all: PlacedLine[][] = [];
  let begun: Begun = { lines: [], hang: null };
  for (const line of lines) {
    if (!goesOn(begun, line)) {
      all.push(begun.lines);
      begun = { lines: [], hang: null };
    }
    begun.lines.push(line);
  }
  if (begun.lines.length > 0) all.push(begun.lines);
  return all;
};
