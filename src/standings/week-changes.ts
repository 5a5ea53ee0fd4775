// What became overdue and what was finished in a week, over all lead assignments.
import { addDays } from "#src/calendar/civil-date.ts";
import { inWindow, type Window } from "#src/calendar/periods.ts";
import type { AssignmentFacts } from "#src/tasks/facts.ts";
import { isDated, outcomeOf } from "./standing.ts";

export type WeekChanges = { newlyOverdue: AssignmentFacts[]; newlyDone: AssignmentFacts[] };

/**
 * `before` are the facts at the end of the day before the window, `after` those at its end.
 * Newly done: completed in the window, or handed in before it and confirmed in it.
 */
export function weekChanges(
  before: readonly AssignmentFacts[],
  after: readonly AssignmentFacts[],
  window: Window,
): WeekChanges {
  const eve = addDays(window.from, -1);
  const was = new Map(before.map((facts) => [facts.id, facts]));
  const overdueAlready = (facts: AssignmentFacts): boolean => {
    const earlier = was.get(facts.id);
    // What entered the register with a date long past did not become overdue this week.
    if (earlier === undefined) return isDated(facts) && facts.dueOn < eve;
    return outcomeOf(earlier, eve) === "overdue_open";
  };
  const finishedNow = (facts: AssignmentFacts): boolean =>
    facts.state === "done" &&
    facts.completedOn !== null &&
    (inWindow(facts.completedOn, window) || was.get(facts.id)?.state === "awaiting_confirmation");
  const leads = after.filter((facts) => facts.role === "lead");
  return {
    newlyOverdue: leads.filter(
      (facts) => outcomeOf(facts, window.to) === "overdue_open" && !overdueAlready(facts),
    ),
    newlyDone: leads.filter(finishedNow),
  };
}
