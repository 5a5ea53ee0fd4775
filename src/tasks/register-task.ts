// Registering a task: the task, one assignment an agency (lead beats coordinating), coordinating
// groups as references, and their events, in the caller's transaction.
import type { Prisma } from "#prisma/generated/client.ts";
import { type CivilDate, toDbDate } from "#src/calendar/civil-date.ts";
import type { Tx } from "#src/database/client.ts";
import { audit } from "#src/delivery/audit.ts";
import type { Deadline } from "#src/language/deadline.ts";
import { type Cause, recordEvent, recordEvents } from "./assignment-store.ts";

export type NewTask = {
  content: string;
  /** Who leads, as typed. */
  leadPhrase: string;
  leadIds: readonly number[];
  coordinatingIds: readonly number[];
  /** Groups, and phrases that name nobody in particular: kept, not expanded. */
  coordination: readonly { groupId: number | null; phrase: string }[];
  deadline: Deadline;
  area: string | null;
  clause: string | null;
  deliverable: string | null;
  leaderText: string | null;
  leaderInChargeId: number | null;
  note: string | null;
  restricted: boolean;
  documentId: number | null;
};

const dateOrNull = (date: CivilDate | null): Date | null => (date === null ? null : toDbDate(date));

/** The deadline columns of an assignment. */
export const deadlineColumns = (deadline: Deadline) => ({
  deadlineKind: deadline.kind,
  dueOn: dateOrNull(deadline.dueOn),
  originalDueOn: dateOrNull(deadline.dueOn),
  aimOn: dateOrNull(deadline.aimOn),
  boundary: deadline.boundary,
  frequency: [...deadline.frequency],
  deadlinePhrase: deadline.phrase,
  deadlineSure: deadline.sure,
});

const taskColumns = (task: NewTask, cause: Cause): Prisma.TaskUncheckedCreateInput => ({
  content: task.content,
  area: task.area,
  clause: task.clause,
  deliverable: task.deliverable,
  leaderText: task.leaderText,
  leaderInChargeId: task.leaderInChargeId,
  note: task.note,
  restricted: task.restricted,
  documentId: task.documentId,
  leadPhrase: task.leadPhrase,
  createdById: cause.actorId,
  createdAt: cause.at,
  registeredOn: toDbDate(cause.on),
  inboxId: cause.inboxId,
  coordination: { create: task.coordination.map((entry) => ({ ...entry })) },
});

/** Gives every named agency its assignment of a task that is being registered. */
const assign = async (
  tx: Tx,
  taskId: number,
  task: Pick<NewTask, "leadIds" | "coordinatingIds" | "deadline">,
  cause: Cause,
): Promise<number[]> => {
  const leads = new Set(task.leadIds);
  const parts = [
    ...[...leads].map((agencyId) => ({ agencyId, role: "lead" as const })),
    ...[...new Set(task.coordinatingIds)]
      .filter((agencyId) => !leads.has(agencyId))
      .map((agencyId) => ({ agencyId, role: "coordinating" as const })),
  ];
  const rows = await tx.assignment.createManyAndReturn({
    data: parts.map((part) => ({
      ...part,
      ...deadlineColumns(task.deadline),
      taskId,
      assignedOn: toDbDate(cause.on),
    })),
  });
  await recordEvents(
    tx,
    rows.map((row) => ({
      about: { taskId, assignmentId: row.id },
      kind: "assigned",
      data: {
        agencyId: row.agencyId,
        role: row.role,
        deadlineKind: task.deadline.kind,
        dueOn: task.deadline.dueOn,
        phrase: task.deadline.phrase,
      },
    })),
    cause,
  );
  return rows.filter((row) => row.role === "lead").map((row) => row.id);
};

/** Registers a task; its number and its lead assignments. */
export const registerTask = async (
  tx: Tx,
  task: NewTask,
  cause: Cause,
): Promise<{ taskId: number; leadAssignmentIds: number[] }> => {
  const { id: taskId } = await tx.task.create({ data: taskColumns(task, cause) });
  const registered = { taskId, assignmentId: null };
  await recordEvent(tx, registered, "registered", { by: "command" }, cause);
  const leadAssignmentIds = await assign(tx, taskId, task, cause);
  await auditTask(tx, "register task", taskId, cause);
  return { taskId, leadAssignmentIds };
};

/**
 * Stores an official's task as a proposal for the own agency: no assignment, no figure, no alert
 * until somebody else accepts it. The draft waits in the proposal's event.
 */
export const proposeTask = async (
  tx: Tx,
  task: NewTask,
  proposedForId: number,
  cause: Cause,
): Promise<number> => {
  const { id } = await tx.task.create({
    data: { ...taskColumns(task, cause), status: "proposed", proposedForId },
  });
  const draft = {
    leadIds: [...task.leadIds],
    coordinatingIds: [...task.coordinatingIds],
    deadline: { phrase: task.deadline.phrase, readOn: cause.on },
  };
  await recordEvent(tx, { taskId: id, assignmentId: null }, "proposed", draft, cause);
  await auditTask(tx, "propose task", id, cause);
  return id;
};

/** Accepts a proposal: its assignments begin on the day of acceptance. */
export const acceptProposal = async (
  tx: Tx,
  taskId: number,
  task: Pick<NewTask, "leadIds" | "coordinatingIds" | "deadline">,
  cause: Cause,
): Promise<number[]> => {
  await tx.task.update({
    where: { id: taskId },
    data: { status: "registered", registeredOn: toDbDate(cause.on), version: { increment: 1 } },
  });
  await recordEvent(tx, { taskId, assignmentId: null }, "registered", { by: "proposal" }, cause);
  const leads = await assign(tx, taskId, task, cause);
  await auditTask(tx, "accept proposal", taskId, cause);
  return leads;
};

export const declineProposal = async (
  tx: Tx,
  taskId: number,
  reason: string,
  cause: Cause,
): Promise<void> => {
  await tx.task.update({
    where: { id: taskId },
    data: { status: "declined", version: { increment: 1 } },
  });
  const about = { taskId, assignmentId: null };
  await recordEvent(tx, about, "proposal_declined", { reason }, cause);
  await auditTask(tx, "decline proposal", taskId, cause);
};

const auditTask = (tx: Tx, action: string, taskId: number, cause: Cause): Promise<void> =>
  audit(tx, {
    at: cause.at,
    actorId: cause.actorId,
    action,
    subject: `task:${taskId}`,
    inboxId: cause.inboxId,
  });
