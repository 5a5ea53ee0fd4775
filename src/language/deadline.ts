import { addDays, type CivilDate, earlier, later, partsOf } from "#src/calendar/civil-date.ts";
import type { Window } from "#src/calendar/periods.ts";
import type { Frequency } from "#src/calendar/reporting-periods.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { type Boundary, type DeadlineItem, deadlineItemAt } from "./deadline-items.ts";
import type { ImpossibleDate, Precision, TimeContext, TimeNote } from "./time-reading.ts";
import { leniently, type Source, tokenize } from "./tokens.ts";

export type DeadlineKind =
  | "date"
  | "period"
  | "recurrence"
  | "continuous"
  | "event"
  | "none"
  | "unclear";

export type DeadlineReason =
  | TimeNote
  | ImpossibleDate["reason"]
  | "already-past"
  | "next-year-taken"
  | "before-a-period"
  | "several-dates"
  | "date-beside-recurrence"
  | "no-frequency"
  | "also-on-request"
  | "also-after-event"
  | "only-urgency"
  | "refers-to-a-schedule"
  | "only-a-reference"
  | "said-to-be-unknown"
  | "words-not-read"
  | "diacritics-ignored"
  | "no-date-found";

/**
 * A deadline as a document states it. "period" is a due day given as a week, month, quarter or
 * year; "unclear" is text that was not understood, "none" is no deadline. A day is late after
 * `dueOn`; `aimOn` is the working day by which to have it done ("trước ngày X": before X).
 * `onDay` is the day named within a recurrence; `nearest` the likely meaning of a date that does
 * not exist; `sure` runs from 0 to 1; `phrase` is the text exactly as it was given.
 */
export type Deadline = {
  kind: DeadlineKind;
  dueOn: CivilDate | null;
  boundary: Boundary;
  aimOn: CivilDate | null;
  window: Window | null;
  precision: Precision | null;
  frequency: readonly Frequency[];
  onDay: { day: number; month: number | null } | null;
  nearest: CivilDate | null;
  phrase: string;
  sure: number;
  reasons: readonly DeadlineReason[];
};

type TimeItem = Extract<DeadlineItem, { kind: "time" }>;
type Draft = Omit<Deadline, "phrase">;

const NOTHING: Draft = {
  kind: "none",
  dueOn: null,
  boundary: null,
  aimOn: null,
  window: null,
  precision: null,
  frequency: [],
  onDay: null,
  nearest: null,
  sure: 1,
  reasons: [],
};

const unclear = (...reasons: DeadlineReason[]): Draft => ({
  ...NOTHING,
  kind: "unclear",
  sure: 0,
  reasons,
});

function aimFor(due: CivilDate, boundary: Boundary, { today, calendar }: TimeContext): CivilDate {
  const last = boundary === "before" ? addDays(due, -1) : due;
  // A document of Friday that says "before Monday" cannot aim at the day before itself.
  return earlier(due, later(calendar.previousWorkingDay(last), earlier(today, last)));
}

/** A dated deadline. A day without a year that is past at the document's date is next year's. */
function dated({ reading, boundary: said }: TimeItem, context: TimeContext): Draft {
  const past = reading.due < context.today;
  const taken = past && reading.alternative ? reading.alternative : reading;
  const isDay = reading.precision === "day";
  const beforePeriod = said === "before" && !isDay && taken.from < taken.due;
  // "Before 17:00 of day X" leaves day X itself in time.
  const boundary = said === "before" && reading.notes.includes("time-of-day") ? "by" : said;
  const dueOn = beforePeriod ? taken.from : taken.due;
  const reasons: DeadlineReason[] = [...reading.notes];
  if (past) reasons.push(reading.alternative ? "next-year-taken" : "already-past");
  if (beforePeriod) reasons.push("before-a-period");
  return {
    ...NOTHING,
    kind: isDay ? "date" : "period",
    dueOn,
    boundary,
    aimOn: aimFor(dueOn, boundary, context),
    window: isDay ? null : { from: taken.from, to: taken.due },
    precision: reading.precision,
    sure: reading.sure * (past ? 0.6 : 1) * (beforePeriod ? 0.7 : 1),
    reasons,
  };
}

/** The one date meant by several: the finest of those that lie within each other, or null. */
function finest(times: readonly TimeItem[]): TimeItem | null {
  const span = ({ reading }: TimeItem) => reading.due.localeCompare(reading.from);
  const [first, ...rest] = [...times].sort((a, b) => span(a) - span(b));
  if (!first) return null;
  const { due } = first.reading;
  return rest.every(({ reading }) => reading.from <= due && due <= reading.due) ? first : null;
}

