// TD-45 names one report of progress, KQ-7 one result, PA-5 one contradiction.
import { cutWords, withoutCode } from "#src/language/cut-words.ts";

export type EntryRef = { kind: "progress"; id: bigint } | { kind: "result"; id: number };

export const formatEntry = ({ kind, id }: EntryRef): string =>
  `${kind === "progress" ? "TD" : "KQ"}-${id}`;

export const formatContradiction = (id: number): string => `PA-${id}`;

// "TD 45%" is a figure.
const CODE = /(?<![\p{L}\p{Nd}])(td|kq) ?-? ?0*(\d{1,9})(?![\p{L}\p{Nd}]| ?%)/u;

/** The first such code in a text, and the text without it; null where there is none. */
export const readEntry = (typed: string): { entry: EntryRef; rest: string } | null => {
  const cut = cutWords(typed, CODE);
  if (cut === null) return null;
  const [, kind, id] = cut.found;
  const entry: EntryRef =
    kind === "td" ? { kind: "progress", id: BigInt(id ?? 0) } : { kind: "result", id: Number(id) };
  return { entry, rest: withoutCode(cut) };
};
