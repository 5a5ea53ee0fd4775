import type { AgencyValue } from "#src/agencies/directory.ts";
import type { AgencyIndex } from "#src/agencies/name-index.ts";
import { type Assignees, resolveAssignees } from "#src/agencies/resolve-assignees.ts";
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { type Deadline, readDeadline } from "#src/language/deadline.ts";
import { type DocumentRef, readDocumentRef } from "#src/language/document-ref.ts";
import { datedName } from "./dated-agencies.ts";
import { type DayReading, readDay } from "./sheet-date.ts";

/** What cells are read against: values, so that reading is pure. */
export type SheetContext = {
  agenciesOn: (date: CivilDate) => AgencyIndex;
  /** All that ever were. */
  agencies: readonly AgencyValue[];
  calendar: WorkCalendar;
  /** The day of the import. */
  on: CivilDate;
};

export type CellReaders = {
  on: CivilDate;
  calendar: WorkCalendar;
  agenciesOn: (date: CivilDate) => AgencyIndex;
  /** By its name with the day on which it began or ended (dated-agencies.ts). */
  byDatedName: ReadonlyMap<string, AgencyValue>;
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

const joined = (parts: readonly Assignees[]): Assignees => ({
  agencies: parts.flatMap(({ agencies }) => agencies),
  groups: parts.flatMap(({ groups }) => groups),
  leftovers: parts.flatMap(({ leftovers }) => leftovers),
});

/** No name holds a semicolon: each piece of a list is read once, whatever stands beside it. */
function readAssignees(agenciesOn: SheetContext["agenciesOn"]): CellReaders["assignees"] {
  const piece = once((phrase, date: CivilDate) => resolveAssignees(agenciesOn(date), phrase));
  return once((phrase, date: CivilDate) => {
    const pieces = phrase.split(";").filter((each) => each.trim() !== "");
    return joined(pieces.map((each) => piece(each.trim(), date)));
  });
}

export const makeReaders = ({ agenciesOn, agencies, calendar, on }: SheetContext): CellReaders => ({
  on,
  calendar,
  agenciesOn,
  byDatedName: new Map(
    agencies
      .filter((agency) => datedName(agency) !== agency.name)
      .map((agency) => [datedName(agency), agency]),
  ),
  assignees: readAssignees(agenciesOn),
  deadline: once((phrase, at: CivilDate) => readDeadline(phrase, at, calendar)),
  day: once((cell) => readDay(cell, on, calendar)),
  document: once((cell) => readDocumentRef(cell, on)),
});
