// How much of a text's marked words are Vietnamese syllables: tells the encodings apart.
const VOWELS =
  "(?:[aăâ]|ai|ao|au|ay|âu|ây|[eê]|eo|êu|i|ia|iê|iêu|iu|[oôơ]|oa|oai|oay|oă|oe|oi|ôi|ơi|oo|[uư]|ua|uâ|uây|ui|uê|uô|uôi|uơ|uy|uya|uyê|uyu|ưa|ươ|ươi|ươu|ưi|ưu|y|yê|yêu|oeo|uay|uao|uă)";
const SYLLABLE = new RegExp(
  `^(?:ngh|ng|nh|ch|gh|gi|kh|ph|th|tr|qu|[bcdđghklmnpqrstvx])?${VOWELS}(?:ch|ng|nh|[cmnpt])?$`,
);

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const MOST_WORDS = 3_000;

const isSyllable = (word: string): boolean => {
  const parts = word.toLowerCase().normalize("NFD");
  return (
    (parts.match(TONES)?.length ?? 0) <= 1 &&
    SYLLABLE.test(parts.replace(TONES, "").normalize("NFC"))
  );
};

export type VietnameseShare = { marked: number; share: number };

/** Of the words that are not plain Latin, those that can be Vietnamese. */
export const vietnameseShare = (text: string): VietnameseShare => {
  let marked = 0;
  let good = 0;
  for (const [word] of text.matchAll(/[^\s.,;:()/"“”'‘’…–—?!|[\]0-9-]+/g)) {
    if (/^[\p{ASCII}•●▪+]*$/u.test(word)) continue;
    marked += 1;
    if (isSyllable(word)) good += 1;
    if (marked >= MOST_WORDS) break;
  }
  return { marked, share: marked === 0 ? 0 : good / marked };
};
