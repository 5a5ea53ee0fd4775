import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { timeAt } from "./time-expression.ts";
import type {
  ImpossibleDate,
  Precision,
  TimeContext,
  TimeForm,
  TimeNote,
  TimeParse,
} from "./time-reading.ts";
import { leniently, type Source, skipAny, tokenize } from "./tokens.ts";

/**
 * What a person who typed a date meant. `past`: before today, so ask; `alternative` is then the
 * next such day if the year was left open. `sure` runs from 0 to 1; `reading` names the form of
 * words that was understood.
 */
export type DateReading =
  | {
      kind: "date";
      due: CivilDate;
      precision: Precision;
      sure: number;
      reading: TimeForm;
      past: boolean;
      alternative: CivilDate | null;
      notes: readonly TimeNote[];
    }
  | ({ kind: "impossible" } & ImpossibleDate);

const LEADS = ["hết", "đến", "đến hết", "vào", "trong", "vào ngày", "đến ngày", "tới", "on", "by"];
const END_SIGNS = [".", ",", ";", "!", "?", ")", "nhé", "ạ"];

function whole(source: Source, context: TimeContext): TimeParse | null {
  const reaches = (found: TimeParse | null): boolean => {
    if (!found) return false;
    let end = found.next;
    for (let next = end; ; end = next) {
      next = skipAny(source, end, END_SIGNS);
      if (next === end) return end === source.tokens.length;
    }
  };
  const direct = timeAt(source, 0, context);
  if (reaches(direct)) return direct;
  const led = timeAt(source, skipAny(source, 0, LEADS), context);
  return reaches(led) ? led : null;
}

/**
 * Reads a whole text as one date, Vietnamese (with or without accents) or a little English, as of
 * `today`; null when it is not one. Part names follow BLDS 2015 Điều 146, durations Điều 147–148.
 * Never throws.
 */
export function readDate(
  text: string,
  today: CivilDate,
  calendar: WorkCalendar,
): DateReading | null {
  const source = tokenize(text);
  const context = { today, calendar };
  const found =
    whole(source, context) ?? (source.strict ? whole(leniently(source), context) : null);
  if (!found) return null;
  if (found.impossible) return { kind: "impossible", ...found.impossible };
  const { due, precision, sure, form, alternative, notes } = found.reading;
  const past = due < today;
  return {
    kind: "date",
    due,
    precision,
    sure,
    reading: form,
    past,
    alternative: past ? (alternative?.due ?? null) : null,
    notes,
  };
}
