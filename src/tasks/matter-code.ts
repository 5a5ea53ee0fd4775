// VM-3 (vướng mắc) and GT-4 (giải trình): what is asked about an assignment, by its own code. Pure.
import { foldWithMap, originalSpan } from "#src/language/fold.ts";

export type MatterCode = { kind: "VM" | "GT"; id: number };

const CODE = /(?<![\p{L}\p{Nd}])(vm|gt) ?[-._#]? ?0*([1-9]\d{0,8})(?![\p{L}\p{Nd}/])/u;

export const formatMatter = (kind: MatterCode["kind"], id: number): string => `${kind}-${id}`;

/** The first such code in a text, and the text without it. */
export const readMatter = (text: string): (MatterCode & { rest: string }) | null => {
  const folded = foldWithMap(text);
  const found = CODE.exec(folded.text);
  if (found === null) return null;
  const [from, to] = originalSpan(folded, found.index, found.index + found[0].length);
  const rest = `${text.slice(0, from).trim()} ${text.slice(to).replace(/^[\s:,;–-]+/u, "")}`;
  return { kind: found[1] === "vm" ? "VM" : "GT", id: Number(found[2]), rest: rest.trim() };
};
