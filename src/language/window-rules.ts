import { addDays, type CivilDate, civilOf, partsOf } from "#src/calendar/civil-date.ts";
import type { Window } from "#src/calendar/periods.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import {
  dayReading,
  type Precision,
  type TimeContext,
  type TimeParse,
  type TimeRule,
  windowReading,
} from "./time-reading.ts";
import { afterAny } from "./tokens.ts";
import { type NamedWindow, namedWindowAt } from "./window-names.ts";

type Part = "start" | "middle" | "end";

const PARTS: readonly (readonly [Part, readonly string[]])[] = [
  ["start", ["đầu"]],
  ["middle", ["giữa"]],
  ["end", ["cuối", "ngày cuối", "ngày cuối cùng của", "ngày cuối của", "thời điểm cuối"]],
];

// The law is silent on weeks; an office's week ends on its last working day.
function endOfOfficeWeek({ from, to }: Window, calendar: WorkCalendar): CivilDate {
  const last = calendar.previousWorkingDay(to);
  return last < from ? to : last;
}

function middleOf({ from, to }: Window, precision: Precision): CivilDate | null {
  const { year, month } = partsOf(from);
  if (precision === "month") return civilOf(year, month, 15);
  if (precision === "year") return civilOf(year, 6, 30);
  return precision === "week" && from < to ? addDays(from, 2) : null;
}

/** The day that "đầu", "giữa" or "cuối" of a span means (BLDS 2015 Điều 146), or null. */
function partOf(
  part: Part,
  window: Window,
  precision: Precision,
  calendar: WorkCalendar,
): CivilDate | null {
  if (part === "middle") return middleOf(window, precision);
  if (precision !== "week") return part === "start" ? window.from : window.to;
  return part === "start"
    ? calendar.nextWorkingDay(window.from)
    : endOfOfficeWeek(window, calendar);
}

/** "cuối tháng 11", "giữa tháng", "cuối năm 2026", "cuối tuần". */
const partOfPeriod: TimeRule = (source, at, { today, calendar }) => {
  for (const [part, words] of PARTS) {
    const start = afterAny(source, at, words);
    if (start === null) continue;
    const named = namedWindowAt(source, start, today);
    if (!named) continue;
    if ("impossible" in named) return named;
    const due = partOf(part, named.window, named.precision, calendar);
    if (due === null) return null;
    const later = named.following && partOf(part, named.following, named.precision, calendar);
    const alternative = later !== null && due < today ? { from: later, due: later } : null;
    const sure = named.sure * (named.precision === "week" ? 0.75 : 0.95);
    const extra = { sure, alternative, precision: named.precision };
    return { next: named.next, reading: dayReading(due, "part-of-period", extra) };
  }
  return null;
};

function readingOf(named: NamedWindow, { today, calendar }: TimeContext): TimeParse {
  const { precision, next, sure } = named;
  const close = (window: Window): Window =>
    precision === "week" ? { ...window, to: endOfOfficeWeek(window, calendar) } : window;
  const window = close(named.window);
  const following = named.following && close(named.following);
  const alternative =
    following && window.to < today ? { from: following.from, due: following.to } : null;
  const notes = named.following ? (["year-guessed"] as const) : [];
  const reading = windowReading(window, precision, precision === "day" ? "week" : precision, {
    sure: precision === "week" ? sure * 0.8 : sure,
    alternative,
    notes,
  });
  return { next, reading };
}

/** "quý IV/2026", "tháng 11", "năm 2026", "6 tháng đầu năm": due on the span's last day. */
const wholePeriod: TimeRule = (source, at, context) => {
  const named = namedWindowAt(source, at, context.today);
  if (!named) return null;
  return "impossible" in named ? named : readingOf(named, context);
};

/** Rules for weeks, months, quarters, half-years, years and phases. */
export const windowRules: readonly TimeRule[] = [partOfPeriod, wholePeriod];
