// Counts automatic lists along a document, so that "1.1.", "a)" and "-" stand in the text as the
// reader of the paper sees them.
import type { ListLevel, NumberedList } from "./lists.ts";
import { writeNumber } from "./number-formats.ts";
import type { NumberRef, Styles } from "./styles.ts";

export type ListCounter = (own: NumberRef, style: string | undefined) => string;

type Counts = (number | undefined)[];

/** The glyph is often a private character of a symbol font: a bullet is a dash unless it is a plus. */
const bulletOf = (text: string): string => (text.trim() === "+" ? "+" : "-");

const levelOf = (list: NumberedList, ref: NumberRef, ancestry: readonly string[]): number => {
  if (ref.level !== undefined) return ref.level;
  for (const [at, { style }] of list.levels) {
    if (style !== undefined && ancestry.includes(style)) return at;
  }
  return 0;
};

const count = (counts: Counts, { levels }: NumberedList, at: number): void => {
  const before = counts[at];
  counts[at] = before === undefined ? (levels.get(at)?.start ?? 1) : before + 1;
  for (let above = 0; above < at; above += 1) {
    counts[above] ??= levels.get(above)?.start ?? 1;
  }
  for (let below = at + 1; below < counts.length; below += 1) {
    const restart = levels.get(below)?.restart ?? null;
    if (restart === null || (restart >= 0 && at <= restart)) counts[below] = undefined;
  }
};

const written = (counts: Counts, { levels }: NumberedList, level: ListLevel): string =>
  level.text.replace(/%([1-9])/g, (_all, digit: string) => {
    const at = Number(digit) - 1;
    const format = level.legal ? "decimal" : (levels.get(at)?.format ?? "decimal");
    return writeNumber(counts[at] ?? levels.get(at)?.start ?? 1, format);
  });

/** What stands before a paragraph, with a space behind it; "" where it is not numbered. */
export const makeListCounter = (
  lists: ReadonlyMap<string, NumberedList>,
  styles: Styles,
): ListCounter => {
  const counted = new Map<string, Counts>();
  const met = new Set<string>();
  return (own, style) => {
    const inherited = styles.numbering(style);
    const num = own.num ?? inherited.num;
    // 0 takes a number away that the style gives.
    const list = num === undefined || num === "0" ? undefined : lists.get(num);
    if (num === undefined || list === undefined) return "";
    const ref = { num, level: own.level ?? (own.num === undefined ? inherited.level : undefined) };
    const at = levelOf(list, ref, styles.ancestry(style));
    const level = list.levels.get(at);
    if (level === undefined || at > 8) return "";
    const counts = counted.get(list.list) ?? [];
    counted.set(list.list, counts);
    if (!met.has(num)) {
      met.add(num);
      for (const [place, start] of list.starts) counts[place] = start - 1;
    }
    if (level.format === "bullet") return `${bulletOf(level.text)} `;
    count(counts, list, at);
    const number = written(counts, list, level).trim();
    return number === "" ? "" : `${number} `;
  };
};
