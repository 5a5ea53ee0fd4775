// Which occurrences of a recurring duty are to be opened. A duty ("hàng quý, 6 tháng, năm") is
// what was assigned; each of its periods becomes an assignment of its own, with a due date.
//
// An occurrence opens on the first day of its period's last month, a month's notice at the least:
// 30 days before it is due (14 for a monthly one); a weekly one on its Monday. None is opened for
// a period that was over, or due, before the duty entered the register; after a standstill only
// what fell due since the last run is opened still.
import {
  addDays,
  type CivilDate,
  civilOf,
  compareDates,
  daysInMonth,
  earlier,
  later,
  partsOf,
} from "#src/calendar/civil-date.ts";
import type { Window } from "#src/calendar/periods.ts";
import { type Frequency, reportingPeriods } from "#src/calendar/reporting-periods.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";

export type Duty = {
  frequency: readonly Frequency[];
  /** The day that its phrase names: of the period's last month, or of one month of the year. */
  onDay: { day: number; month: number | null } | null;
  /** "before": to be done before the due day. */
  boundary: string | null;
  /** The day from which it holds: of its document, or on which it was registered. */
  since: CivilDate;
};

export type Occurrence = {
  /** 2026-Q3 */
  key: string;
  opensOn: CivilDate;
  dueOn: CivilDate;
  /** The working day by which to have it done. */
  aimOn: CivilDate;
  /** The span of its figures; null where the duty's own day has nothing to do with it. */
  window: Window | null;
};

export type Office = {
  today: CivilDate;
  calendar: WorkCalendar;
  /** Day of the period's last month on which a report is due, where the duty names none. */
  reportDueDay: number;
};

const NOTICE_DAYS: Record<Frequency, number> = {
  weekly: 4,
  monthly: 14,
  quarterly: 30,
  "half-yearly": 30,
  yearly: 30,
};

// Every month has it; the day that is meant is set afterwards.
const ANY_DAY = 28;

type Period = { key: string; frequency: Frequency; dueOn: CivilDate; window: Window | null };

const dayIn = (year: number, month: number, day: number): CivilDate =>
  civilOf(year, month, Math.min(Math.max(1, day), daysInMonth(year, month)));

/** The periods of one year, in order of their due dates. */
const periodsOf = ({ frequency, onDay }: Duty, year: number, reportDueDay: number): Period[] => {
  const [only, ...more] = frequency;
  if (only === "yearly" && more.length === 0 && onDay?.month) {
    const dueOn = dayIn(year, onDay.month, onDay.day);
    const [whole] = reportingPeriods(year, ["yearly"]);
    const window = whole !== undefined && whole.window.to < dueOn ? whole.window : null;
    return [{ key: `${year}-Y`, frequency: only, dueOn, window }];
  }
  return reportingPeriods(year, frequency, ANY_DAY).map((period) => {
    if (period.frequency === "weekly") return period;
    const { month } = partsOf(period.dueOn);
    return { ...period, dueOn: dayIn(year, month, onDay?.day ?? reportDueDay) };
  });
};

const opening = (period: Period, { boundary }: Duty, calendar: WorkCalendar): Occurrence => {
  const { key, frequency, dueOn, window } = period;
  const notice = addDays(dueOn, -NOTICE_DAYS[frequency]);
  const { year, month } = partsOf(dueOn);
  const opensOn = frequency === "weekly" ? notice : earlier(civilOf(year, month, 1), notice);
  const last = boundary === "before" ? addDays(dueOn, -1) : dueOn;
  return { key, opensOn, dueOn, aimOn: calendar.previousWorkingDay(last), window };
};

/** Nobody reports in a week of which every day is off. */
const isWorked = ({ frequency, window, dueOn }: Period, calendar: WorkCalendar): boolean =>
  frequency !== "weekly" || window === null || calendar.nextWorkingDay(window.from) <= dueOn;

/** Occurrences due on `from` or later, of the years up to the one after `until`. */
const occurrencesFrom = (
  duty: Duty,
  from: CivilDate,
  until: CivilDate,
  { calendar, reportDueDay }: Office,
): Occurrence[] => {
  if (duty.frequency.length === 0) return [];
  const first = partsOf(from).year;
  const years = Array.from({ length: partsOf(until).year + 2 - first }, (_, n) => first + n);
  return years
    .flatMap((year) => periodsOf(duty, year, reportDueDay))
    .filter((period) => isWorked(period, calendar))
    .map((period) => opening(period, duty, calendar))
    .filter(({ dueOn, window }) => dueOn >= from && (window === null || window.to >= duty.since))
    .sort((a, b) => compareDates(a.dueOn, b.dueOn));
};

/**
 * The occurrences that should be open on `today`, the earliest due first. `lastRunOn`: the day on
 * which this was asked last (null: never), so that nothing old is opened after a pause.
 */
export const occurrencesOpen = (
  duty: Duty,
  office: Office,
  lastRunOn: CivilDate | null,
): Occurrence[] => {
  const { today } = office;
  const from = later(duty.since, earlier(lastRunOn ?? today, today));
  return occurrencesFrom(duty, from, today, office).filter(({ opensOn }) => opensOn <= today);
};

/** The one that opens next, after `today`; null where the duty names no frequency. */
export const nextOccurrence = (duty: Duty, office: Office): Occurrence | null => {
  const from = later(duty.since, office.today);
  const ahead = occurrencesFrom(duty, from, from, office);
  return ahead.find(({ opensOn }) => opensOn > office.today) ?? null;
};
