import type { CivilDate } from "#src/calendar/civil-date.ts";
import { fold } from "#src/language/fold.ts";
import type { CellReaders } from "./cell-readers.ts";
import type { Column } from "./columns.ts";
import { compareTask } from "./compare-task.ts";
import type { Agencies, RegisterTask } from "./export-rows.ts";
import { joinRow } from "./join-rows.ts";
import type { Source } from "./row-marks.ts";
import type { CellError, CellNote } from "./sheet-problems.ts";
import type { RowReading, SheetTask } from "./sheet-row.ts";

/** Where the sheet (`now`) says something else than the register has (`was`). */
export type Difference = { row: number; taskId: number; field: Column; was: string; now: string };

export type ImportPlan = {
  create: SheetTask[];
  /** Tasks that the register has already, whether or not they differ. */
  same: number;
  differences: Difference[];
  errors: CellError[];
  notes: CellNote[];
  /** Rows that are headings or remarks. */
  skipped: number[];
  /** Some rows do not say who issued their document. */
  needsIssuer: boolean;
};

type Identity = { source: Source; issuedOn: CivilDate; key: string };

const identity = ({ source, issuedOn, key }: Identity): string =>
  [
    ...(source.of === "register" ? ["", source.code] : [source.issuer ?? "", fold(source.number)]),
    issuedOn,
    key,
  ].join("\n");

/** The tasks of a sheet, rows that belong together joined, and what is wrong with the others. */
export function tasksIn(readings: readonly RowReading[]): {
  tasks: SheetTask[];
  errors: CellError[];
  skipped: number[];
} {
  const tasks = new Map<string, SheetTask>();
  const errors: CellError[] = [];
  const skipped: number[] = [];
  for (const reading of readings) {
    if (reading.kind === "skipped") skipped.push(reading.row);
    if (reading.kind === "errors") errors.push(...reading.errors);
    if (reading.kind !== "task") continue;
    const id = identity(reading.task);
    const before = tasks.get(id);
    const joined = before === undefined ? reading : joinRow(before, reading.task);
    if ("errors" in joined) errors.push(...joined.errors);
    else tasks.set(id, joined.task);
  }
  return { tasks: [...tasks.values()], errors, skipped };
}

/** Sorts the tasks of a sheet into what is new and what is known. Pure. */
export function planImport(
  { tasks, errors, skipped }: ReturnType<typeof tasksIn>,
  register: readonly RegisterTask[],
  house: { read: CellReaders; agencies: Agencies; needsIssuer: boolean },
): ImportPlan {
  const known = new Map(register.map((task) => [identity(task), task]));
  const found = tasks.map((task) => ({ task, already: known.get(identity(task)) }));
  const create = found.filter(({ already }) => already === undefined).map(({ task }) => task);
  return {
    create,
    same: tasks.length - create.length,
    differences: found.flatMap(({ task, already }) =>
      already === undefined ? [] : compareTask(task, already, house),
    ),
    errors,
    notes: create.flatMap(({ notes }) => notes),
    skipped,
    needsIssuer: house.needsIssuer,
  };
}
