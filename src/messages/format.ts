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

/** In English: 1 agency, 3 agencies, 1,234 agencies; with a verb where it must agree. */
export const plural = (n: number, one: string, many: string = `${one}s`): string =>
  `${String(n).replace(/\B(?=(\d{3})+$)/g, ",")} ${n === 1 ? one : many}`;

/** What somebody typed, before another sentence: with a full stop where it has none. */
export const asSentence = (typed: string): string =>
  /[.!?…]$/.test(typed.trim()) ? typed.trim() : `${typed.trim()}.`;

/** The first of a text. Half a letter would be no text any more: the database refuses it. */
export const beginning = (text: string, most: number): string =>
  text.slice(0, most).replace(/[\uD800-\uDBFF]$/, "");

/** Whole words: of a longer text about `most` characters, and "…". */
export const shorten = (text: string, most: number): string =>
  text.length <= most ? text : `${beginning(text, most).replace(/\s+\S*$/, "")}…`;

/** For a fixed width: never longer than `most` characters, the "…" among them. */
export const clip = (text: string, most: number): string =>
  text.length <= most ? text : `${beginning(text, most - 1).trimEnd()}…`;
