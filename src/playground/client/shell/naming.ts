// Names in the list: initials, and finding without accents. Pure.
import { folded } from "../conversation/fold.ts";

const firstSign = (word: string): string => word.match(/[\p{L}\p{N}]/u)?.[0]?.toUpperCase() ?? "";

/** Of the first and the last word: "Nguyễn Văn An" → "NA"; "•" where there is no letter at all. */
export function initials(name: string): string {
  const signs = name
    .normalize("NFC")
    .split(/[\s–—-]+/u)
    .map(firstSign)
    .filter((sign) => sign !== "");
  const first = signs[0];
  if (first === undefined) return "•";
  const last = signs.length > 1 ? signs.at(-1) : undefined;
  return first + (last ?? "");
}

/** Each word of what is sought stands somewhere in the text. */
export const finds = (sought: string, text: string): boolean => {
  const where = folded(text);
  return folded(sought)
    .split(/\s+/u)
    .every((word) => where.includes(word));
};
