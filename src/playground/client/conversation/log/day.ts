// Between the messages of two days stands which day it is.
import { civilDate, dayNumber as dayOf, noonOf, weekday } from "../../civil.ts";
import type { Language } from "../../words.ts";

/** The civil day of a message's date. */
export const dayNumber = (unixSeconds: number): number => dayOf(unixSeconds * 1000);

const NEAR = {
  vi: ["Hôm nay", "Hôm qua"],
  en: ["Today", "Yesterday"],
} as const;

/** "Hôm nay", "Hôm qua", "Thứ Hai, 23/11/2026". */
export function dayLabel(day: number, today: number, language: Language): string {
  const near = NEAR[language][today - day];
  if (near !== undefined) return near;
  const noon = noonOf(day);
  return `${weekday(noon, language)}, ${civilDate(noon)}`;
}
