import { foldWithMap, originalSpan } from "./fold.ts";

/** A percentage from 0 to 100 and where it lies in the text, [from, to) in UTF-16 units. */
export type PercentFound = { value: number; from: number; to: number };

const PERCENT = /(?<![\p{L}\p{Nd}.,/-])(\d{1,3}(?:[.,]\d{1,2})?) ?(?:%|phan tram(?!\p{L}))/gu;
const LEADS = /^(?:(?:da|duoc|dat|khoang|moi|xong|hoan thanh|tien do|len|la|:) ?)*$/u;

function percentsIn(text: string) {
  const folded = foldWithMap(text);
  const matches = [...folded.text.matchAll(PERCENT)];
  return { folded, matches };
}

/** The first percentage in a text. Only a sign or "phần trăm" makes one: "7/10" is a date. */
export function findPercent(text: string): PercentFound | null {
  const { folded, matches } = percentsIn(text);
  for (const match of matches) {
    const value = Number(match[1]?.replace(",", "."));
    if (!(value <= 100)) continue;
    const [from, to] = originalSpan(folded, match.index, match.index + match[0].length);
    return { value, from, to };
  }
  return null;
}

/** Reads a whole text as one percentage ("70 %", "được 70 phần trăm"), 0 to 100; else null. */
export function readPercent(text: string): number | null {
  const { folded, matches } = percentsIn(text);
  const [match] = matches;
  if (!match || matches.length > 1) return null;
  const after = folded.text.slice(match.index + match[0].length);
  if (!LEADS.test(folded.text.slice(0, match.index)) || !/^[ .!;,]*$/u.test(after)) return null;
  return findPercent(text)?.value ?? null;
}
