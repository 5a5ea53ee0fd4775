// The months as English names them.
import { isWord, type Source } from "./tokens.ts";

const MONTHS = [
  ["jan", "january"],
  ["feb", "february"],
  ["mar", "march"],
  ["apr", "april"],
  ["may"],
  ["jun", "june"],
  ["jul", "july"],
  ["aug", "august"],
  ["sep", "sept", "september"],
  ["oct", "october"],
  ["nov", "november"],
  ["dec", "december"],
];

/** Which month the token names: 1 to 12; 0 = none. */
export const monthAt = (source: Source, at: number): number =>
  MONTHS.findIndex((names) => names.some((name) => isWord(source, at, name))) + 1;
