// TD-45 names one report of progress, KQ-7 one result, PA-5 one contradiction.
import { foldWithMap, originalSpan } from "#src/language/fold.ts";

export type EntryRef = { kind: "progress"; id: bigint } | { kind: "result"; id: number };

export const formatEntry = ({ kind, id }: EntryRef): string =>
  `${kind === "progress" ? "TD" : "KQ"}-${id}`;

export const formatContradiction = (id: number): string => `PA-${id}`;

// "TD 45%" is a figure.
const CODE = /(?<![\p{L}\p{Nd}])(td|kq) ?-? ?0*(\d{1,9})(?![\p{L}\p{Nd}]| ?%)/u;

/** The first such code in a text, and the text without it; null where there is none. */
export const readEntry = (typed: string): { entry: EntryRef; rest: string } | null => {
  const text = typed.normalize("NFC");
  const folded = foldWithMap(text);
  const found = CODE.exec(folded.text);
  if (found === null) return null;
  const [from, to] = originalSpan(folded, found.index, found.index + found[0].length);
  const behind = text.slice(to).replace(/^[\s:,;.–-]+/u, "");
  const rest = `${text.slice(0, from).trim()} ${behind}`.trim();
  const entry: EntryRef =
    found[1] === "td"
      ? { kind: "progress", id: BigInt(found[2] ?? 0) }
      : { kind: "result", id: Number(found[2]) };
  return { entry, rest };
};
