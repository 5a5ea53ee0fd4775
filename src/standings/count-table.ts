// The table that officials expect of a list of assignments (docs/domain.md 2.2): every
// assignment stands in exactly one cell.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { AssignmentFacts } from "#src/tasks/facts.ts";
import { completedBy, isDated } from "./standing.ts";

/** The cells that add up to the total, in the order in which they are printed. */
export const COUNTED_CELLS = [
  "doneOnTime",
  "doneLate",
  "awaiting",
  "openInTerm",
  "openOverdue",
  "undated",
] as const;

export type CountedCell = (typeof COUNTED_CELLS)[number];
export type Cell = CountedCell | "paused" | "cancelled";

export type CountTable = Record<Cell, number> & {
  /** The sum of the counted cells; paused and cancelled stand apart. */
  total: number;
  /** Of `awaiting`, those handed in after the due date: a standing holds them overdue. */
  awaitingLate: number;
};

/** Where one assignment stands at the end of `asOf`; null once it went to another agency. */
export function cellOf(facts: AssignmentFacts, asOf: CivilDate): Cell | null {
  if (facts.state === "transferred") return null;
  if (facts.state === "paused" || facts.state === "cancelled") return facts.state;
  if (facts.state === "awaiting_confirmation") return "awaiting";
  if (!isDated(facts)) return "undated";
  const completedOn = completedBy(facts, asOf);
  if (completedOn !== null) return completedOn <= facts.dueOn ? "doneOnTime" : "doneLate";
  return asOf <= facts.dueOn ? "openInTerm" : "openOverdue";
}

const awaitsLate = (facts: AssignmentFacts): boolean =>
  facts.state === "awaiting_confirmation" &&
  isDated(facts) &&
  facts.submittedOn !== null &&
  facts.submittedOn > facts.dueOn;

const pair = ({ taskId, agencyId, role }: AssignmentFacts): string =>
  `${taskId}:${agencyId}:${role}`;

/**
 * A recurring duty is counted by its periods. Until the first has opened it stands for itself, as
 * one without a date; beside them it would be counted twice.
 */
function withoutDutiesOfPeriods(facts: readonly AssignmentFacts[]): readonly AssignmentFacts[] {
  // One agency has several assignments of a task only where it recurs.
  const periods = new Set(
    facts
      .filter((one) => one.deadlineKind !== "recurrence" && one.state !== "transferred")
      .map(pair),
  );
  return facts.filter((one) => one.deadlineKind !== "recurrence" || !periods.has(pair(one)));
}

/** `facts` are as of the end of `asOf`; the caller chooses whose they are and in which role. */
export function countTable(facts: readonly AssignmentFacts[], asOf: CivilDate): CountTable {
  const table: CountTable = {
    total: 0,
    doneOnTime: 0,
    doneLate: 0,
    awaiting: 0,
    openInTerm: 0,
    openOverdue: 0,
    undated: 0,
    paused: 0,
    cancelled: 0,
    awaitingLate: 0,
  };
  for (const one of withoutDutiesOfPeriods(facts)) {
    const cell = cellOf(one, asOf);
    if (cell === null) continue;
    table[cell]++;
    if (cell !== "paused" && cell !== "cancelled") table.total++;
    if (awaitsLate(one)) table.awaitingLate++;
  }
  return table;
}
