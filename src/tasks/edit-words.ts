// What somebody typed behind /sua NV-012: which fields get which words, and why. Nothing is
// interpreted yet. Pure.
import { FIELD_WORDS, type FieldKey } from "#src/language/field-words.ts";
import { splitFields } from "#src/language/fields.ts";
import { fold, foldWithMap, originalSpan } from "#src/language/fold.ts";

export const editKeys = [
  "content",
  "deadline",
  "area",
  "deliverable",
  "leader",
  "document",
  "clause",
  "note",
  "restricted",
] as const satisfies readonly FieldKey[];

export type EditKey = (typeof editKeys)[number];
export type EditTexts = Partial<Record<EditKey, string>>;

export type EditSaid = {
  texts: EditTexts;
  /** The words of the document that show what was misread. */
  reason: string;
  /** What belongs to no field. */
  unread: string;
};

/** How each field is named in a command of ours. */
export const editWords: Record<EditKey, string> = {
  content: "noi dung",
  deadline: "han",
  area: "linh vuc",
  deliverable: "san pham",
  leader: "lanh dao",
  document: "van ban",
  clause: "muc",
  note: "ghi chu",
  restricted: "han che",
};

const isEditKey = (key: FieldKey): key is EditKey =>
  (editKeys as readonly FieldKey[]).includes(key);

/** A text that is the name of a field and nothing else: "nội dung", "hạn:". */
export const readFieldName = (text: string): EditKey | null => {
  const name = fold(text)
    .replace(/[\s:=]+$/, "")
    .trim();
  const key = FIELD_WORDS.find(([word]) => word === name)?.[1];
  return key !== undefined && isEditKey(key) ? key : null;
};

const tidy = (text: string): string => text.replace(/^[\s,;:–-]+|[\s,;:–-]+$/gu, "");

const REASON = /(?:^|[;\n]|, )\s*ly do(?:\s*[:=]\s*|\s+)/u;
const REASON_OF_DATE = /[\s,;]+(?:theo|can cu|ly do|vi|do)(?![\p{L}\p{Nd}])[\s:]*/u;

const cutAt = (text: string, pattern: RegExp): { before: string; behind: string } | null => {
  // Line breaks part fields: keep them apart from ordinary spaces while folding.
  const folded = foldWithMap(text.replaceAll("\n", ";"));
  const found = pattern.exec(folded.text);
  if (found === null) return null;
  const [from, to] = originalSpan(folded, found.index, found.index + found[0].length);
  return { before: text.slice(0, from), behind: tidy(text.slice(to)) };
};

/** A new deadline, and why: "30/11 theo Công văn 45/UBND-NC". */
export const readDeadlineEdit = (typed: string): { deadline: string; reason: string } => {
  const bare = typed.normalize("NFC").replace(/^(thời hạn|hạn|thoi han|han)\s*:?\s+/iu, "");
  const cut = cutAt(bare, REASON_OF_DATE);
  return cut === null
    ? { deadline: bare.trim(), reason: "" }
    : { deadline: tidy(cut.before), reason: cut.behind };
};

/** "nội dung Rà soát …" at the very beginning needs no colon: a field is expected there. */
const withColon = (text: string): string => {
  const found = /^(n[oộ]i dung)(?!\s*[:=])\s+(?=\S)/iu.exec(text);
  return found === null ? text : `${found[1]}: ${text.slice(found[0].length)}`;
};

export const readEdit = (typed: string): EditSaid => {
  const text = typed.normalize("NFC").trim();
  const why = cutAt(text, REASON);
  const split = splitFields(`;${withColon(why === null ? text : why.before)}`);
  const texts: EditTexts = {};
  let reason = why?.behind ?? "";
  const dated = split.fields.some(({ key }) => key === "deadline");
  const unread = [split.head.text, split.body.text].map(tidy);
  for (const { key, keyword, value } of split.fields) {
    // "hạn 30/11; theo 45/UBND-NC" names the reason, "văn bản: 45/UBND-NC" another document.
    if (key === "document" && dated && fold(keyword.text) === "theo") {
      reason = reason === "" ? value.text : reason;
    } else if (key === "deadline") {
      const said = readDeadlineEdit(value.text);
      texts.deadline = said.deadline;
      reason = reason === "" ? said.reason : reason;
    } else if (isEditKey(key)) texts[key] = value.text;
    else unread.push(`${keyword.text} ${value.text}`);
  }
  return { texts, reason, unread: unread.filter((part) => part !== "").join("; ") };
};

const EMPTY = new Set(["bo trong", "de trong", "trong", "xoa", "xoa bo", "none", "empty", "-"]);

/** "bỏ trống": the field is to hold nothing. */
export const isCleared = (typed: string): boolean => EMPTY.has(fold(typed).trim());
