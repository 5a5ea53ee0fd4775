// Vướng mắc: raised by the agency, answered by the secretariat or a leader, closed by either.
// On a locked assignment; the row keeps the answers, each event its day.
import type { Tx } from "#src/database/client.ts";
import { audit } from "#src/delivery/audit.ts";
import { type AssignmentRow, type Cause, changeAssignment } from "./assignment-store.ts";

type Locked = Pick<AssignmentRow, "id" | "taskId">;

const auditOf = (tx: Tx, action: string, blockerId: number, note: string, cause: Cause) =>
  audit(tx, {
    at: cause.at,
    actorId: cause.actorId,
    action,
    subject: `blocker:${blockerId}`,
    inboxId: cause.inboxId,
    onBehalfOfId: cause.onBehalfOfId ?? null,
    data: note === "" ? {} : { note },
  });

/** Records what blocks an assignment; its number. */
export const raiseBlocker = async (
  tx: Tx,
  assignment: Locked,
  { text, fileIds }: { text: string; fileIds: readonly number[] },
  cause: Cause,
): Promise<number> => {
  const { id } = await tx.blocker.create({
    data: {
      taskId: assignment.taskId,
      assignmentId: assignment.id,
      text,
      raisedById: cause.actorId,
      raisedAt: cause.at,
      inboxId: cause.inboxId,
      attachments: { create: fileIds.map((fileId) => ({ fileId })) },
    },
  });
  await changeAssignment(tx, assignment, {}, "blocker_raised", { blockerId: id }, cause);
  await auditOf(tx, "raise blocker", id, text, cause);
  return id;
};

/** What was said before stays above what is added. */
export const joinAnswers = (before: string | null, added: string): string =>
  before === null || before === "" ? added : `${before}\n${added}`;

export const answerBlocker = async (
  tx: Tx,
  assignment: Locked,
  blocker: { id: number; answer: string | null },
  { text, fileIds }: { text: string; fileIds: readonly number[] },
  cause: Cause,
): Promise<void> => {
  await tx.blocker.update({
    where: { id: blocker.id },
    data: {
      answer: joinAnswers(blocker.answer, text),
      answeredById: cause.actorId,
      answeredAt: cause.at,
      attachments: { create: fileIds.map((fileId) => ({ fileId })) },
    },
  });
  await changeAssignment(tx, assignment, {}, "blocker_answered", { blockerId: blocker.id }, cause);
  await auditOf(tx, "answer blocker", blocker.id, text, cause);
};

export const closeBlocker = async (
  tx: Tx,
  assignment: Locked,
  blockerId: number,
  note: string,
  cause: Cause,
): Promise<void> => {
  await tx.blocker.update({
    where: { id: blockerId },
    data: { closedAt: cause.at, closedById: cause.actorId },
  });
  await changeAssignment(tx, assignment, {}, "blocker_closed", { blockerId }, cause);
  await auditOf(tx, "close blocker", blockerId, note, cause);
};
