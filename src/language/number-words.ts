import { isWord, numberAt, type Source } from "./tokens.ts";

/** A value read at a position and the position after it. */
export type Read<T> = { value: T; next: number };

const UNITS: readonly (readonly [string, number])[] = [
  ["một", 1],
  ["hai", 2],
  ["ba", 3],
  ["bốn", 4],
  ["tư", 4],
  ["năm", 5],
  ["sáu", 6],
  ["bảy", 7],
  ["bẩy", 7],
  ["tám", 8],
  ["chín", 9],
];

const TEEN_FIVE = "lăm";

function unitAt(source: Source, at: number): number | null {
  return UNITS.find(([word]) => isWord(source, at, word))?.[1] ?? null;
}

/** Spelled numbers from one to ninety-nine ("ba", "mười lăm", "hai mươi"). */
function spelledAt(source: Source, at: number): Read<number> | null {
  if (isWord(source, at, "mười")) {
    const unit = isWord(source, at + 1, TEEN_FIVE) ? 5 : unitAt(source, at + 1);
    return unit === null ? { value: 10, next: at + 1 } : { value: 10 + unit, next: at + 2 };
  }
  const first = unitAt(source, at);
  if (first === null) return null;
  if (!isWord(source, at + 1, "mươi")) return { value: first, next: at + 1 };
  const unit = isWord(source, at + 2, TEEN_FIVE) ? 5 : unitAt(source, at + 2);
  return unit === null
    ? { value: first * 10, next: at + 2 }
    : { value: first * 10 + unit, next: at + 3 };
}

/** A quantity in digits or words, up to 999. */
export function quantityAt(source: Source, at: number): Read<number> | null {
  const digits = numberAt(source, at, 3);
  return digits === null ? spelledAt(source, at) : { value: digits, next: at + 1 };
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, iiii: 4 };

/** The number of a quarter, 1 to 4, in digits, Roman numerals or words ("quý IV", "quý tư"). */
export function quarterNumberAt(source: Source, at: number): Read<number> | null {
  const token = source.tokens[at];
  if (!token) return null;
  const value = numberAt(source, at, 2) ?? ROMAN[token.bare] ?? unitAt(source, at);
  return value !== null && value >= 1 && value <= 4 ? { value, next: at + 1 } : null;
}

const MONTH_NAMES: readonly (readonly [string, number])[] = [
  ["giêng", 1],
  ["chạp", 12],
];

/** The number of a month after "tháng", in digits or words; not yet checked against 1 to 12. */
export function monthNumberAt(source: Source, at: number): Read<number> | null {
  const digits = numberAt(source, at, 2);
  if (digits !== null) return { value: digits, next: at + 1 };
  const named = MONTH_NAMES.find(([word]) => isWord(source, at, word));
  if (named) return { value: named[1], next: at + 1 };
  // Without accents "thang sau" is far oftener "tháng sau" than "tháng sáu".
  const spelled = source.tokens[at]?.accented === "sau" ? null : spelledAt(source, at);
  if (spelled === null) return null;
  // "tháng mười năm 2026": that "năm" is the year, not the five of fifteen (which is "lăm").
  const swallowed = spelled.value > 10 && isWord(source, spelled.next - 1, "năm");
  return swallowed ? { value: 10, next: spelled.next - 1 } : spelled;
}