/** "Quý II, quý III/2023": work that goes on through several periods is due at the last one's end. */
function lastOfPeriods(times: readonly TimeItem[], context: TimeContext): Draft | null {
  const [first] = times;
  const same = times.every(({ reading }) => reading.precision === first?.reading.precision);
  if (first === undefined || !same || first.reading.precision === "day") return null;
  const year = times
    .find(({ reading }) => !reading.notes.includes("year-guessed"))
    ?.reading.due.slice(0, 4);
  const guessed = times.filter(({ reading }) => reading.notes.includes("year-guessed"));
  // One of them names the year for all.
  if (year !== undefined && guessed.some(({ reading }) => reading.due.slice(0, 4) !== year))
    return null;
  const last = times.reduce((one, other) => (other.reading.due > one.reading.due ? other : one));
  const draft = dated(last, context);
  return { ...draft, sure: draft.sure * 0.8, reasons: [...draft.reasons, "several-dates"] };
}

function recurring(
  items: readonly Extract<DeadlineItem, { kind: "recurrence" }>[],
  times: readonly TimeItem[],
): Draft {
  const frequency = [...new Set(items.flatMap(({ recurrence }) => recurrence.frequencies))];
  const marked = items.some(({ recurrence }) => recurrence.marked);
  const [time] = times;
  const open = time?.reading.notes.some((note) => note.endsWith("-guessed")) ? time : undefined;
  const parts = open && partsOf(open.reading.due);
  const monthly = open?.reading.notes.includes("month-guessed");
  const reasons: DeadlineReason[] = frequency.length === 0 ? ["no-frequency"] : [];
  if (times.length > (open ? 1 : 0)) reasons.push("date-beside-recurrence");
  return {
    ...NOTHING,
    kind: "recurrence",
    boundary: open?.boundary ?? null,
    frequency,
    onDay: parts ? { day: parts.day, month: monthly ? null : parts.month } : null,
    sure: (frequency.length === 0 ? 0.5 : marked ? 0.95 : 0.7) * (reasons.length > 0 ? 0.8 : 1),
    reasons,
  };
}

function merge(items: readonly DeadlineItem[], context: TimeContext): Draft {
  const times = items.filter((item) => item.kind === "time");
  const recurrences = items.filter((item) => item.kind === "recurrence");
  const has = (kind: DeadlineItem["kind"]) => items.some((item) => item.kind === kind);
  const wrong = items.find((item) => item.kind === "impossible");
  if (wrong) return { ...unclear(wrong.impossible.reason), nearest: wrong.impossible.nearest };
  const also: DeadlineReason[] = has("on-request") ? ["also-on-request"] : [];
  if (recurrences.length > 0) {
    const draft = recurring(recurrences, times);
    return { ...draft, reasons: [...draft.reasons, ...also] };
  }
  if (times.length > 0) {
    const time = finest(times);
    if (!time) return lastOfPeriods(times, context) ?? unclear("several-dates");
    const draft = dated(time, context);
    if (has("event")) also.push("also-after-event");
    return { ...draft, reasons: [...draft.reasons, ...also] };
  }
  if (has("event")) return { ...NOTHING, kind: "event", sure: 0.9, reasons: also };
  if (has("continuous")) return { ...NOTHING, kind: "continuous", sure: 0.95, reasons: also };
  if (has("on-request")) return { ...NOTHING, kind: "event", sure: 0.8, reasons: also };
  if (has("no-deadline")) return { ...NOTHING, sure: 0.95 };
  if (has("schedule")) return unclear("refers-to-a-schedule");
  if (has("unknown-deadline")) return unclear("said-to-be-unknown");
  if (has("reference")) return unclear("only-a-reference");
  return unclear(has("urgency") ? "only-urgency" : "no-date-found");
}

/** All pieces of a phrase in order, and how many of its words belong to none. */
function pieces(source: Source, context: TimeContext) {
  const items: DeadlineItem[] = [];
  let unread = 0;
  for (let at = 0; at < source.tokens.length; ) {
    const item = deadlineItemAt(source, at, context);
    if (item) items.push(item);
    else if (source.tokens[at]?.kind !== "sign") unread++;
    at = item?.next ?? at + 1;
  }
  return { items, unread };
}

function readSource(source: Source, context: TimeContext): Draft {
  const words = source.tokens.filter(({ kind }) => kind !== "sign").length;
  if (words === 0) return NOTHING;
  const { items, unread } = pieces(source, context);
  const draft = merge(items, context);
  if (unread === 0 || draft.kind === "unclear") return draft;
  if (unread * 2 > words) return unclear("words-not-read");
  const sure = draft.sure * (1 - unread / words);
  return { ...draft, sure, reasons: [...draft.reasons, "words-not-read"] };
}

/**
 * Reads a whole cell or field as one deadline, as of `at`, the document's date. Parts of periods
 * follow BLDS 2015 Điều 146, durations Điều 147–148; fixed dates never move. Never throws.
 */
export function readDeadline(phrase: string, at: CivilDate, calendar: WorkCalendar): Deadline {
  const context = { today: at, calendar };
  const source = tokenize(phrase);
  const draft = readSource(source, context);
  if (draft.kind !== "unclear" || !source.strict) return { ...draft, phrase };
  const second = readSource(leniently(source), context);
  if (second.kind === "unclear" || second.kind === "none") return { ...draft, phrase };
  const reasons = [...second.reasons, "diacritics-ignored" as const];
  return { ...second, sure: second.sure * 0.9, reasons, phrase };
}
