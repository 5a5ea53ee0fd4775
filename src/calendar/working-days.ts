import { addDays, type CivilDate, partsOf, weekdayOf } from "./civil-date.ts";
import type { DayOff } from "./day-offs.ts";

export type WorkCalendar = {
  isWorkingDay: (date: CivilDate) => boolean;
  /** `date` itself if it is a working day. */
  nextWorkingDay: (date: CivilDate) => CivilDate;
  /** `date` itself if it is a working day. */
  previousWorkingDay: (date: CivilDate) => CivilDate;
  /**
   * The n-th working day after `date`, which is not counted (BLDS 2015 Điều 147); before it when
   * `n` is negative; `date` itself, working or not, when `n` is 0.
   */
  addWorkingDays: (date: CivilDate, n: number) => CivilDate;
  /** Working days after `a` up to and including `b`; negative when `b` comes first. */
  workingDaysBetween: (a: CivilDate, b: CivilDate) => number;
  /** The listed exception of that day, to say why it is off or worked. */
  exceptionOn: (date: CivilDate) => DayOff | null;
  /** Whether any day off of that year is listed: without one, durations are only roughly right. */
  knowsYear: (year: number) => boolean;
};

const SATURDAY = 6;
// No run of days off is nearly as long: a longer one is a mistake in the data.
const LONGEST_RUN = 60;

/** @throws RangeError from its functions when the data leave no working day within 60 days. */
export function makeWorkCalendar(dayOffs: readonly DayOff[]): WorkCalendar {
  const exceptions = new Map(dayOffs.map((dayOff) => [dayOff.date, dayOff]));
  const years = new Set(dayOffs.map(({ date }) => partsOf(date).year));

  const isWorkingDay = (date: CivilDate): boolean => {
    const exception = exceptions.get(date);
    return exception ? exception.kind === "work" : weekdayOf(date) < SATURDAY;
  };

  const seek = (date: CivilDate, step: 1 | -1): CivilDate => {
    let day = date;
    for (let tries = 0; tries < LONGEST_RUN; tries++) {
      if (isWorkingDay(day)) return day;
      day = addDays(day, step);
    }
    throw new RangeError(`no working day within ${LONGEST_RUN} days of ${date}`);
  };

  const addWorkingDays = (date: CivilDate, n: number): CivilDate => {
    if (!Number.isInteger(n)) throw new RangeError(`not a whole number of days: ${n}`);
    const step = n < 0 ? -1 : 1;
    let day = date;
    for (let left = Math.abs(n); left > 0; left--) day = seek(addDays(day, step), step);
    return day;
  };

  const workingDaysBetween = (a: CivilDate, b: CivilDate): number => {
    if (b < a) return -workingDaysBetween(b, a);
    let count = 0;
    for (let day = a; day < b; ) {
      day = addDays(day, 1);
      if (isWorkingDay(day)) count++;
    }
    return count;
  };

  return {
    isWorkingDay,
    nextWorkingDay: (date) => seek(date, 1),
    previousWorkingDay: (date) => seek(date, -1),
    addWorkingDays,
    workingDaysBetween,
    exceptionOn: (date) => exceptions.get(date) ?? null,
    knowsYear: (year) => years.has(year),
  };
}
