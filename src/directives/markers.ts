// What an item of an outline begins with: "II.", "Điều 3.", "1.2.", "a)", "-", "+", "- +".

/** From the widest to the narrowest, as offices nest them. */
export type MarkerKind =
  | "part"
  | "roman"
  | "upper"
  | "article"
  | "number"
  | "decimal"
  | "bracket"
  | "letter"
  | "dash"
  | "plus"
  | "dot";

/** `label`: what a clause is called by ("II", "1.2", "a"); `length`: characters up to the text. */
export type Marker = {
  kind: MarkerKind;
  label: string;
  /** Its place among its siblings, from 1; null where the marker does not tell. */
  ordinal: number | null;
  /** Of "1.2.3" three; 1 for all others. */
  depth: number;
  length: number;
};

const LETTERS = "abcdđeghiklmnopqrstuvxy";
const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

function romanValue(roman: string): number {
  let value = 0;
  for (let at = 0; at < roman.length; at++) {
    const here = ROMAN[roman[at] ?? ""] ?? 0;
    value += here < (ROMAN[roman[at + 1] ?? ""] ?? 0) ? -here : here;
  }
  return value;
}

type Form = readonly [MarkerKind, RegExp, (label: string) => number | null];

const none = (): null => null;
const plain = (label: string): number => Number(label);

const FORMS: readonly Form[] = [
  [
    "part",
    /^(?:phần|chương|mục)\s+(?:thứ\s+)?([ivxlc]+|\d{1,2}|nhất|hai|ba|tư|bốn|năm)\b\s*[.:)]?\s*/iu,
    none,
  ],
  ["article", /^điều\s+(\d{1,3}[a-zđ]?)\s*[.:]\s*/iu, (label) => Number.parseInt(label, 10)],
  ["decimal", /^(\d{1,2}(?:\.\d{1,2}){1,4})(?:[.)/:-]|(?=\s))\s*(?=[\p{L}"“(]|\d{1,3}\s?%)/u, none],
  ["number", /^(\d{1,2})\s?[.)/](?:\s+|(?=\p{Lu}))(?=[\p{L}"“(\d])/u, plain],
  ["number", /^(\d{1,2})\s?[-–]\s+(?=\p{Lu}\p{L})/u, plain],
  ["number", /^(?:khoản|câu|nhiệm vụ|nhóm nhiệm vụ)\s+(\d{1,2})[.:]\s+(?=\p{L})/iu, plain],
  [
    "bracket",
    /^\((\d{1,2}|[ivx]{1,4})\)\s*/u,
    (label) => Number(label) || romanValue(label.toUpperCase()),
  ],
  ["roman", /^([IVX]{1,5})\s?[.)/:–-](?:\s+|(?=\p{Lu}))(?=[\p{L}"“])/u, romanValue],
  ["upper", /^([A-HK])[.)/]\s*(?=\p{Lu})/u, (label) => label.charCodeAt(0) - 64],
  ["letter", /^([a-zđ]\d?)\s?\)\s*(?=\S)/u, (label) => LETTERS.indexOf(label.charAt(0)) + 1],
  ["letter", /^([a-zđ])[./-]\s+(?=\p{Lu})/u, (label) => LETTERS.indexOf(label) + 1],
  ["plus", /^(?:[-–—−]\s*)?\+\s*(?=\S)/u, none],
  ["dash", /^[-–—−]\s*(?=[\p{L}\d"“(%])/u, none],
  ["dot", /^(?:[•●▪■◦*·§➢►✓✔→]|o(?=\s+\p{Lu}))\s*(?=\S)/u, none],
];

/** The marker that a line begins with, or null. */
export function markerOf(text: string): Marker | null {
  for (const [kind, pattern, ordinalOf] of FORMS) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const label = (found[1] ?? "").normalize("NFC");
    return {
      kind,
      label,
      ordinal: ordinalOf(label),
      depth: kind === "decimal" ? label.split(".").length : 1,
      length: found[0].length,
    };
  }
  return null;
}

export const isBullet = ({ kind }: Marker): boolean =>
  kind === "dash" || kind === "plus" || kind === "dot";
