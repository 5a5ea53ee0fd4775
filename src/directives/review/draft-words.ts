// What somebody wants of a draft or of a reading: "hạn 30/11", "cơ quan Sở Tài chính", "tách 1",
// "ghi nhận chắc chắn". Pure.
import { cutWords } from "#src/language/cut-words.ts";
import { fold } from "#src/language/fold.ts";

/** What buttons type. */
export const CERTAIN = { words: "ghi nhận chắc chắn" };
export const ISSUED_BY = { words: "cơ quan ban hành" };

export type DraftField = "deadline" | "lead" | "coordinating" | "content" | "area";

export type DraftAsk =
  | { do: "show" }
  | { do: "right" | "drop" | "restore" | "join" }
  | { do: "split"; behind: number | null }
  /** `value` "": it is to be asked for. */
  | { do: "set"; field: DraftField; value: string };

const FIELDS: readonly (readonly [RegExp, DraftField])[] = [
  [/^(?:sua )?(?:thoi han|han chot|han|deadline|due)(?=[\s:]|$)[\s:]*/, "deadline"],
  [/^(?:sua )?(?:co quan )?(?:phoi hop|coordinating)(?=[\s:]|$)[\s:]*/, "coordinating"],
  [/^(?:sua )?(?:co quan(?: chu tri)?|chu tri|lead)(?=[\s:]|$)[\s:]*/, "lead"],
  [/^(?:sua )?(?:noi dung|content)(?=[\s:]|$)[\s:]*/, "content"],
  [/^(?:sua )?(?:linh vuc|lv|area)(?=[\s:]|$)[\s:]*/, "area"],
];

const DEEDS: Readonly<Record<string, "right" | "drop" | "restore" | "join">> = {
  dung: "right",
  "dung roi": "right",
  ok: "right",
  right: "right",
  bo: "drop",
  xoa: "drop",
  "bo qua": "drop",
  drop: "drop",
  "lay lai": "restore",
  "khoi phuc": "restore",
  restore: "restore",
  gop: "join",
  "gop voi muc sau": "join",
  join: "join",
};

/** Null: not understood. */
export const readDraftAsk = (typed: string): DraftAsk | null => {
  const said = fold(typed).replace(/[.!]+$/, "");
  if (said === "") return { do: "show" };
  const deed = Object.hasOwn(DEEDS, said) ? DEEDS[said] : undefined;
  if (deed !== undefined) return { do: deed };
  const split = /^(?:tach|split)(?: (?:sau )?(?:phan )?(\d{1,3}))?$/.exec(said);
  if (split !== null) {
    return { do: "split", behind: split[1] === undefined ? null : Number(split[1]) };
  }
  for (const [words, field] of FIELDS) {
    const cut = cutWords(typed, words);
    if (cut !== null) return { do: "set", field, value: cut.behind };
  }
  return null;
};

export type ReadingAsk =
  | { do: "register"; which: "certain" | "all" }
  | { do: "drop" }
  | { do: "head"; value: string };

/** What is wanted of a reading as a whole; anything else is about its head. */
export const readReadingAsk = (typed: string): ReadingAsk | null => {
  const said = fold(typed).replace(/[.!]+$/, "");
  if (said === "") return null;
  if (/^(?:ghi nhan|register)(?: tat ca| all)?$/.test(said))
    return { do: "register", which: "all" };
  if (/^(?:ghi nhan|register)\b.*\b(?:chac chan|certain)$/.test(said)) {
    return { do: "register", which: "certain" };
  }
  if (/^(?:bo|xoa|dung|drop)(?: van ban| lan doc nay)?$/.test(said)) return { do: "drop" };
  return { do: "head", value: typed.trim() };
};
