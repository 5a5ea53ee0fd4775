// Patterns over text without accents, with the places in the text as it was typed.
import { foldWithMap, originalSpan } from "#src/language/fold.ts";

/** [from, to) in the text as typed; `groups` are folded. */
export type FoldedMatch = { from: number; to: number; groups: readonly string[] };

/** Every place where a pattern (global, of folded letters) matches. */
export const allFolded = (text: string, pattern: RegExp): FoldedMatch[] => {
  const folded = foldWithMap(text);
  return [...folded.text.matchAll(pattern)].map((found) => {
    const [from, to] = originalSpan(folded, found.index, found.index + found[0].length);
    return { from, to, groups: found.slice(1).map((group) => group ?? "") };
  });
};

/** Cuts a pattern (global) out of the text at its first place; null where it does not match. */
export const cutFolded = (text: string, pattern: RegExp): string | null => {
  const [found] = allFolded(text, pattern);
  if (found === undefined) return null;
  return `${text.slice(0, found.from)} ${text.slice(found.to)}`.replace(/\s+/g, " ").trim();
};
