// Events and audit rows, in the order in which they were recorded.
import type { Prisma } from "#prisma/generated/client.ts";
import { civilDate, toDbDate } from "#src/calendar/civil-date.ts";
import type { Tx } from "#src/database/client.ts";
import { addAll } from "#src/database/in-chunks.ts";
import { eventData, type TaskEventValue } from "#src/tasks/events.ts";
import type { Moment, PlannedAssignment, PlannedTask } from "../plan/plan.ts";
import { assignedEvent, eventOfAct, type Ids } from "./event-values.ts";
import { known } from "./known.ts";
import type { Messages } from "./messages.ts";
import { registeredBy } from "./tasks.ts";
import type { Told } from "./told.ts";

export type EventTerms = {
  ids: Ids;
  taskIds: ReadonlyMap<PlannedTask, number>;
  messages: Messages;
  inboxOf: (told: Told) => bigint | null;
};

type EventRow = Prisma.TaskEventCreateManyInput & { recordedAt: Date };

const rowOf = (
  event: TaskEventValue,
  about: { taskId: number; assignmentId: number | null },
  moment: Moment,
  more: { actorId: number | null; inboxId: bigint | null; onBehalfOfId: number | null },
): EventRow => ({
  ...about,
  ...more,
  kind: event.kind,
  effectiveOn: toDbDate(civilDate(event.effectiveOn)),
  recordedAt: moment.at,
  data: eventData[event.kind].parse(event.data),
});

const actorOf = ({ by }: Moment, { person }: Ids): number | null =>
  by === null ? null : person(by);

/** What happened to the task itself: registered, or proposed and perhaps declined. */
const ofTask = (task: PlannedTask, terms: EventTerms): EventRow[] => {
  const { ids, taskIds, messages } = terms;
  const { proposal, registered } = task;
  const about = { taskId: known(taskIds, task), assignmentId: null };
  const by = (moment: Moment, inboxId: bigint | null) => ({
    actorId: actorOf(moment, ids),
    inboxId,
    onBehalfOfId: null,
  });
  const first = by(registered, messages.idOf(registeredBy(task)));
  const effectiveOn = registered.on;
  if (proposal === null) {
    const event = { kind: "registered", effectiveOn, data: { by: "command" } } as const;
    return [rowOf(event, about, registered, first)];
  }
  const proposed: TaskEventValue = {
    kind: "proposed",
    effectiveOn,
    data: {
      leadIds: [ids.agency(proposal.agency)],
      coordinatingIds: [],
      deadline: { phrase: proposal.deadline.phrase, readOn: effectiveOn },
    },
  };
  const { declined } = proposal;
  if (declined === null) return [rowOf(proposed, about, registered, first)];
  const end: TaskEventValue = {
    kind: "proposal_declined",
    effectiveOn: declined.on,
    data: { reason: declined.reason },
  };
  return [
    rowOf(proposed, about, registered, first),
    rowOf(end, about, declined, by(declined, null)),
  ];
};

const beginningOf = (task: PlannedTask, one: PlannedAssignment, terms: EventTerms): EventRow => {
  const { ids, taskIds, messages } = terms;
  const isRegistered = one.assigned === task.registered;
  const inboxId = isRegistered ? messages.idOf(registeredBy(task)) : null;
  const about = { taskId: known(taskIds, task), assignmentId: ids.assignment(one) };
  const actorId = actorOf(one.assigned, ids);
  const event = assignedEvent(one, ids);
  return rowOf(event, about, one.assigned, { actorId, inboxId, onBehalfOfId: null });
};

const ofAct = (told: Told, terms: EventTerms): EventRow[] => {
  const { ids, taskIds, inboxOf } = terms;
  const { task, assignment, act } = told;
  const event = eventOfAct(told, ids);
  if (event === null) return [];
  const about = { taskId: known(taskIds, task), assignmentId: ids.assignment(assignment) };
  const onBehalfOfId = act.onBehalf ? ids.agency(assignment.agency) : null;
  const more = { actorId: actorOf(act, ids), inboxId: inboxOf(told), onBehalfOfId };
  return [rowOf(event, about, act, more)];
};

/** Stores every event of the plan, the earliest recorded first. */
export const storeEvents = async (
  tx: Tx,
  tasks: readonly PlannedTask[],
  all: readonly Told[],
  terms: EventTerms,
): Promise<void> => {
  const rows = [
    ...tasks.flatMap((task) => ofTask(task, terms)),
    ...tasks.flatMap((task) => task.assignments.map((one) => beginningOf(task, one, terms))),
    ...all.flatMap((told) => ofAct(told, terms)),
    // Array.sort is stable: of one moment, what begins comes first.
  ].sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime());
  await addAll(rows, (data) => tx.taskEvent.createMany({ data }));
};
