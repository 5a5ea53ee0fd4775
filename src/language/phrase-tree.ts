// Many phrases, looked for at once: a tree of folded words in which the longest one wins.
import { fold } from "./fold.ts";
import type { Source } from "./tokens.ts";

type Node<T> = { next: Map<string, Node<T>>; value: T | undefined };

/** What stands between the words of a name without being one of them. */
const LOOSE = new Set([",", "-", "&", "va", "."]);

export type PhraseTree<T> = {
  /** The longest phrase at a token, and the token behind it; null where none stands there. */
  at: (source: Source, at: number) => { value: T; next: number } | null;
};

const wordsOf = (phrase: string): string[] =>
  (fold(phrase).match(/[\p{L}\p{M}]+|\p{Nd}+|[^\s\p{L}\p{M}\p{Nd}]/gu) ?? []).filter(
    (word) => !LOOSE.has(word),
  );

/**
 * Makes a tree of phrases. Diacritics, commas, dashes, "và" and "&" make no difference: "Lao động,
 * Thương binh & Xã hội" is "Lao động - Thương binh và Xã hội".
 */
export function makePhraseTree<T>(entries: readonly (readonly [string, T])[]): PhraseTree<T> {
  const root: Node<T> = { next: new Map(), value: undefined };
  for (const [phrase, value] of entries) {
    let node = root;
    for (const word of wordsOf(phrase)) {
      const child = node.next.get(word) ?? { next: new Map(), value: undefined };
      node.next.set(word, child);
      node = child;
    }
    node.value ??= value;
  }

  const at = ({ tokens }: Source, start: number) => {
    let best: { value: T; next: number } | null = null;
    let node: Node<T> | undefined = root;
    for (let place = start; ; ) {
      // At most two loose signs between two words: ", &".
      for (let skipped = 0; place > start && skipped < 2; skipped++) {
        const loose = tokens[place]?.bare;
        if (loose === undefined || !LOOSE.has(loose) || node.next.has(loose)) break;
        place++;
      }
      node = node.next.get(tokens[place]?.bare ?? "");
      if (node === undefined) return best;
      place++;
      if (node.value !== undefined) best = { value: node.value, next: place };
    }
  };
  return { at };
}
