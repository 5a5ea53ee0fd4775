// A draft's deadline as the register takes it, and a typed one as a draft takes it. Pure.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { type Deadline, readDeadline } from "#src/language/deadline.ts";
import type { DeadlineNote, DraftDeadline } from "../reading.ts";
import { isDeadlineNote } from "./stored-json.ts";

type Day = { at: CivilDate; calendar: WorkCalendar };

/** The day by which to have it done, by the reader's own rule ("trước ngày X": the day before). */
const aimOf = ({ dueOn, boundary }: DraftDeadline, { at, calendar }: Day): CivilDate | null => {
  if (dueOn === null) return null;
  const said = boundary === "before" ? `trước ngày ${dueOn}` : dueOn;
  const read = readDeadline(said, at, calendar);
  return read.dueOn === dueOn ? read.aimOn : dueOn;
};

/** As an assignment keeps it; `at`: the day that the document speaks on. */
export const registeredDeadline = (deadline: DraftDeadline, day: Day): Deadline => {
  const { kind, dueOn, boundary, window, frequency, phrase, sure } = deadline;
  const isDated = kind === "date" || kind === "period";
  return {
    kind: isDated && dueOn === null ? "unclear" : kind,
    // A recurring duty's own days come with its occurrences.
    dueOn: isDated ? dueOn : null,
    aimOn: isDated ? aimOf(deadline, day) : null,
    boundary,
    window,
    precision: null,
    frequency: kind === "recurrence" ? frequency : [],
    onDay: null,
    nearest: null,
    phrase,
    sure: Math.min(1, Math.max(0, sure)),
    reasons: [],
  };
};

export type TypedDeadline =
  | { kind: "read"; deadline: DraftDeadline }
  | { kind: "unclear"; nearest: CivilDate | null };

/** Whoever types a day without a year sees the year that was taken. */
const notesOf = ({ reasons }: Deadline): DeadlineNote[] =>
  reasons.flatMap((reason) =>
    isDeadlineNote(reason) && reason !== "year-guessed" ? [reason] : [],
  );

/** What somebody typed instead of a draft's deadline; they have seen it, so it is sure. */
export const typedDeadline = (typed: string, { at, calendar }: Day): TypedDeadline => {
  const read = readDeadline(typed, at, calendar);
  if (read.kind === "unclear") return { kind: "unclear", nearest: read.nearest };
  const { kind, dueOn, boundary, window, frequency, phrase } = read;
  const deadline = { kind, dueOn, boundary, window, frequency, phrase: phrase.trim(), sure: 1 };
  return { kind: "read", deadline: { ...deadline, notes: notesOf(read), span: null } };
};
