// The week that somebody names before or behind what else they typed: "sở tuần 47", "2026-W47 lý do".
import { type CivilDate, isoWeek } from "#src/calendar/civil-date.ts";
import { readReportPeriod } from "#src/language/report-period.ts";

type Asked = { period: string; rest: string };

const two = (week: number): string => String(week).padStart(2, "0");

/** Without a year the latest such week that has begun. */
const keyOf = (name: string, year: number | null, today: CivilDate): string => {
  const now = isoWeek(today);
  const latest = name <= `W${two(now.week)}` ? now.year : now.year - 1;
  return `${year ?? latest}-${name}`;
};

/** A week at the start of what was typed, and what follows it; null where none stands there. */
export const leadingWeek = (typed: string, today: CivilDate): Asked | null => {
  const read = readReportPeriod(typed, today);
  if (read === null || !read.name.startsWith("W")) return null;
  return { period: keyOf(read.name, read.year, today), rest: read.rest };
};

/** A week at the start or at the end. */
export const weekAsked = (typed: string, today: CivilDate): Asked | null => {
  const first = leadingWeek(typed, today);
  if (first !== null) return first;
  for (const { index } of typed.matchAll(/(?<=\s)\S/g)) {
    const last = leadingWeek(typed.slice(index), today);
    if (last !== null && last.rest === "") return { ...last, rest: typed.slice(0, index).trim() };
  }
  return null;
};
