// Between the messages of two days stands which day it is.
import { civilDate, weekday } from "../../panels/civil.ts";
import type { Language } from "../../words.ts";

const AHEAD_SECONDS = 7 * 3600;
const DAY_SECONDS = 86_400;

/** The number of the civil day on which a moment lies; consecutive days differ by one. */
export const dayNumber = (unixSeconds: number): number =>
  Math.floor((unixSeconds + AHEAD_SECONDS) / DAY_SECONDS);

const NEAR = {
  vi: ["Hôm nay", "Hôm qua"],
  en: ["Today", "Yesterday"],
} as const;

/** "Hôm nay", "Hôm qua", "Thứ Hai, 23/11/2026". */
export function dayLabel(day: number, today: number, language: Language): string {
  const near = NEAR[language][today - day];
  if (near !== undefined) return near;
  const noon = (day * DAY_SECONDS + DAY_SECONDS / 2 - AHEAD_SECONDS) * 1000;
  return `${weekday(noon, language)}, ${civilDate(noon)}`;
}
