// The code that a new agency gets: made as its predecessor's was.
import { fold } from "#src/language/fold.ts";

const words = (name: string): string[] =>
  fold(name)
    .replace(/\([^)]*\)/g, " ")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "" && word !== "va");

/** "Sở Khoa học và Công nghệ" → SKHCN; "UBND" and numbers stay whole. */
export const initialsOf = (name: string): string =>
  words(name)
    .map((word) => (/^(ubnd|hdnd|vp|tt|\d+)$/.test(word) ? word : word.slice(0, 1)))
    .join("")
    .toUpperCase();

/**
 * Where the predecessor's code is the initials of its name, those of the new name; else the
 * predecessor's own. Null where that is taken: then it is asked for.
 */
export const suggestCode = (
  name: string,
  predecessor: { name: string; code: string },
  taken: (code: string) => boolean,
): string | null => {
  const byInitials = fold(predecessor.code).toUpperCase() === initialsOf(predecessor.name);
  const initials = initialsOf(name);
  const first = byInitials ? initials : predecessor.code;
  const other = byInitials ? predecessor.code : initials;
  return [first, other].find((code) => code !== "" && !taken(code)) ?? null;
};
