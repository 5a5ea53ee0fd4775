import type { AgencyIndex } from "#src/agencies/name-index.ts";
import { type Assignees, resolveAssignees } from "#src/agencies/resolve-assignees.ts";
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { type Deadline, readDeadline } from "#src/language/deadline.ts";
import { type DocumentRef, readDocumentRef } from "#src/language/document-ref.ts";
import { type DayReading, readDay } from "./sheet-date.ts";

/** What cells are read against: values, so that reading is pure. */
export type SheetContext = {
  agenciesOn: (date: CivilDate) => AgencyIndex;
  calendar: WorkCalendar;
  /** The day of the import. */
  on: CivilDate;
};

export type CellReaders = {
  on: CivilDate;
  agenciesOn: (date: CivilDate) => AgencyIndex;
  assignees: (phrase: string, on: CivilDate) => Assignees;
  deadline: (phrase: string, at: CivilDate) => Deadline;
  day: (cell: string) => DayReading;
  document: (cell: string) => DocumentRef | null;
};

/** Each wording is read once: thousands of rows share a few dates, deadlines and agencies. */
function once<Words extends string[], Value>(
  read: (...words: Words) => Value,
): (...words: Words) => Value {
  const known = new Map<string, { value: Value }>();
  return (...words) => {
    const key = words.join("\n");
    const found = known.get(key) ?? { value: read(...words) };
    known.set(key, found);
    return found.value;
  };
}

export const makeReaders = ({ agenciesOn, calendar, on }: SheetContext): CellReaders => ({
  on,
  agenciesOn,
  assignees: once((phrase, date: CivilDate) => resolveAssignees(agenciesOn(date), phrase)),
  deadline: once((phrase, at: CivilDate) => readDeadline(phrase, at, calendar)),
  day: once((cell) => readDay(cell, on, calendar)),
  document: once((cell) => readDocumentRef(cell, on)),
});
