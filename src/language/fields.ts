import { FIELD_WORDS, type FieldKey, flagKeys, isPlausible } from "./field-words.ts";
import { foldWithMap, originalSpan } from "./fold.ts";

/** Verbatim text and where it lies, [from, to) in UTF-16 units. */
export type Span = { text: string; from: number; to: number };

/** `keyword` as typed; `value` without outer spaces, empty for a flag. */
export type Field = { key: FieldKey; keyword: Span; value: Span };

/** `head` is what stands before the first colon (the agencies), `body` what follows it. */
export type SplitFields = { head: Span; body: Span; fields: Field[] };

type Opening = { key: FieldKey; at: number; keyword: Span; valueFrom: number };

const OPENER = /[;\n]/gu;
const COLON = ":";

function trimmed(text: string, from: number, to: number): Span {
  const raw = text.slice(from, to);
  const lead = raw.length - raw.trimStart().length;
  const cut = raw.trim().replace(/[;\s]+$/u, "");
  return {
    text: cut,
    from: from + (cut === "" ? 0 : lead),
    to: from + (cut === "" ? 0 : lead + cut.length),
  };
}

/** The field keyword that opens the stretch [from, to), if any. */
function openingAt(text: string, at: number, from: number, to: number): Opening | null {
  const folded = foldWithMap(text.slice(from, to));
  for (const [word, key] of FIELD_WORDS) {
    if (!folded.text.startsWith(word)) continue;
    const rest = folded.text.slice(word.length);
    if (/^[\p{L}\p{Nd}]/u.test(rest)) continue;
    const [start, end] = originalSpan(folded, 0, word.length);
    const sign = /^\s*[:=]/u.exec(text.slice(from + end, to));
    const value = rest.replace(/^\s*[:=]\s*/u, "").trim();
    // A new line is ordinary in a body: there a field needs its colon, or to be a flag.
    if (text[at] === "\n" && !sign && !flagKeys.has(key)) continue;
    // Shorter keywords are not tried: "hạn chế tồn tại" is no deadline either.
    if (!isPlausible(key, word, value, sign !== null)) return null;
    const keyword = trimmed(text, from + start, from + end);
    return { key, at, keyword, valueFrom: from + end + (sign?.[0].length ?? 0) };
  }
  return null;
}

function openingsOf(text: string): Opening[] {
  const marks = [...text.matchAll(OPENER)].map(({ index }) => index);
  return marks
    .map((at, i) => openingAt(text, at, at + 1, marks[i + 1] ?? text.length))
    .filter((opening) => opening !== null);
}

/**
 * Splits `agencies: content; field value; field value`. Fields open with ";" (or a new line) and a
 * keyword, in any order, with or without accents; a ";" before any other word belongs to where it
 * stands. Nothing is lost: whatever is in no span is a separator or a space.
 */
export function splitFields(text: string): SplitFields {
  const openings = openingsOf(text);
  const end = openings[0]?.at ?? text.length;
  const colon = text.slice(0, end).indexOf(COLON);
  const headEnd = colon < 0 ? end : colon;
  const fields = openings.map(({ key, keyword, valueFrom }, i) => ({
    key,
    keyword,
    value: trimmed(text, valueFrom, openings[i + 1]?.at ?? text.length),
  }));
  return {
    head: trimmed(text, 0, headEnd),
    body: trimmed(text, colon < 0 ? end : colon + 1, end),
    fields,
  };
}

/** The last value given for a field, or null. */
export const fieldValue = (split: SplitFields, key: FieldKey): Span | null =>
  split.fields.findLast((field) => field.key === key)?.value ?? null;
