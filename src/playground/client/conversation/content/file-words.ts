// How a file is called and how big it is, as people read it.
import type { Language } from "../../words.ts";

const UNITS = ["B", "KB", "MB", "GB"] as const;

/** "1,4 MB" in Vietnamese, "1.4 MB" in English. */
export function sizeWords(bytes: number, language: Language): string {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** power;
  const digits = power > 0 && value < 10 ? 1 : 0;
  const number = value.toFixed(digits);
  return `${language === "vi" ? number.replace(".", ",") : number} ${UNITS[power]}`;
}

/** What stands on the sheet of a file: its ending, at most four letters. */
export function endingOf(name: string): string {
  const ending = /\.([\p{L}\p{N}]{1,5})$/u.exec(name)?.[1] ?? "";
  return [...ending].slice(0, 4).join("").toUpperCase();
}

/** A long name keeps its beginning and its ending: the two parts for a box that shortens. */
export function nameParts(name: string, tail = 9): [head: string, tail: string] {
  const letters = [...name];
  if (letters.length <= tail * 2) return [name, ""];
  return [letters.slice(0, -tail).join(""), letters.slice(-tail).join("")];
}
