// Which steps of a ladder are due on a day: each once, none before its delay, later where somebody
// did something, and the last one again a few times. Pure.
import { type CivilDate, later } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { type Ladder, type Rung, rungs } from "#src/office/ladders.ts";

export type MatterFacts = {
  /** The day that it began to be late: nothing is late on that day itself. */
  began: CivilDate;
  /** The last day on which something was done about it. */
  lastActivity: CivilDate | null;
};

export type Step = {
  rung: Rung;
  /** 0: the first time. */
  repeat: number;
};

export type Said = Step & { on: CivilDate };

/** Day and hour (hh:mm) of the slot. */
export type Moment = { today: CivilDate; time: string };

const latestDay = (days: readonly CivilDate[]): CivilDate | null =>
  days.reduce<CivilDate | null>((last, day) => (last === null ? day : later(last, day)), null);

const repeatDue = (
  { lastActivity }: MatterFacts,
  ladder: Ladder,
  { today }: Moment,
  calendar: WorkCalendar,
  said: readonly Said[],
): Step[] => {
  const last = rungs.findLast((rung) => ladder[rung] !== null);
  const before = said.filter(({ rung }) => rung === last);
  const lastSaid = latestDay(before.map(({ on }) => on));
  if (last === undefined || lastSaid === null || before.length > ladder.mostRepeats) return [];
  const since = lastActivity === null ? lastSaid : later(lastSaid, lastActivity);
  const waited = calendar.workingDaysBetween(since, today);
  return waited >= ladder.repeatEvery ? [{ rung: last, repeat: before.length }] : [];
};

/** What is to be said now of one matter, from the bottom up. */
export const stepsDue = (
  facts: MatterFacts,
  ladder: Ladder,
  now: Moment,
  calendar: WorkCalendar,
  said: readonly Said[],
): Step[] => {
  if (now.time < ladder.from) return [];
  const { began, lastActivity } = facts;
  // The clock starts again with whatever was done.
  const start = lastActivity === null ? began : later(began, lastActivity);
  if (now.today < start) return [];
  const waited = calendar.workingDaysBetween(start, now.today);
  const first = rungs.flatMap((rung): Step[] => {
    const delay = ladder[rung];
    const isDue = delay !== null && waited >= delay && !said.some((one) => one.rung === rung);
    return isDue ? [{ rung, repeat: 0 }] : [];
  });
  return first.length > 0 ? first : repeatDue(facts, ladder, now, calendar, said);
};
