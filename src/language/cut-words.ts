import { foldWithMap, originalSpan } from "./fold.ts";

/** Words cut out of a text: what the pattern found, folded; what it took and left, verbatim. */
export type Cut = {
  found: readonly (string | undefined)[];
  taken: string;
  before: string;
  behind: string;
};

/** The first stretch of the text that fits a pattern of folded words; null where none does. */
export function cutWords(text: string, pattern: RegExp): Cut | null {
  const whole = text.normalize("NFC");
  const folded = foldWithMap(whole);
  const found = pattern.exec(folded.text);
  if (found === null || found[0] === "") return null;
  const [from, to] = originalSpan(folded, found.index, found.index + found[0].length);
  return {
    found: [...found],
    taken: whole.slice(from, to).trim(),
    before: whole.slice(0, from).trim(),
    behind: whole.slice(to).trim(),
  };
}

/** What is left when a code is taken out, with the signs behind it. */
export const withoutCode = ({ before, behind }: Cut): string =>
  `${before} ${behind.replace(/^[\s:,;.–-]+/u, "")}`.trim();

/** What is left when the words are taken out. */
export const around = ({ before, behind }: Cut): string => `${before} ${behind}`.trim();
