import { expansionsOf, nameWords } from "./abbreviations.ts";
import { fold } from "./fold.ts";

/** A name in the forms in which it is compared; all folded. */
export type NameForms = {
  /** Without spaces and punctuation, as typed and with abbreviations written out. */
  keys: ReadonlySet<string>;
  /** Each reading as words, abbreviations written out. */
  readings: readonly (readonly string[])[];
  words: readonly string[];
};

// What may stand before an agency's name without changing which agency it is.
const OFFICE_HOLDERS = ["giam doc", "chu tich", "thu truong", "lanh dao", "chanh", "giao"];
const BODIES = ["so", "uy ban nhan dan", "ubnd"];
// "Tỉnh" with its own accent or none: "Tĩnh Gia" is a place.
const PROVINCE = /\s+t(?:[ỉi]|i\u0309)nh(?:\s.*)?$/iu;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const LEVELS = ["huyen", "thanh pho", "thi xa", "xa", "phuong", "thi tran", "quan", "dac khu"];

export function formsOf(name: string): NameForms {
  const words = nameWords(fold(name));
  const readings = expansionsOf(words);
  const keys = new Set([words.join(""), ...readings.map((reading) => reading.join(""))]);
  keys.delete("");
  return { keys, readings, words };
}

function withoutLead(words: readonly string[], leads: readonly string[]): readonly string[] | null {
  const text = words.join(" ");
  const lead = leads.find((each) => text.startsWith(`${each} `));
  return lead === undefined ? null : words.slice(lead.split(" ").length);
}

/** The name with its diacritics, wherever in a syllable the tone mark stands ("hoà", "hòa"). */
export function accentedKey(name: string): string {
  const words =
    name
      .normalize("NFD")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{Nd}]+/gu) ?? [];
  return words
    .map((word) => word.replace(TONES, "") + (word.match(TONES)?.join("") ?? ""))
    .join(" ");
}

/** Keys of the same name with an office holder, "tỉnh …" or a bracket left out. */
export function looserKeys(name: string): Set<string> {
  const keys = new Set<string>();
  const bare = name.replace(/\([^)]*\)\s*$/, "").trim();
  const forms = [bare, bare.replace(PROVINCE, "")].flatMap((each) => formsOf(each).readings);
  for (const reading of forms) {
    const holder = withoutLead(reading, OFFICE_HOLDERS) ?? reading;
    for (const words of [reading, holder]) {
      keys.add(words.join(""));
      keys.add(words.filter((word) => word !== "va").join(""));
    }
  }
  keys.delete("");
  return keys;
}

/** The name without its kind ("Sở", "UBND huyện"), as words: what people say among themselves. */
export function bareNames(readings: NameForms["readings"]): (readonly string[])[] {
  return readings.flatMap((reading) => {
    const body = withoutLead(reading, BODIES);
    const local = withoutLead(body ?? reading, LEVELS);
    return [body, local].filter((words) => words !== null);
  });
}

/** How many letters of a reading tell it from others of its kind. */
export function tellingLength(reading: readonly string[]): number {
  const body = withoutLead(reading, BODIES) ?? reading;
  return (withoutLead(body, LEVELS) ?? body).join("").length;
}
