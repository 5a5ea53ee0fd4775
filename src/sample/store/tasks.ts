// Tasks with their coordinating groups, and assignments; in the order of the plan.
import type { Prisma } from "#prisma/generated/client.ts";
import { toDbDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import type { Tx } from "#src/database/client.ts";
import { inChunks } from "#src/database/in-chunks.ts";
import { reformArea } from "#src/language/reform-area.ts";
import type { PlannedAssignment, PlannedTask } from "../plan/plan.ts";
import { columnsOf } from "./columns.ts";
import type { Ids } from "./event-values.ts";
import { known } from "./known.ts";
import type { Messages } from "./messages.ts";

export type TaskTerms = {
  documentIds: ReadonlyMap<string, number>;
  groupIds: ReadonlyMap<string, number>;
  ids: Pick<Ids, "agency" | "person">;
  messages: Messages;
  calendar: WorkCalendar;
};

const statusOf = ({ proposal }: PlannedTask): "registered" | "proposed" | "declined" => {
  if (proposal === null) return "registered";
  return proposal.declined === null ? "proposed" : "declined";
};

/** The message by which it was registered. */
export const registeredBy = ({ registered, text }: PlannedTask) => ({
  by: registered.by ?? "",
  at: registered.at,
  text,
});

const taskRow = (task: PlannedTask, terms: TaskTerms): Prisma.TaskCreateManyInput => {
  const { ids, documentIds, messages } = terms;
  const { registered, leader, proposal, document } = task;
  return {
    content: task.content,
    status: statusOf(task),
    documentId: document === null ? null : known(documentIds, document),
    clause: task.clause,
    area: reformArea(task.area).name,
    deliverable: task.deliverable,
    leaderInChargeId: leader === null ? null : ids.person(leader),
    note: task.note,
    restricted: task.restricted,
    leadPhrase: task.leadPhrase,
    proposedForId: proposal === null ? null : ids.agency(proposal.agency),
    createdById: registered.by === null ? null : ids.person(registered.by),
    createdAt: registered.at,
    registeredOn: toDbDate(registered.on),
    inboxId: messages.idOf(registeredBy(task)),
    version: proposal?.declined ? 2 : 1,
  };
};

/** Ids by task. */
export const storeTasks = async (
  tx: Tx,
  tasks: readonly PlannedTask[],
  terms: TaskTerms,
): Promise<Map<PlannedTask, number>> => {
  await terms.messages.add(tasks.map(registeredBy));
  const rows = await inChunks(
    tasks.map((task) => taskRow(task, terms)),
    (data) => tx.task.createManyAndReturn({ data, select: { id: true } }),
  );
  const taskIds = new Map(tasks.map((task, n) => [task, rows[n]?.id ?? 0]));
  await tx.taskCoordination.createMany({
    data: tasks.flatMap((task) =>
      task.coordination.map(({ group, phrase }) => ({
        taskId: known(taskIds, task),
        groupId: known(terms.groupIds, group),
        phrase,
      })),
    ),
  });
  return taskIds;
};

/** Ids by assignment; those that come from others after them. */
export const storeAssignments = async (
  tx: Tx,
  tasks: readonly PlannedTask[],
  taskIds: ReadonlyMap<PlannedTask, number>,
  { ids, calendar }: TaskTerms,
): Promise<Map<PlannedAssignment, number>> => {
  const stored = new Map<PlannedAssignment, number>();
  const all = tasks.flatMap((task) => task.assignments.map((one) => ({ task, one })));
  const withOrigin: Ids = {
    ...ids,
    assignment: (one) => known(stored, one),
    matter: () => 0,
  };
  for (const isFirst of [true, false]) {
    const now = all.filter(({ one }) => (one.origin === null) === isFirst);
    const rows = await inChunks(
      now.map(({ task, one }) => columnsOf(task, one, withOrigin, known(taskIds, task), calendar)),
      (data) => tx.assignment.createManyAndReturn({ data, select: { id: true } }),
    );
    for (const [n, { one }] of now.entries()) stored.set(one, rows[n]?.id ?? 0);
  }
  return stored;
};
