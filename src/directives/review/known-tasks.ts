// The tasks of a document that the register has.
import { fromDbDate } from "#src/calendar/civil-date.ts";
import type { Store } from "#src/database/client.ts";
import { type KnownTask, sameWords } from "./compare.ts";
import { readStoredDraft } from "./stored-json.ts";

export const knownTasksOf = async (store: Store, documentId: number): Promise<KnownTask[]> => {
  const tasks = await store.task.findMany({
    where: { documentId, status: "registered" },
    orderBy: { id: "asc" },
    select: { id: true, content: true, clause: true },
  });
  const rows = await store.assignment.findMany({
    where: { taskId: { in: tasks.map(({ id }) => id) }, role: "lead", occurrence: "" },
    orderBy: { id: "asc" },
    select: {
      taskId: true,
      agencyId: true,
      originalDueOn: true,
      agency: { select: { name: true } },
    },
  });
  const shares = Map.groupBy(rows, ({ taskId }) => taskId);
  return tasks.map(({ id, content, clause }) => {
    const own = shares.get(id) ?? [];
    const due = own[0]?.originalDueOn ?? null;
    return {
      taskId: id,
      content,
      clause,
      leadIds: own.map(({ agencyId }) => agencyId),
      leadNames: own.map(({ agency }) => agency.name),
      dueOn: due === null ? null : fromDbDate(due),
    };
  });
};

/** What somebody dropped when the document was looked at before: it is not offered again. */
export const droppedBefore = async (store: Store, documentId: number): Promise<Set<string>> => {
  const rows = await store.directiveDraft.findMany({
    where: { status: "dropped", reading: { documentId } },
    select: { asRead: true },
  });
  return new Set(rows.map(({ asRead }) => sameWords(readStoredDraft(asRead).text)));
};
