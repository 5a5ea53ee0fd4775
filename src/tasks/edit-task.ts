// Puts the register right: wording of a task, and deadlines that were misread. Every field is one
// event. A corrected deadline takes effect on the day of the correction like every other event:
// history as of an earlier day still shows what was in the register then, published standings are
// snapshots, and every figure that is asked for from now on counts by the corrected date.
import type { Prisma } from "#prisma/generated/client.ts";
import { fromDbDate } from "#src/calendar/civil-date.ts";
import type { Tx } from "#src/database/client.ts";
import { audit } from "#src/delivery/audit.ts";
import type { Deadline } from "#src/language/deadline.ts";
import {
  type AssignmentRow,
  type Cause,
  changeAssignment,
  recordEvent,
} from "./assignment-store.ts";
import { type FieldChange, YES } from "./edit-plan.ts";
import { deadlineColumns } from "./register-task.ts";

/** What a new name or number means in the register. */
export type Resolved = { documentId: number | null; leaderInChargeId: number | null };

const columnsOf = (
  { field, to }: FieldChange,
  resolved: Resolved,
): Prisma.TaskUncheckedUpdateInput => {
  switch (field) {
    case "content":
      return { content: to ?? "" };
    case "area":
      return { area: to };
    case "deliverable":
      return { deliverable: to };
    case "leader":
      return { leaderText: to, leaderInChargeId: resolved.leaderInChargeId };
    case "document":
      return { documentId: resolved.documentId };
    case "clause":
      return { clause: to };
    case "note":
      return { note: to };
    case "restricted":
      return { restricted: to === YES };
  }
};

const auditEdit = (
  tx: Tx,
  subject: string,
  action: string,
  data: Prisma.InputJsonObject,
  cause: Cause,
): Promise<void> =>
  audit(tx, {
    at: cause.at,
    actorId: cause.actorId,
    action,
    subject,
    inboxId: cause.inboxId,
    data,
  });

/** A document keeps its sheet rows apart by their keys: a key that is taken there is given up. */
const freeImportKey = async (
  tx: Tx,
  taskId: number,
  documentId: number | null,
): Promise<Prisma.TaskUncheckedUpdateInput> => {
  const task = await tx.task.findUniqueOrThrow({ where: { id: taskId } });
  if (task.importKey === null || documentId === null) return {};
  const where = { documentId, importKey: task.importKey, id: { not: taskId } };
  return (await tx.task.findFirst({ where })) === null ? {} : { importKey: null };
};

/** Changes the wording of a locked task. */
export const editTask = async (
  tx: Tx,
  taskId: number,
  changes: readonly FieldChange[],
  resolved: Resolved,
  cause: Cause,
): Promise<void> => {
  for (const change of changes) {
    const { field, from, to } = change;
    const more = field === "document" ? await freeImportKey(tx, taskId, resolved.documentId) : {};
    await tx.task.update({
      where: { id: taskId },
      data: { ...columnsOf(change, resolved), ...more },
    });
    const about = { taskId, assignmentId: null };
    if (field === "area") await recordEvent(tx, about, "area_changed", { from, to }, cause);
    else await recordEvent(tx, about, "edited", { field, from, to }, cause);
    await auditEdit(tx, `task:${taskId}`, "edit task", { field, from, to }, cause);
  }
  await tx.task.update({ where: { id: taskId }, data: { version: { increment: 1 } } });
  // Cards show the wording too: those that were drawn before are old now, and are redrawn.
  await tx.assignment.updateMany({ where: { taskId }, data: { version: { increment: 1 } } });
};

/** Puts a deadline right: it never was another, so the original goes too; extensions stay counted. */
export const correctDeadline = async (
  tx: Tx,
  assignment: AssignmentRow,
  deadline: Deadline,
  authority: string,
  cause: Cause,
): Promise<void> => {
  const from = assignment.dueOn === null ? null : fromDbDate(assignment.dueOn);
  const to = deadline.dueOn;
  await changeAssignment(
    tx,
    assignment,
    deadlineColumns(deadline),
    "due_changed",
    { from, to, authority, correction: true, deadlineKind: deadline.kind },
    cause,
  );
  const subject = `assignment:${assignment.id}`;
  await auditEdit(tx, subject, "correct deadline", { from, to, authority }, cause);
};
