// Times in the list, on the civil clock of Viet Nam (UTC+7 all the year). Pure.
import type { Language } from "../words.ts";

const OFFSET = 7 * 3_600_000;
const DAY = 86_400_000;
const WEEKDAYS: Record<Language, readonly string[]> = {
  vi: ["CN", "T2", "T3", "T4", "T5", "T6", "T7"],
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
};

const two = (number: number): string => String(number).padStart(2, "0");
const dayNumber = (moment: number): number => Math.floor((moment + OFFSET) / DAY);

/** hh:mm today, the weekday within a week, then dd/MM, with the year where it is another one. */
export function timeLabel(moment: number, now: number, language: Language): string {
  const civil = new Date(moment + OFFSET);
  const days = dayNumber(now) - dayNumber(moment);
  if (days === 0) return `${two(civil.getUTCHours())}:${two(civil.getUTCMinutes())}`;
  if (days > 0 && days < 7) return WEEKDAYS[language][civil.getUTCDay()] ?? "";
  const date = `${two(civil.getUTCDate())}/${two(civil.getUTCMonth() + 1)}`;
  const isThisYear = civil.getUTCFullYear() === new Date(now + OFFSET).getUTCFullYear();
  return isThisYear ? date : `${date}/${two(civil.getUTCFullYear() % 100)}`;
}
