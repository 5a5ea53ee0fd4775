// The province's civil time: Việt Nam is seven hours ahead of UTC all the year round.
import type { Language } from "./words.ts";

const AHEAD_MS = 7 * 3_600_000;
export const DAY_MS = 86_400_000;

const WEEKDAYS: Record<Language, readonly string[]> = {
  vi: ["Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"],
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
};

const two = (part: number): string => String(part).padStart(2, "0");

const shifted = (epochMs: number): Date => new Date(epochMs + AHEAD_MS);

/** 0 is Sunday. */
export const weekdayNumber = (epochMs: number): number => shifted(epochMs).getUTCDay();

export const weekday = (epochMs: number, language: Language): string =>
  WEEKDAYS[language][weekdayNumber(epochMs)] ?? "";

/** The number of the civil day on which a moment lies; consecutive days differ by one. */
export const dayNumber = (epochMs: number): number => Math.floor((epochMs + AHEAD_MS) / DAY_MS);

/** The middle of the day with this number. */
export const noonOf = (day: number): number => day * DAY_MS + DAY_MS / 2 - AHEAD_MS;

/** 07:31 */
export function clockTime(epochMs: number): string {
  const at = shifted(epochMs);
  return `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

/** 07:31:05: behind the glass seconds tell the order. */
export const clockSeconds = (epochMs: number): string =>
  `${clockTime(epochMs)}:${two(shifted(epochMs).getUTCSeconds())}`;

/** 23/11/2026 */
export function civilDate(epochMs: number): string {
  const at = shifted(epochMs);
  return `${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${at.getUTCFullYear()}`;
}

/** Thứ Hai, 23/11/2026 · 07:31 */
export const fullMoment = (epochMs: number, language: Language): string =>
  `${weekday(epochMs, language)}, ${civilDate(epochMs)} · ${clockTime(epochMs)}`;

/** Thứ Hai 23/11, 07:31: where the year goes without saying. */
export const shortMoment = (epochMs: number, language: Language): string =>
  `${weekday(epochMs, language)} ${civilDate(epochMs).slice(0, 5)}, ${clockTime(epochMs)}`;

export const isWeekend = (epochMs: number): boolean => {
  const day = weekdayNumber(epochMs);
  return day === 0 || day === 6;
};

/** The first weekday that is at least so many days later. */
export function weekdayAhead(epochMs: number, days: number): number {
  const from = epochMs + days * DAY_MS;
  const late = [0, 1, 2].find((more) => !isWeekend(from + more * DAY_MS)) ?? 0;
  return from + late * DAY_MS;
}

/** Epoch ms of the next full minute of the civil clock: when its face changes. */
export const nextMinute = (epochMs: number): number => (Math.floor(epochMs / 60_000) + 1) * 60_000;
