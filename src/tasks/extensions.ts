// Gia hạn: asked by the lead, decided by somebody else, on a locked assignment. The row keeps what
// was asked; what was granted stands in the event that moved the date, from that day on.
import { type CivilDate, fromDbDate, toDbDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import type { Tx } from "#src/database/client.ts";
import { audit } from "#src/delivery/audit.ts";
import {
  type AssignmentRow,
  type Cause,
  changeAssignment,
  recordEvent,
} from "./assignment-store.ts";
import { movedTo } from "./extension-rules.ts";
import { openExtensionOf } from "./extension-store.ts";

type Locked = Pick<AssignmentRow, "id" | "taskId" | "dueOn">;

const auditAbout = (cause: Cause, assignmentId: number) => ({
  at: cause.at,
  actorId: cause.actorId,
  subject: `assignment:${assignmentId}`,
  inboxId: cause.inboxId,
  onBehalfOfId: cause.onBehalfOfId ?? null,
});

export type AskedExtension = { to: CivilDate; reason: string; fileIds: readonly number[] };

/** Records a request that the rules allow; its id. */
export const askExtension = async (
  tx: Tx,
  assignment: Locked & { dueOn: Date },
  { to, reason, fileIds }: AskedExtension,
  cause: Cause,
): Promise<number> => {
  const { id } = await tx.extension.create({
    data: {
      assignmentId: assignment.id,
      fromDueOn: assignment.dueOn,
      toDueOn: toDbDate(to),
      reason,
      askedById: cause.actorId,
      askedOn: toDbDate(cause.on),
      askedAt: cause.at,
      inboxId: cause.inboxId,
      onBehalfOfId: cause.onBehalfOfId ?? null,
      attachments: { create: fileIds.map((fileId) => ({ fileId })) },
    },
  });
  const data = { extensionId: id, from: fromDbDate(assignment.dueOn), to, reason };
  await changeAssignment(tx, assignment, {}, "extension_asked", data, cause);
  await audit(tx, {
    ...auditAbout(cause, assignment.id),
    action: "ask extension",
    data: { extension: id, to },
  });
  return id;
};

export type Granted = { extensionId: number; to: CivilDate; authority: string };

/** Moves the date, from today on; the original one stays. */
export const grantExtension = async (
  tx: Tx,
  assignment: Locked & { dueOn: Date },
  { extensionId, to, authority }: Granted,
  calendar: WorkCalendar,
  cause: Cause,
): Promise<void> => {
  await tx.extension.update({
    where: { id: extensionId },
    data: { status: "approved", decidedById: cause.actorId, decidedAt: cause.at, authority },
  });
  const { dueOn, aimOn, boundary } = movedTo(to, cause.on, calendar);
  await changeAssignment(
    tx,
    assignment,
    {
      dueOn: toDbDate(dueOn),
      aimOn: toDbDate(aimOn),
      boundary,
      extensionCount: { increment: 1 },
    },
    "due_changed",
    { from: fromDbDate(assignment.dueOn), to, authority, extensionId },
    cause,
  );
  await audit(tx, {
    ...auditAbout(cause, assignment.id),
    action: "approve extension",
    data: { extension: extensionId, to, authority },
  });
};

export const refuseExtension = async (
  tx: Tx,
  assignment: Locked,
  { extensionId, reason }: { extensionId: number; reason: string },
  cause: Cause,
): Promise<void> => {
  await tx.extension.update({
    where: { id: extensionId },
    data: {
      status: "rejected",
      decidedById: cause.actorId,
      decidedAt: cause.at,
      decisionNote: reason,
    },
  });
  const data = { extensionId, reason };
  await changeAssignment(tx, assignment, {}, "extension_rejected", data, cause);
  await audit(tx, {
    ...auditAbout(cause, assignment.id),
    action: "reject extension",
    data: { extension: extensionId, reason },
  });
};

/**
 * Withdraws what is open, if anything: by its agency, or because a result was submitted, whose own
 * change goes on to redraw the cards. The id of what was withdrawn.
 */
export const withdrawExtension = async (
  tx: Tx,
  assignment: Locked,
  why: "agency" | "submitted",
  cause: Cause,
): Promise<number | null> => {
  const open = await openExtensionOf(tx, assignment.id);
  if (open === null) return null;
  await tx.extension.update({
    where: { id: open.id },
    data: { status: "withdrawn", decidedAt: cause.at },
  });
  const data = { extensionId: open.id };
  if (why === "agency") {
    await changeAssignment(tx, assignment, {}, "extension_withdrawn", data, cause);
  } else {
    const about = { taskId: assignment.taskId, assignmentId: assignment.id };
    await recordEvent(tx, about, "extension_withdrawn", data, cause);
  }
  await audit(tx, {
    ...auditAbout(cause, assignment.id),
    action: "withdraw extension",
    data: { extension: open.id, why },
  });
  return open.id;
};
