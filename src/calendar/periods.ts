import {
  addDays,
  type CivilDate,
  civilOf,
  endOfMonth,
  endOfQuarter,
  partsOf,
  quarterOf,
  startOfWeek,
} from "./civil-date.ts";

/** Days from `from` to `to`, both included. */
export type Window = { from: CivilDate; to: CivilDate };

export const inWindow = (date: CivilDate, window: Window): boolean =>
  window.from <= date && date <= window.to;

/** Monday to Sunday. */
export function weekWindow(date: CivilDate): Window {
  const from = startOfWeek(date);
  return { from, to: addDays(from, 6) };
}

export function monthWindow(year: number, month: number): Window {
  const from = civilOf(year, month, 1);
  return { from, to: endOfMonth(from) };
}

export function quarterWindow(year: number, quarter: number): Window {
  const from = civilOf(year, quarter * 3 - 2, 1);
  return { from, to: endOfQuarter(from) };
}

export const halfYearWindow = (year: number, half: 1 | 2): Window =>
  half === 1
    ? { from: civilOf(year, 1, 1), to: civilOf(year, 6, 30) }
    : { from: civilOf(year, 7, 1), to: civilOf(year, 12, 31) };

export const yearWindow = (year: number): Window => ({
  from: civilOf(year, 1, 1),
  to: civilOf(year, 12, 31),
});

export function monthWindowOf(date: CivilDate): Window {
  const { year, month } = partsOf(date);
  return monthWindow(year, month);
}

export const quarterWindowOf = (date: CivilDate): Window =>
  quarterWindow(partsOf(date).year, quarterOf(date));

export const yearWindowOf = (date: CivilDate): Window => yearWindow(partsOf(date).year);

/** 1 January up to and including `date`. */
export const yearToDate = (date: CivilDate): Window => ({
  from: civilOf(partsOf(date).year, 1, 1),
  to: date,
});
