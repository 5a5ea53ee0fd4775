// Small questions about what stands around a token.
import { afterAny, afterPhrase, isWord, type Source } from "./tokens.ts";

/** Whether one of the phrases ends right before a token. */
export const wordsBefore = (source: Source, at: number, phrases: readonly string[]): boolean =>
  phrases.some((phrase) => afterPhrase(source, at - phrase.split(" ").length, phrase) === at);

/** Whether one of the phrases stands within so many tokens before a token, in the same sentence. */
export function lookBack(
  source: Source,
  at: number,
  tokens: number,
  phrases: readonly string[],
): boolean {
  for (let place = at - 1; place >= 0 && place >= at - tokens; place--) {
    if (isWord(source, place, ";") || isWord(source, place, ".")) return false;
    if (phrases.some((phrase) => afterPhrase(source, place, phrase) !== null)) return true;
  }
  return false;
}

const OPENING = [".", ";", ":", ",", "+", "•", "*", "!", "”", '"'];
const LEADING = [
  "đồng thời",
  "riêng",
  "phấn đấu",
  "trong đó",
  "trước mắt",
  "đảm bảo",
  "bảo đảm",
  "theo đó",
  "mục tiêu",
  "cụ thể",
];

/** Whether a clause begins at a token: after a sign, a bullet, or a word that leads into one. */
export function opensClause(source: Source, at: number): boolean {
  if (at === 0) return true;
  if (OPENING.some((sign) => isWord(source, at - 1, sign))) return true;
  if (isWord(source, at - 1, "-")) return source.tokens[at]?.spaced === true && at === 1;
  return wordsBefore(source, at, LEADING);
}

/** Whether one of the phrases begins at one of tokens [from, next). */
export function standsWithin(
  source: Source,
  from: number,
  next: number,
  phrases: readonly string[],
): boolean {
  for (let at = from; at < next; at++) if (afterAny(source, at, phrases) !== null) return true;
  return false;
}

const STOPS = [";", "."];
const LONGEST_STRETCH = 120;

/** The ends of the stretch between full stops and semicolons that holds a token. */
export function stretchOf(source: Source, at: number): { from: number; next: number } {
  const stop = (place: number) => STOPS.some((sign) => isWord(source, place, sign));
  let from = at;
  while (from > Math.max(0, at - LONGEST_STRETCH) && !stop(from - 1)) from--;
  let next = at;
  const last = Math.min(source.tokens.length, at + LONGEST_STRETCH);
  while (next < last && !stop(next)) next++;
  return { from, next };
}
