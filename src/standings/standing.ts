// The standing of one agency over a window, as docs/design.md section 4 ("Standing") sets it.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { earlier } from "#src/calendar/civil-date.ts";
import { inWindow, type Window } from "#src/calendar/periods.ts";
import type { AssignmentFacts } from "#src/tasks/facts.ts";

export type Outcome = "done_on_time" | "done_late" | "overdue_open";

export type Dated = AssignmentFacts & { dueOn: CivilDate };

/** One assignment that counts, so that every figure opens into its assignments. */
export type CountedItem = {
  assignmentId: number;
  outcome: Outcome;
  dueOn: CivilDate;
  completedOn: CivilDate | null;
};

export type Score = {
  doneOnTime: number;
  doneLate: number;
  overdueOpen: number;
  /** The denominator: the three above together. */
  counted: number;
  /** Hundredths of a percent, rounded half up; null where nothing is counted. */
  rate: number | null;
  items: CountedItem[];
};

/** Only a date or a period can be missed; recurrences are counted by their dated occurrences. */
export const isDated = (facts: AssignmentFacts): facts is Dated =>
  (facts.deadlineKind === "date" || facts.deadlineKind === "period") && facts.dueOn !== null;

export const isSetAside = ({ state }: AssignmentFacts): boolean =>
  state === "paused" || state === "cancelled" || state === "transferred";

export const completedBy = (facts: AssignmentFacts, asOf: CivilDate): CivilDate | null =>
  facts.completedOn !== null && facts.completedOn <= asOf ? facts.completedOn : null;

/** Handed in by the due date and not decided at the end of `asOf`. */
const awaitsInTime = ({ state, submittedOn, dueOn }: Dated, asOf: CivilDate): boolean =>
  (state === "awaiting_confirmation" || state === "done") &&
  submittedOn !== null &&
  submittedOn <= earlier(dueOn, asOf);

/**
 * What a dated assignment counts as at the end of `asOf`; null = not counted (no date, set aside,
 * still in term, or handed in on time and waiting for a decision). The due date itself is on time.
 */
export function outcomeOf(facts: AssignmentFacts, asOf: CivilDate): Outcome | null {
  if (!isDated(facts) || isSetAside(facts)) return null;
  const completedOn = completedBy(facts, asOf);
  if (completedOn !== null) return completedOn <= facts.dueOn ? "done_on_time" : "done_late";
  if (asOf <= facts.dueOn || awaitsInTime(facts, asOf)) return null;
  return "overdue_open";
}

/** Done or due in the window, whichever came first, or carried into it not completed. */
function belongsTo(facts: Dated, window: Window): boolean {
  const completedOn = completedBy(facts, window.to);
  const keyDay = completedOn === null ? facts.dueOn : earlier(completedOn, facts.dueOn);
  if (inWindow(keyDay, window)) return true;
  return facts.dueOn < window.from && (completedOn === null || completedOn >= window.from);
}

/** Hundredths of a percent, rounded half up in whole numbers; null where `whole` is 0. */
export const rateOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.floor((part * 20_000 + whole) / (whole * 2));

/**
 * Only lead assignments count. `facts` are as of the end of `window.to`; both ends are civil days
 * in Vietnam and belong to the window.
 */
export function standingOf(facts: readonly AssignmentFacts[], window: Window): Score {
  const items: CountedItem[] = [];
  for (const one of facts) {
    if (one.role !== "lead" || !isDated(one) || !belongsTo(one, window)) continue;
    const outcome = outcomeOf(one, window.to);
    if (outcome === null) continue;
    const completedOn = completedBy(one, window.to);
    items.push({ assignmentId: one.id, outcome, dueOn: one.dueOn, completedOn });
  }
  const many = (outcome: Outcome) => items.filter((item) => item.outcome === outcome).length;
  const doneOnTime = many("done_on_time");
  return {
    doneOnTime,
    doneLate: many("done_late"),
    overdueOpen: many("overdue_open"),
    counted: items.length,
    rate: rateOf(doneOnTime, items.length),
    items,
  };
}
