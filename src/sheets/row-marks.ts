// What a row of an exported sheet says about itself in the columns that every sheet has: whose
// document it is, which period of a recurring duty, which part of a task whose agencies stand
// apart. Sheets of offices carry none of these marks and are read as they are.
import { cutWords } from "#src/language/cut-words.ts";
import { formatTaskCode } from "#src/language/task-code.ts";

/** `part` 0: the only row of its task (and period). */
export type RowMark = { key: string; occurrence: string; part: number };

const PART = /(?:^| )\(phan (\d{1,5})\)$/;
const PERIOD = /(?:^| )ky (\d{4}-(?:y|[hqmw]\d{1,2}))$/;

/** "12", "12 (phần 2)", "NV-012 kỳ 2026-Q3 (phần 1)". */
export const markCell = ({ key, occurrence, part }: RowMark): string =>
  [key, occurrence && `kỳ ${occurrence}`, part > 0 ? `(phần ${part})` : ""]
    .filter((piece) => piece !== "")
    .join(" ");

/** The numbering of a row without its marks; `key` is what is left, verbatim. */
export function readMark(cell: string): RowMark {
  if (!/\s/.test(cell)) return { key: cell, occurrence: "", part: 0 };
  const part = cutWords(cell, PART);
  const whole = part?.before ?? cell;
  const period = cutWords(whole, PERIOD);
  return {
    key: period?.before ?? whole,
    occurrence: period?.found[1]?.toUpperCase() ?? "",
    part: Number(part?.found[1] ?? 0),
  };
}

/** Who assigned the task: a document and who issued it (null: not said), or the register itself. */
export type Source =
  | { of: "document"; number: string; issuer: string | null }
  | { of: "register"; code: string };

const ISSUED = /^(.*\S)\s+\(của\s+(.*\S)\s*\)$/isu;
const CODE = /^NV-\d{3,6}(?:-\d{1,3})?$/;

/** "8/KH-UBND (của UBND tỉnh)"; a task without a document is known by its code. */
export const sourceCell = (source: Source): string => {
  if (source.of === "register") return source.code;
  return source.issuer === null ? source.number : `${source.number} (của ${source.issuer})`;
};

/** Reads what `sourceCell` writes; whatever else is a number, and says nothing of its issuer. */
export function readSource(cell: string): Source {
  if (CODE.test(cell)) return { of: "register", code: cell };
  const [, number, issuer] = ISSUED.exec(cell) ?? [];
  if (number === undefined || issuer === undefined) {
    return { of: "document", number: cell, issuer: null };
  }
  return { of: "document", number, issuer };
}

/** Made by an export: such a row says all that the register knows, and is compared as such. */
export const isExported = (source: Source): boolean =>
  source.of === "register" || source.issuer !== null;

/** A task as far as its name in sheets goes. `within`: its document, or day without a document. */
export type Keyed = { id: number; importKey: string | null; within: string };

/**
 * What each task is called in its document: as the sheet that it came from numbers it, else by its
 * code; where another register's task came in by that code, with a number behind it. `taken` are
 * the keys of all tasks, also of those that are not asked about.
 */
export function keysOf(tasks: readonly Keyed[], taken: readonly Keyed[]): Map<number, string> {
  const used = new Set(taken.map(({ within, importKey }) => `${within}\n${importKey}`));
  const free = ({ id, within }: Keyed): string => {
    const code = formatTaskCode(id);
    for (let number = 1; ; number += 1) {
      const key = number === 1 ? code : `${code}-${number}`;
      if (!used.has(`${within}\n${key}`)) return key;
    }
  };
  return new Map(tasks.map((task) => [task.id, task.importKey ?? free(task)]));
}
