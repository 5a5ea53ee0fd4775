// "và" carries no initial, and a closing "tỉnh" is often left out.
const isSilent = (words: readonly string[], at: number): boolean =>
  words[at] === "va" || (words[at] === "tinh" && at === words.length - 1);

// Folded initials that Vietnamese writes with two letters ("SNgV", "TTr").
const DIGRAPH = /^(ch|gh|gi|kh|ng|nh|ph|qu|th|tr)/;

/** Whether the letters are the initials of words [at, …), and where each way of it may end. */
function initialEnds(letters: string, words: readonly string[], at: number): number[] {
  if (letters === "") return [at];
  const word = words[at];
  if (word === undefined) return [];
  const ends: number[] = [];
  // A word without a vowel is itself an abbreviation and is not shortened once more.
  if (!/[aeiouy]/.test(word)) return ends;
  if (letters[0] === word[0]) ends.push(...initialEnds(letters.slice(1), words, at + 1));
  const digraph = DIGRAPH.exec(word)?.[0];
  if (digraph && letters.startsWith(digraph)) {
    ends.push(...initialEnds(letters.slice(2), words, at + 1));
  }
  if (isSilent(words, at)) ends.push(...initialEnds(letters, words, at + 1));
  return ends;
}

/**
 * Whether what was typed is the name with some words replaced by their initials: "so tt tt",
 * "vpubnd tinh", "stttt" for "so thong tin va truyen thong". Both folded.
 */
export function isAbbreviationOf(typed: readonly string[], name: readonly string[]): boolean {
  const matches = (i: number, j: number): boolean => {
    const word = typed[i];
    if (word === undefined) return j >= name.length || (isSilent(name, j) && matches(i, j + 1));
    if (word === name[j] && matches(i + 1, j + 1)) return true;
    if (word.length > 1 && initialEnds(word, name, j).some((end) => matches(i + 1, end))) {
      return true;
    }
    if (isSilent(name, j) && matches(i, j + 1)) return true;
    return word === "va" && matches(i + 1, j);
  };
  return matches(0, 0);
}
