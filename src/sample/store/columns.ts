// The columns of today of an assignment: its events folded, as the product folds them.
import type { Prisma } from "#prisma/generated/client.ts";
import { type CivilDate, civilDate, toDbDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { factsAsOf } from "#src/standings/history.ts";
import { movedTo } from "#src/tasks/extension-rules.ts";
import { deadlineColumns } from "#src/tasks/register-task.ts";
import type { Act, PlannedAssignment, PlannedTask } from "../plan/plan.ts";
import { anyIds, assignedEvent, eventOfAct, type Ids } from "./event-values.ts";
import { toldOf } from "./told.ts";

const END_OF_TIME = civilDate("9999-12-31");

const dbDate = (date: CivilDate | null): Date | null => (date === null ? null : toDbDate(date));

const percentOf = (acts: readonly Act[]): number =>
  acts.reduce((percent, { deed }) => {
    if (deed.kind === "confirmed") return 100;
    return deed.kind === "progressed" ? (deed.percent ?? percent) : percent;
  }, 0);

/** What an extension that was granted makes of the deadline. */
const dueColumns = ({ deadline, acts }: PlannedAssignment, calendar: WorkCalendar) => {
  const columns = deadlineColumns(deadline);
  const grants = acts.filter(({ deed }) => deed.kind === "extension_granted");
  const last = grants.at(-1);
  if (last === undefined || last.deed.kind !== "extension_granted") return columns;
  const { aimOn, boundary } = movedTo(last.deed.to, last.on, calendar);
  return { ...columns, aimOn: toDbDate(aimOn), boundary, extensionCount: grants.length };
};

/** @throws Error where the acts do not make a history. */
export const columnsOf = (
  task: PlannedTask,
  assignment: PlannedAssignment,
  ids: Ids,
  taskId: number,
  calendar: WorkCalendar,
): Prisma.AssignmentCreateManyInput => {
  const { agency, role, occurrence, assigned, acts, origin } = assignment;
  const events = [
    assignedEvent(assignment, anyIds),
    ...toldOf(task, assignment).flatMap((told) => eventOfAct(told, anyIds) ?? []),
  ];
  const facts = factsAsOf({ id: 0, taskId }, events, END_OF_TIME);
  if (facts === null) throw new Error(`${task.key} has no history at ${agency}`);
  const holders = acts.flatMap(({ deed }) => (deed.kind === "held" ? [deed.holder] : []));
  const holder = holders.at(-1);
  return {
    ...dueColumns(assignment, calendar),
    taskId,
    agencyId: ids.agency(agency),
    role,
    occurrence,
    state: facts.state,
    percent: percentOf(acts),
    holderId: holder === undefined ? null : ids.person(holder),
    assignedOn: toDbDate(assigned.on),
    dueOn: dbDate(facts.dueOn),
    submittedOn: dbDate(facts.submittedOn),
    completedOn: dbDate(facts.completedOn),
    originId: origin === null ? null : ids.assignment(origin),
    // Each event but the first was a change of the row.
    version: events.length,
    updatedAt: acts.at(-1)?.at ?? assigned.at,
  };
};
