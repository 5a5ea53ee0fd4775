// The stamp of a secret document: a line of its own in the head that holds nothing else. A sentence
// that speaks of secrets ("bí mật nhà nước", "trừ hồ sơ mật") is none.
export type SecrecyStamp = "MẬT" | "TỐI MẬT" | "TUYỆT MẬT";

const HEAD_CHARACTERS = 6_000;
const HEAD_LINES = 60;

const STAMPS: Readonly<Record<string, SecrecyStamp>> = {
  MAT: "MẬT",
  TOIMAT: "TỐI MẬT",
  TUYETMAT: "TUYỆT MẬT",
};

const LABEL = /^(DAUCHI|DONGDAU|DAU)?(MUCDO|DO|CAPDO)MAT/;

/** Letters without marks, so that NFD and what a scanner makes of Ậ are read alike. */
const lettersOf = (line: string): string =>
  line
    .normalize("NFD")
    .replace(/[^\p{L}]/gu, "")
    .replace(/[đĐ]/g, "D");

const stampOf = (line: string): SecrecyStamp | null => {
  const letters = lettersOf(line);
  if (/\d/.test(line)) return null;
  if (letters.length < 3 || letters.length > 40) return null;
  const capitals = letters.toUpperCase();
  const labelled = capitals.replace(LABEL, "");
  if (labelled !== capitals) return STAMPS[labelled] ?? null;
  // Without its label a stamp is in capitals, and no part of a sentence: "mật."
  return letters === capitals ? (STAMPS[capitals] ?? null) : null;
};

/** Null where the head of the text carries no stamp. */
export const secrecyOf = (text: string): SecrecyStamp | null => {
  const lines = text
    .slice(0, HEAD_CHARACTERS)
    .split(/\r\n|\r|\n|\t+|[ \u00a0]{3,}/)
    .filter((line) => line.trim() !== "")
    .slice(0, HEAD_LINES);
  for (const line of lines) {
    const stamp = stampOf(line);
    if (stamp !== null) return stamp;
  }
  return null;
};
