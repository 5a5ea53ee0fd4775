/** Abbreviations in names of agencies, folded; a word may have several readings. */
const EXPANSIONS: Readonly<Record<string, readonly string[]>> = {
  ubnd: ["uy ban nhan dan"],
  hdnd: ["hoi dong nhan dan"],
  vp: ["van phong"],
  vpub: ["van phong uy ban nhan dan"],
  vpubnd: ["van phong uy ban nhan dan"],
  tp: ["thanh pho"],
  tx: ["thi xa"],
  tt: ["thi tran", "trung tam"],
  h: ["huyen"],
  x: ["xa"],
  p: ["phuong", "phong"],
  q: ["quan"],
  s: ["so"],
  bql: ["ban quan ly"],
  kkt: ["khu kinh te"],
  kcn: ["khu cong nghiep"],
  bcd: ["ban chi dao"],
  ttr: ["thanh tra"],
  t: ["tinh"],
  ca: ["cong an"],
  cat: ["cong an tinh"],
  pgd: ["phong giao duc"],
};

const MAX_READINGS = 8;

/** Folded words of a name, "&" and punctuation dropped. */
export const nameWords = (folded: string): string[] => folded.match(/[\p{L}\p{Nd}]+/gu) ?? [];

/** The words with their abbreviations written out, in each possible reading (at most 8). */
export function expansionsOf(words: readonly string[]): string[][] {
  let readings: string[][] = [[]];
  for (const word of words) {
    const options = Object.hasOwn(EXPANSIONS, word) ? (EXPANSIONS[word] ?? [word]) : [word];
    readings = readings
      .flatMap((reading) => options.map((option) => [...reading, ...option.split(" ")]))
      .slice(0, MAX_READINGS);
  }
  return readings;
}
