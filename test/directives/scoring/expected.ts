// What a label's kind means in the kinds of a reading:
//   BEFORE_DATE                     date, boundary "before"
//   BY_DATE, DURATION, DATE         date, boundary "by" or none
//   PERIOD_QUARTER, PERIOD_MONTH, PERIOD_YEAR, PERIOD, BY_YEAR, END_OF_YEAR, PHASE
//                                   period or date with that dueOn
//   PERIOD_YEAR (plan year)         the same, and not read as sure
//   PERIOD_YEAR (document horizon)  not scored: no duty
//   RECUR_SET, RECUR_YEARLY, …      recurrence with that set of frequencies
//   RECUR_YEARLY_WINDOW, …+PHASE    recurrence, yearly
//   RECUR_UNSPECIFIED               recurrence without a frequency, or with a question about it
//   EVENT_TRIGGERED                 event
//   CONTINUOUS                      continuous
//   URGENT_UNDATED, IMMEDIATE, QUALITATIVE, UNDATED, ROADMAP_REF, SCHEDULE_REF, DOC_REF, PER_PHASE
//                                   none: a draft is there and these words give it no date (one
//                                   inherited from a heading, or of other words, may stand)
//   URGENCY_MARK, NOT_A_DEADLINE    no label of their own: what is read out of them is false
// What stands in brackets behind a kind, unless named here, changes nothing.
import { type CivilDate, tryCivilDate } from "#src/calendar/civil-date.ts";
import type { Frequency } from "#src/calendar/reporting-periods.ts";
import type { DeadlineLabel } from "./labels.ts";

export type Expected =
  | { kind: "date"; dueOn: CivilDate; boundary: "before" | "by" }
  | { kind: "period"; dueOn: CivilDate; unsure: boolean }
  | { kind: "recurrence"; frequency: readonly Frequency[] | null }
  | { kind: "event" | "continuous" | "none" | "mark" | "unscored" };

const NONE = [
  ...["URGENT_UNDATED", "IMMEDIATE", "QUALITATIVE", "UNDATED", "ROADMAP_REF", "SCHEDULE_REF"],
  ...["DOC_REF", "PER_PHASE"],
];
const PERIODS = /^(?:PERIOD(?:_\w+)?|BY_YEAR|BY_MONTH|BY_QUARTER|END_OF_\w+|PHASE|HALF_YEAR|YEAR)$/;

const FREQUENCIES: readonly (readonly [RegExp, Frequency])[] = [
  [/WEEKLY/, "weekly"],
  [/MONTHLY/, "monthly"],
  [/QUARTERLY/, "quarterly"],
  [/HALF[_-]?YEARLY/, "half-yearly"],
  [/(?<!HALF[_-]?)YEARLY/, "yearly"],
];

const frequenciesIn = (said: string): Frequency[] =>
  FREQUENCIES.filter(([sign]) => sign.test(said.toUpperCase())).map(([, frequency]) => frequency);

/** The day that the label calls due: behind "due" or "date", else the last one named. */
const dueIn = ({ id, parsed }: DeadlineLabel): CivilDate => {
  const named = /(?:due|date|until|by)[\s:=]+(?:on\s+)?(\d{4}-\d{2}-\d{2})/i.exec(parsed)?.[1];
  const days = parsed.split(/strict|last working/)[0]?.match(/\d{4}-\d{2}-\d{2}/g) ?? [];
  const due = tryCivilDate(named ?? days.at(-1) ?? "");
  if (due === null) throw new Error(`${id}: no day in “${parsed}”`);
  return due;
};

const recurrence = (label: DeadlineLabel, kind: string): Expected => {
  if (kind === "RECUR_UNSPECIFIED") return { kind: "recurrence", frequency: null };
  const set = kind === "RECUR_SET" ? label.parsed : kind;
  const frequency = frequenciesIn(set);
  if (frequency.length === 0) throw new Error(`${label.id}: no frequency in “${set}”`);
  return { kind: "recurrence", frequency };
};

/** @throws for a kind that this table does not have. */
export const expectedOf = (label: DeadlineLabel): Expected => {
  const [kind = ""] = label.kind.trim().split(/[\s(]/);
  const remark = label.kind.slice(kind.length);
  if (/horizon/.test(remark)) return { kind: "unscored" };
  if (NONE.includes(kind)) return { kind: "none" };
  if (kind === "URGENCY_MARK" || kind === "NOT_A_DEADLINE") return { kind: "mark" };
  if (kind === "CONTINUOUS") return { kind: "continuous" };
  if (kind === "EVENT_TRIGGERED") return { kind: "event" };
  if (kind.startsWith("RECUR_")) return recurrence(label, kind);
  if (kind === "BEFORE_DATE") return { kind: "date", dueOn: dueIn(label), boundary: "before" };
  if (["BY_DATE", "DURATION", "DATE"].includes(kind)) {
    return { kind: "date", dueOn: dueIn(label), boundary: "by" };
  }
  if (PERIODS.test(kind)) {
    return { kind: "period", dueOn: dueIn(label), unsure: /plan year/.test(remark) };
  }
  throw new Error(`${label.id}: unknown kind “${label.kind}”`);
};
