// Tasks that an official proposed and nobody decided about: they will be given to whoever stands
// for the agencies that ended.
import { fromDbDate } from "#src/calendar/civil-date.ts";
import type { Tx } from "#src/database/client.ts";
import { recordEvent } from "#src/tasks/assignment-store.ts";
import { eventData } from "#src/tasks/events.ts";
import type { Carrying } from "./move-assignments.ts";

const draftOf = (tx: Tx, taskId: number) =>
  tx.taskEvent.findFirst({ where: { taskId, kind: "proposed" }, orderBy: { id: "desc" } });

export const moveProposals = async (
  { tx, on, cause }: Carrying,
  endedIds: readonly number[],
  restId: number | null,
): Promise<void> => {
  if (restId === null || endedIds.length === 0) return;
  const instead = (id: number): number => (endedIds.includes(id) ? restId : id);
  const all = (ids: readonly number[]): number[] => [...new Set(ids.map(instead))];
  for (const task of await tx.task.findMany({ where: { status: "proposed" } })) {
    const event = await draftOf(tx, task.id);
    if (event === null) continue;
    const draft = eventData.proposed.parse(event.data);
    const touches = [...draft.leadIds, ...draft.coordinatingIds].some((id) =>
      endedIds.includes(id),
    );
    if (touches) {
      const leadIds = all(draft.leadIds);
      const coordinatingIds = all(draft.coordinatingIds).filter((id) => !leadIds.includes(id));
      const about = { taskId: task.id, assignmentId: null };
      const day = fromDbDate(task.registeredOn) > on ? fromDbDate(task.registeredOn) : on;
      const moved = { ...draft, leadIds, coordinatingIds };
      await recordEvent(tx, about, "proposed", moved, { ...cause, on: day });
    }
    if (task.proposedForId !== null && endedIds.includes(task.proposedForId)) {
      await tx.task.update({ where: { id: task.id }, data: { proposedForId: restId } });
    }
  }
};
