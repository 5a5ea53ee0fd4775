import { foldWithMap, originalSpan } from "./fold.ts";

/** A task's number and where its code lies in the text, [from, to) in UTF-16 units. */
export type TaskCodeFound = { number: number; from: number; to: number };

const CODE = /(?<![\p{L}\p{Nd}#])(?:nv ?[-._#]? ?|# ?)(\d{1,6})(?![\p{L}\p{Nd}])(?!\/)/gu;

/** All task codes in a text, in order: `NV-012`, `nv12`, `NV 012`, `#12`. */
export function findTaskCodes(text: string): TaskCodeFound[] {
  const folded = foldWithMap(text);
  return [...folded.text.matchAll(CODE)]
    .map((match) => {
      const [from, to] = originalSpan(folded, match.index, match.index + match[0].length);
      return { number: Number(match[1]), from, to };
    })
    .filter(({ number }) => number > 0);
}

/** Reads a whole text as one task code; null otherwise. */
export function readTaskCode(text: string): number | null {
  const [first] = findTaskCodes(text);
  if (!first) return null;
  return text.slice(0, first.from).trim() === "" && text.slice(first.to).trim() === ""
    ? first.number
    : null;
}

/** `NV-012`; four digits and more from 1000 on. @throws RangeError unless a positive integer. */
export function formatTaskCode(number: number): string {
  if (!Number.isSafeInteger(number) || number < 1)
    throw new RangeError(`no task number: ${number}`);
  return `NV-${String(number).padStart(3, "0")}`;
}
