// Times in the list, on the province's civil clock. Pure.
import { civilDate, clockTime, dayNumber, weekdayNumber } from "../civil.ts";
import type { Language } from "../words.ts";

const WEEKDAYS: Record<Language, readonly string[]> = {
  vi: ["CN", "T2", "T3", "T4", "T5", "T6", "T7"],
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
};

/** hh:mm today, the weekday within a week, then dd/MM, with the year where it is another one. */
export function timeLabel(moment: number, now: number, language: Language): string {
  const days = dayNumber(now) - dayNumber(moment);
  if (days === 0) return clockTime(moment);
  if (days > 0 && days < 7) return WEEKDAYS[language][weekdayNumber(moment)] ?? "";
  const [day, month, year] = civilDate(moment).split("/");
  const isThisYear = civilDate(now).endsWith(`/${year}`);
  return isThisYear ? `${day}/${month}` : `${day}/${month}/${year?.slice(2)}`;
}
