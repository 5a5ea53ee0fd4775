import { nameWords } from "./abbreviations.ts";
import { fold } from "./fold.ts";

export type FieldKey =
  | "content"
  | "deadline"
  | "coordinating"
  | "area"
  | "leader"
  | "deliverable"
  | "document"
  | "clause"
  | "note"
  | "restricted";

const WORDS: Readonly<Record<FieldKey, readonly string[]>> = {
  content: ["noi dung"],
  restricted: ["han che"],
  deadline: [
    "thoi han hoan thanh",
    "thoi han",
    "han hoan thanh",
    "han chot",
    "han",
    "deadline",
    "due",
  ],
  coordinating: ["don vi phoi hop", "co quan phoi hop", "phoi hop", "ph"],
  area: ["linh vuc", "lv"],
  leader: ["lanh dao phu trach", "lanh dao", "ld"],
  deliverable: ["san pham", "sp"],
  document: ["can cu", "van ban", "theo", "vb"],
  clause: ["dieu", "muc", "khoan"],
  note: ["ghi chu"],
};

/** Folded keywords with their fields, the longest first. */
export const FIELD_WORDS: readonly (readonly [string, FieldKey])[] = (
  Object.entries(WORDS) as [FieldKey, readonly string[]][]
)
  .flatMap(([key, words]) => words.map((word) => [word, key] as const))
  .sort((a, b) => b[0].length - a[0].length);

/** Fields that are only there or not. */
export const flagKeys: ReadonlySet<FieldKey> = new Set(["restricted"]);

const FLAG_WORDS: Readonly<Record<string, boolean>> = {
  co: true,
  yes: true,
  khong: false,
  ko: false,
  "khong co": false,
  no: false,
  bo: false,
};

/** "hạn chế: không" takes the flag away; the word alone, or with "có", sets it. */
export const flagSet = (value: string): boolean => {
  const said = fold(value);
  return Object.hasOwn(FLAG_WORDS, said) ? (FLAG_WORDS[said] ?? true) : true;
};

const CLAUSE = /^(\d+|[ivx]+|[a-zđ])([.,)/\s]|$)/u;

/**
 * Whether a keyword with this folded value opens a field rather than goes on with the sentence:
 * "theo dõi", "điều chỉnh", "hạn chế tồn tại" and "văn bản hướng dẫn" are content. A colon after
 * the keyword settles it.
 */
export function isPlausible(
  key: FieldKey,
  word: string,
  value: string,
  hasColon: boolean,
): boolean {
  if (flagKeys.has(key)) return nameWords(value).length === 0 || Object.hasOwn(FLAG_WORDS, value);
  if (hasColon) return true;
  // "; nội dung báo cáo gồm …" goes on with the sentence.
  if (key === "content") return false;
  if (key === "document") return word === "vb" || /\d/u.test(value);
  return key !== "clause" || CLAUSE.test(value);
}
