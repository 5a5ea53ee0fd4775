// How figures, dates and codes are worded, the same in every message.
import { type CivilDate, partsOf } from "#src/calendar/civil-date.ts";

const two = (n: number): string => String(n).padStart(2, "0");

/** 2026-11-05 → 05/11/2026, as official documents write a date in figures. */
export const showDate = (date: CivilDate): string => {
  const { year, month, day } = partsOf(date);
  return `${two(day)}/${two(month)}/${year}`;
};

/** Hundredths of a percent → 91,67%: two decimals and a decimal comma, as indices are published. */
export const showRate = (rate: number | null): string =>
  rate === null ? "–" : `${(rate / 100).toFixed(2).replace(".", ",")}%`;

/** A change in hundredths of a percentage point: +1,25 / −0,50 / 0,00. */
export const showRateChange = (change: number): string => {
  const figure = (Math.abs(change) / 100).toFixed(2).replace(".", ",");
  if (change === 0) return figure;
  return `${change > 0 ? "+" : "−"}${figure}`;
};

/** What somebody typed, before another sentence: with a full stop where it has none. */
export const asSentence = (typed: string): string =>
  /[.!?…]$/.test(typed.trim()) ? typed.trim() : `${typed.trim()}.`;
