import { type CivilDate, partsOf } from "#src/calendar/civil-date.ts";
import { monthAt } from "./english-months.ts";
import type { Read } from "./number-words.ts";
import { afterAny, isWord, numberAt, type Source } from "./tokens.ts";

const THIS_YEAR = ["năm nay", "năm này"];
const NEXT_YEAR = ["năm sau", "năm tới", "năm tiếp theo", "sang năm"];
const SEPARATORS = ["/", "-", "."];

/** A typed year: four digits, or two for this century. */
export function yearNumberAt(source: Source, at: number): Read<number> | null {
  const value = numberAt(source, at, 4);
  const digits = source.tokens[at]?.bare.length;
  if (value === null || (digits !== 4 && digits !== 2)) return null;
  return { value: digits === 2 ? 2000 + value : value, next: at + 1 };
}

/** "năm 2026", "năm nay", "năm sau": a year in words. */
export function yearInWordsAt(source: Source, at: number, today: CivilDate): Read<number> | null {
  const { year } = partsOf(today);
  const same = afterAny(source, at, THIS_YEAR);
  if (same !== null) return { value: year, next: same };
  const following = afterAny(source, at, NEXT_YEAR);
  if (following !== null) return { value: year + 1, next: following };
  if (!isWord(source, at, "năm")) return null;
  const typed = numberAt(source, at + 1, 4);
  return typed !== null && typed >= 1000 ? { value: typed, next: at + 2 } : null;
}

/**
 * "-26" and "/2026" behind a day or month. What a dash or stop sets apart by a space, or what has a
 * month of its own, is another day: "24 Nov - 28 Nov", "24 tháng 11-28/11".
 */
function yearBehindSign(source: Source, sign: number): Read<number> | null {
  const year = yearNumberAt(source, sign + 1);
  if (year === null || source.tokens[sign + 1]?.bare.length === 4) return year;
  const { next } = year;
  const apart = source.tokens[sign]?.spaced || source.tokens[sign + 1]?.spaced;
  const isDay =
    isWord(source, next, "tháng") || isWord(source, next, "/") || monthAt(source, next) > 0;
  return isDay || (apart && !isWord(source, sign, "/")) ? null : year;
}

/** The year that follows a day, month or quarter: "/2026", "-26", " năm 2026", " 2026", ", 2026". */
export function yearAfter(source: Source, at: number, today: CivilDate): Read<number> | null {
  const comma = isWord(source, at, ",") || isWord(source, at, "của") ? at + 1 : at;
  const inWords = yearInWordsAt(source, comma, today);
  if (inWords) return inWords;
  if (SEPARATORS.some((sign) => isWord(source, at, sign))) return yearBehindSign(source, at);
  const plain = numberAt(source, comma, 4);
  const isYear = plain !== null && plain >= 1900 && plain <= 2999;
  return isYear ? { value: plain, next: comma + 1 } : null;
}
