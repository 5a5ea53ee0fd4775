// Assignments of tasks that were registered together, with what is said of each: no more columns
// than that, as there may be thousands.
import { fromDbDate } from "#src/calendar/civil-date.ts";
import type { Store } from "#src/database/client.ts";
import type { DeadlineShown } from "#src/messages/words/tasks.ts";

export type GivenAssignment = {
  id: number;
  version: number;
  taskId: number;
  agencyId: number;
  agencyName: string;
  agencyCode: string;
  role: "lead" | "coordinating";
  content: string;
  leadPhrase: string;
  deadline: DeadlineShown;
};

export const givenAssignments = async (
  store: Store,
  taskIds: readonly number[],
): Promise<GivenAssignment[]> => {
  const tasks = await store.task.findMany({
    where: { id: { in: [...taskIds] } },
    select: { id: true, content: true, leadPhrase: true },
  });
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const rows = await store.assignment.findMany({
    where: { taskId: { in: [...taskIds] } },
    orderBy: [{ taskId: "asc" }, { id: "asc" }],
    select: {
      id: true,
      version: true,
      taskId: true,
      agencyId: true,
      role: true,
      deadlineKind: true,
      dueOn: true,
      boundary: true,
      deadlinePhrase: true,
      agency: { select: { name: true, code: true } },
    },
  });
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    taskId: row.taskId,
    agencyId: row.agencyId,
    agencyName: row.agency.name,
    agencyCode: row.agency.code,
    role: row.role,
    content: byId.get(row.taskId)?.content ?? "",
    leadPhrase: byId.get(row.taskId)?.leadPhrase ?? "",
    deadline: {
      kind: row.deadlineKind,
      dueOn: row.dueOn === null ? null : fromDbDate(row.dueOn),
      boundary: row.boundary,
      phrase: row.deadlinePhrase,
    },
  }));
};
