// What a planted province comes to, without what differs from one planting to the next: moments to
// the millisecond, numbers of messages.
import type { Db } from "#src/database/client.ts";

export const digestOf = async (db: Db) => ({
  tasks: await db.task.findMany({
    orderBy: { id: "asc" },
    select: { id: true, content: true, status: true, clause: true, registeredOn: true },
  }),
  assignments: await db.assignment.findMany({
    orderBy: { id: "asc" },
    select: { id: true, taskId: true, state: true, percent: true, dueOn: true, completedOn: true },
  }),
  events: await db.taskEvent.groupBy({
    by: ["kind", "effectiveOn"],
    _count: true,
    orderBy: [{ kind: "asc" }, { effectiveOn: "asc" }],
  }),
  standings: await db.standingRow.findMany({
    orderBy: { id: "asc" },
    select: { snapshotId: true, agencyName: true, rate: true, rank: true, doneLate: true },
  }),
  slots: await db.jobSlot.findMany({
    orderBy: { slot: "asc" },
    select: { job: true, slot: true, state: true },
  }),
  people: await db.person.count(),
  said: await db.outboxMessage.groupBy({
    by: ["kind", "state"],
    _count: true,
    orderBy: { kind: "asc" },
  }),
});
