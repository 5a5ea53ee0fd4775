import { fold } from "./fold.ts";

/** A run of letters, a run of digits, or one other sign; offsets are UTF-16 units of the text. */
export type Token = {
  kind: "word" | "number" | "sign";
  /** Lower case, NFC, with its diacritics. */
  accented: string;
  /** Folded. */
  bare: string;
  from: number;
  to: number;
  /** Whether a space stands before it. */
  spaced: boolean;
};

/**
 * Text ready for a grammar. When `strict`, a word with diacritics in the grammar matches only
 * that word ("ngay" is then not "ngày"); otherwise diacritics are ignored on both sides.
 */
export type Source = { text: string; tokens: readonly Token[]; strict: boolean };

const PIECE = /[\p{L}\p{M}]+|\p{Nd}+|[^\s\p{L}\p{M}\p{Nd}]/gu;

const kindOf = (piece: string): Token["kind"] =>
  /^[\p{L}\p{M}]/u.test(piece) ? "word" : /^\p{Nd}/u.test(piece) ? "number" : "sign";

// The older spelling of "quý".
const SPELLINGS = new Map([
  ["quí", "quý"],
  ["qui", "quy"],
]);

const isAccented = (word: string): boolean => word.normalize("NFC") !== fold(word);

/** Cuts a text into tokens; strict when the writer uses diacritics at all. */
export function tokenize(text: string): Source {
  const tokens: Token[] = [];
  let end = 0;
  for (const found of text.matchAll(PIECE)) {
    const [piece] = found;
    const from = found.index;
    const lower = piece.normalize("NFC").toLowerCase();
    const accented = SPELLINGS.get(lower) ?? lower;
    const bare = fold(accented);
    if (bare === "") continue;
    tokens.push({
      kind: kindOf(piece),
      accented,
      bare,
      from,
      to: from + piece.length,
      spaced: from > end,
    });
    end = from + piece.length;
  }
  const strict = tokens.some(({ kind, accented }) => kind === "word" && isAccented(accented));
  return { text, tokens, strict };
}

/** The same text with diacritics ignored, for a second try at mistyped words. */
export const leniently = (source: Source): Source => ({ ...source, strict: false });

const bareForms = new Map<string, string>();

function bareForm(word: string): string {
  const known = bareForms.get(word);
  if (known !== undefined) return known;
  const bare = fold(word);
  bareForms.set(word, bare);
  return bare;
}

/** Whether the token at `at` is this one word or sign, given with its diacritics. */
export function isWord(source: Source, at: number, word: string): boolean {
  const token = source.tokens[at];
  if (!token) return false;
  if (token.kind === "sign") return token.bare === word;
  return source.strict ? token.accented === word : token.bare === bareForm(word);
}

const splitPhrases = new Map<string, readonly string[]>();

/** Grammars ask for the same phrases at every word. */
function wordsOfPhrase(phrase: string): readonly string[] {
  const known = splitPhrases.get(phrase);
  if (known !== undefined) return known;
  const words = phrase.split(" ");
  splitPhrases.set(phrase, words);
  return words;
}

/** The position after a phrase of words at `at`, or null. */
export function afterPhrase(source: Source, at: number, phrase: string): number | null {
  let next = at;
  for (const word of wordsOfPhrase(phrase)) {
    if (!isWord(source, next, word)) return null;
    next++;
  }
  return next;
}

/** The position after the longest of the phrases that stands at `at`, or null. */
export function afterAny(source: Source, at: number, phrases: readonly string[]): number | null {
  let best: number | null = null;
  for (const phrase of phrases) {
    const next = afterPhrase(source, at, phrase);
    if (next !== null && (best === null || next > best)) best = next;
  }
  return best;
}

/** The position after an optional phrase: `at` itself where none stands. */
export const skipAny = (source: Source, at: number, phrases: readonly string[]): number =>
  afterAny(source, at, phrases) ?? at;

/** The number of a digit token of at most `digits` digits, or null. */
export function numberAt(source: Source, at: number, digits: number): number | null {
  const token = source.tokens[at];
  return token?.kind === "number" && /^\d+$/.test(token.bare) && token.bare.length <= digits
    ? Number(token.bare)
    : null;
}

/** The words of tokens [from, next) as they stand in the text. */
export const textOf = ({ text, tokens }: Source, from: number, next: number): string =>
  text.slice(tokens[from]?.from ?? text.length, tokens[next - 1]?.to ?? text.length);
