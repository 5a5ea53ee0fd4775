import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { readDate } from "#src/language/dates.ts";
import type { CellProblem } from "./sheet-problems.ts";

const IN_FIGURES = new Set(["numeric-day", "long-day"]);

export type DayReading = { day: CivilDate } | { problem: CellProblem };

/** A cell that must hold one day with its year, whatever the signs between the figures. */
export function readDay(cell: string, on: CivilDate, calendar: WorkCalendar): DayReading {
  const reading = readDate(cell, on, calendar);
  if (reading === null) return { problem: { kind: "not-a-date", nearest: null } };
  if (reading.kind === "impossible") {
    return { problem: { kind: "not-a-date", nearest: reading.nearest } };
  }
  if (!IN_FIGURES.has(reading.reading)) return { problem: { kind: "not-a-date", nearest: null } };
  if (reading.notes.includes("year-guessed")) return { problem: { kind: "date-without-year" } };
  return { day: reading.due };
}
