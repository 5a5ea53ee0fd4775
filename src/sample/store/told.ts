// The acts of an assignment as a story: each with what it answers, and the due date that held.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { DeedKind } from "../plan/deed.ts";
import type { Act, PlannedAssignment, PlannedTask } from "../plan/plan.ts";

export type Told = {
  task: PlannedTask;
  assignment: PlannedAssignment;
  act: Act;
  /** The act that this one decides, answers or speaks of; itself where it opens something. */
  matter: Act;
  dueOn: CivilDate | null;
};

/** What an act is about: the last one of these kinds. */
const ABOUT: Partial<Record<DeedKind, readonly DeedKind[]>> = {
  confirmed: ["submitted"],
  returned: ["submitted"],
  extension_granted: ["extension_asked"],
  extension_rejected: ["extension_asked"],
  blocker_answered: ["blocker_raised"],
  blocker_closed: ["blocker_raised"],
  explanation_answered: ["explanation_asked"],
  contradicted: ["progressed", "submitted"],
};

/** @throws Error where an act answers something that never was. */
export const toldOf = (task: PlannedTask, assignment: PlannedAssignment): Told[] => {
  const before: Act[] = [];
  let dueOn = assignment.deadline.dueOn;
  return assignment.acts.map((act) => {
    const kinds = ABOUT[act.deed.kind];
    const matter =
      kinds === undefined ? act : before.findLast(({ deed }) => kinds.includes(deed.kind));
    if (matter === undefined) throw new Error(`${task.key}: nothing for ${act.deed.kind}`);
    before.push(act);
    const told = { task, assignment, act, matter, dueOn };
    if (act.deed.kind === "extension_granted") dueOn = act.deed.to;
    return told;
  });
};

/** Every act of the plan, in the order of the tasks. */
export const allTold = (tasks: readonly PlannedTask[]): Told[] =>
  tasks.flatMap((task) => task.assignments.flatMap((one) => toldOf(task, one)));
