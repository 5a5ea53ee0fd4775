// What is typed behind /xuat beside the filter: which kinds of file. Pure.
import { around, cutWords } from "#src/language/cut-words.ts";
import type { SheetFormat } from "./export-sheet.ts";

const FORMATS: readonly [RegExp, SheetFormat][] = [
  [/(?<![a-z0-9])(?:file |tep |dang )?\.?(?:xlsx|excel)(?![a-z0-9])/, "xlsx"],
  [/(?<![a-z0-9])(?:file |tep |dang )?\.?csv(?![a-z0-9])/, "csv"],
];

/** The formats that are named, both where none is; `rest` is what is left. */
export function formatsAsked(typed: string): { formats: SheetFormat[]; rest: string } {
  let rest = typed;
  const named: SheetFormat[] = [];
  for (const [pattern, format] of FORMATS) {
    const cut = cutWords(rest, pattern);
    if (cut === null) continue;
    named.push(format);
    rest = around(cut);
  }
  return { formats: named.length === 0 ? ["xlsx", "csv"] : named, rest };
}
