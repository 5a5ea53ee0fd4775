import type { NameIndex, NameResolution } from "./names.ts";

/** A piece of a list, cut verbatim from [from, to) of the text. */
export type NamePart<Id extends string | number> = {
  text: string;
  from: number;
  to: number;
  result: NameResolution<Id>;
};

type Piece = { from: number; to: number; after: string };

// A separator, or "và" as a word of its own with or without its accent.
const SEPARATOR = /\s*(?:[,;\n\r+•]|(?<=\s)(?:và|va\u0300?)(?=\s))\s*/giu;
const BULLET = /^(?:[-–*•]|\d{1,2}[.)])\s+/u;
const MAX_PIECES_IN_A_NAME = 8;

/** Every stretch between separators, without bullets and outer spaces. */
function cut(text: string): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  const add = (end: number, after: string): void => {
    const raw = text.slice(start, end);
    const lead = raw.length - raw.trimStart().length;
    const bullet = BULLET.exec(raw.trimStart())?.[0].length ?? 0;
    const from = start + lead + bullet;
    const to = start + raw.replace(/[\s.:]+$/u, "").length;
    if (to > from) pieces.push({ from, to, after: after.trim() || "\n" });
  };
  for (const found of text.matchAll(SEPARATOR)) {
    add(found.index, found[0]);
    start = found.index + found[0].length;
  }
  add(text.length, "");
  return pieces;
}

/**
 * Splits a list of agencies at commas, semicolons, "và", "+" and line breaks, the longest known
 * name first ("Sở Văn hóa, Thể thao và Du lịch" is one). What is not known comes back verbatim;
 * two unknown pieces joined by "và" stay together if the second goes on in lower case.
 */
export function splitNames<Id extends string | number>(
  text: string,
  index: NameIndex<Id>,
): { parts: NamePart<Id>[] } {
  const pieces = cut(text);
  const parts: NamePart<Id>[] = [];
  const partOf = (first: Piece, last: Piece): NamePart<Id> => {
    const cutOut = text.slice(first.from, last.to);
    return { text: cutOut, from: first.from, to: last.to, result: index.resolve(cutOut) };
  };

  const longestAt = (at: number): { part: NamePart<Id>; next: number } | null => {
    const first = pieces[at];
    if (!first) return null;
    const last = Math.min(pieces.length, at + MAX_PIECES_IN_A_NAME);
    let near: { part: NamePart<Id>; next: number } | null = null;
    for (let end = last; end > at; end--) {
      const to = (pieces[end - 1] ?? first).to;
      const cutOut = text.slice(first.from, to);
      const result = (index.match ?? index.resolve)(cutOut);
      if (result?.kind !== "exact" && result?.kind !== "near") continue;
      const found = { part: { text: cutOut, from: first.from, to, result }, next: end };
      if (result.kind === "exact") return found;
      near ??= found;
    }
    if (near) return near;
    return { part: partOf(first, first), next: at + 1 };
  };

  for (let at = 0; at < pieces.length; ) {
    const found = longestAt(at);
    if (!found) break;
    const previous = parts.at(-1);
    const joined = /^(?:và|va\u0300?)$/iu.test(pieces[at - 1]?.after ?? "");
    const goesOn = joined && /^\p{Ll}/u.test(found.part.text);
    if (goesOn && previous?.result.kind === "unknown" && found.part.result.kind === "unknown") {
      const from = previous.from;
      const whole = text.slice(from, found.part.to);
      parts[parts.length - 1] = { ...found.part, from, text: whole, result: index.resolve(whole) };
    } else parts.push(found.part);
    at = found.next;
  }
  return { parts };
}
