/** Folded text with the way back: folded character i came from original [starts[i], ends[i]). */
export type Folded = { text: string; starts: readonly number[]; ends: readonly number[] };

const DASH = /\p{Pd}|\u2212/u;
const SPACE = /\s/;
const MARKS = /\p{M}+/gu;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/;

const folded = new Map<string, string>();
/** Texts of this product hold some hundred different characters; strange ones are not kept. */
const MOST_KEPT = 5000;

function foldCharacter(character: string): string {
  const known = folded.get(character);
  if (known !== undefined) return known;
  const made = foldedForm(character);
  if (folded.size < MOST_KEPT) folded.set(character, made);
  return made;
}

function foldedForm(character: string): string {
  if (INVISIBLE.test(character)) return "";
  if (SPACE.test(character)) return " ";
  if (DASH.test(character)) return "-";
  const bare = character.normalize("NFD").toLowerCase().normalize("NFD").replace(MARKS, "");
  return bare.replaceAll("đ", "d");
}

/** As `fold`, keeping for each folded character the place (UTF-16 units) where it came from. */
export function foldWithMap(original: string): Folded {
  const out: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of original) {
    const end = at + character.length;
    const folded = foldCharacter(character);
    const last = out.length - 1;
    if (folded === "" && last >= 0 && out[last] !== " ") {
      // A combining mark belongs to the letter before it.
      ends[last] = end;
    } else if (folded === " ") {
      if (last >= 0 && out[last] !== " ") {
        out.push(" ");
        starts.push(at);
        ends.push(end);
      } else if (last >= 0) ends[last] = end;
    } else {
      for (const unit of folded.split("")) {
        out.push(unit);
        starts.push(at);
        ends.push(end);
      }
    }
    at = end;
  }
  if (out.at(-1) === " ") {
    out.pop();
    starts.pop();
    ends.pop();
  }
  return { text: out.join(""), starts, ends };
}

/**
 * Lower case without diacritics or đ, whatever the Unicode form; every dash is "-", every run of
 * spaces (NBSP and line breaks too) one space, none at the ends.
 */
export const fold = (text: string): string => foldWithMap(text).text;

/** Where folded [from, to) lies in the original. Empty spans are [0, 0). */
export function originalSpan(folded: Folded, from: number, to: number): [number, number] {
  if (from >= to) return [0, 0];
  return [folded.starts[from] ?? 0, folded.ends[to - 1] ?? 0];
}
