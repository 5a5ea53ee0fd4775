// What an edit changes, from what to what; and which assignments a corrected deadline is about. Pure.
import type { AssignmentState } from "#prisma/generated/enums.ts";
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { type Deadline, readDeadline } from "#src/language/deadline.ts";
import { flagSet } from "#src/language/field-words.ts";
import { readReformArea, reformArea } from "#src/language/reform-area.ts";
import { type EditKey, type EditTexts, editKeys, isCleared } from "./edit-words.ts";
import { isNothing } from "./task-draft.ts";

export type TaskField = Exclude<EditKey, "deadline">;

/** The wording of a task as it is shown. */
export type TaskWording = Record<Exclude<TaskField, "restricted">, string | null> & {
  restricted: boolean;
};

export type FieldChange = { field: TaskField; from: string | null; to: string | null };

export const YES = "yes";
const NO = "no";

const newValue = (field: TaskField, typed: string): string | null => {
  if (field === "restricted") return flagSet(typed) ? YES : NO;
  if (field !== "content" && isCleared(typed)) return null;
  const area = field === "area" ? readReformArea(typed) : null;
  return area === null ? typed.trim() : reformArea(area).name;
};

/** Fields whose new words differ from the old; what was typed as it stood is no change. */
export const fieldChanges = (wording: TaskWording, texts: EditTexts): FieldChange[] =>
  editKeys.flatMap((field): FieldChange[] => {
    const typed = texts[field];
    if (field === "deadline" || typed === undefined) return [];
    const from = field === "restricted" ? (wording.restricted ? YES : NO) : wording[field];
    const to = newValue(field, typed);
    return from === to || (field === "content" && to === "") ? [] : [{ field, from, to }];
  });

/**
 * A corrected deadline as it is meant: without a year it is that of the day on which the task was
 * registered, where this year's is past. "không": there is none.
 */
export const readCorrection = (
  typed: string,
  { today, registeredOn }: { today: CivilDate; registeredOn: CivilDate },
  calendar: WorkCalendar,
): Deadline => {
  const said = isNothing(typed) || isCleared(typed) ? "" : typed;
  const read = readDeadline(said, today, calendar);
  if (!read.reasons.includes("next-year-taken")) return read;
  const then = readDeadline(said, registeredOn, calendar);
  return then.dueOn !== null && !then.reasons.includes("next-year-taken") ? then : read;
};

type Row = {
  id: number;
  agencyId: number;
  occurrence: string;
  state: AssignmentState;
  dueOn: CivilDate | null;
  kind: string;
  boundary: string | null;
};

const GONE: readonly AssignmentState[] = ["cancelled", "transferred"];

/**
 * Of each agency the assignment that a deadline is about: where it has periods, a day is that of
 * the period under way and a frequency that of the duty itself.
 */
export const rowsOfDeadline = <R extends Row>(
  rows: readonly R[],
  deadline: Pick<Deadline, "kind">,
  currentOf: (rows: readonly R[]) => R | undefined,
): R[] => {
  const live = rows.filter(({ state }) => !GONE.includes(state));
  const agencies = [...new Set(live.map(({ agencyId }) => agencyId))];
  return agencies.flatMap((agencyId) => {
    const own = live.filter((row) => row.agencyId === agencyId);
    const duty = own.find(({ occurrence }) => occurrence === "");
    const row = deadline.kind === "recurrence" ? duty : currentOf(own);
    return row === undefined ? [] : [row];
  });
};

/** Does the deadline differ from what the assignment has? */
export const differs = (row: Row, deadline: Deadline): boolean =>
  row.dueOn !== deadline.dueOn || row.kind !== deadline.kind || row.boundary !== deadline.boundary;

/** A date that moves back, or goes away, might be an extension by another name. */
export const isLater = (from: CivilDate | null, to: CivilDate | null): boolean =>
  from !== null && (to === null || to > from);
