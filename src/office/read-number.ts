import { quantityAt } from "#src/language/number-words.ts";
import { tokenize } from "#src/language/tokens.ts";

export type Range = { least: number; most: number };

export type NumberRead =
  | { kind: "number"; value: number }
  | { kind: "outside"; typed: string }
  | { kind: "none" };

const DIGITS = /-?\d+(?:[.,]\d+)?/u;

const inWords = (text: string): number | null => {
  const source = tokenize(text);
  for (const [at] of source.tokens.entries()) {
    const found = quantityAt(source, at);
    if (found !== null) return found.value;
  }
  return null;
};

/** The whole number in a text, in digits or words ("ba"), within a range. */
export const readNumber = (text: string, { least, most }: Range): NumberRead => {
  const typed = DIGITS.exec(text)?.[0];
  const value = typed === undefined ? inWords(text) : Number(typed.replace(",", "."));
  if (value === null) return { kind: "none" };
  const fits = Number.isInteger(value) && value >= least && value <= most;
  return fits ? { kind: "number", value } : { kind: "outside", typed: typed ?? String(value) };
};
