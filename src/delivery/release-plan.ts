// When a message by a job may go out: no person gets more than so many a day, however many tasks
// they have. What is too much for a day joins what is held for the next working morning. Pure.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { civilToday, instantAt } from "#src/calendar/zone.ts";
import { afterQuiet, type QuietHours } from "./quiet-hours.ts";

/** A message by a job that a person has not got yet: the day and moment of its turn. */
export type Held<Id> = { id: Id; day: CivilDate; at: Date };

export type Release<Id> =
  /** It becomes part of that one. */
  { kind: "join"; id: Id } | { kind: "new"; day: CivilDate; at: Date };

export type ReleaseRules = QuietHours & { jobMessagesADay: number; calendar: WorkCalendar };

/** Where it is never quiet: when offices open. */
const MORNING = "07:30";

const morningOf = (day: CivilDate, rules: ReleaseRules): Date =>
  afterQuiet(instantAt(day, rules.quietFrom === rules.quietTo ? MORNING : rules.quietTo), rules);

/** The morning of the next working day: for what is too much for this one. */
export const nextMorning = (day: CivilDate, rules: ReleaseRules): Date =>
  morningOf(rules.calendar.addWorkingDays(day, 1), rules);

/** The earliest of a day that does not go out before the moment; else none. */
const joinable = <Id>(held: readonly Held<Id>[], day: CivilDate, at: Date): Held<Id> | undefined =>
  held
    .filter((one) => one.day === day && one.at >= at)
    .sort((a, b) => a.at.getTime() - b.at.getTime())[0];

/**
 * What becomes of a new message: joined into one that waits for the same day, or the next free
 * place. `taken`: how many messages by jobs went out or wait on a day, the held ones included.
 */
export const planRelease = <Id>(
  earliest: Date,
  { held, taken }: { held: readonly Held<Id>[]; taken: ReadonlyMap<CivilDate, number> },
  rules: ReleaseRules,
): Release<Id> => {
  for (let at = afterQuiet(earliest, rules); ; ) {
    const day = civilToday(at);
    const found = joinable(held, day, at);
    if (found !== undefined) return { kind: "join", id: found.id };
    if ((taken.get(day) ?? 0) < rules.jobMessagesADay) return { kind: "new", day, at };
    at = nextMorning(day, rules);
  }
};
