// Tiến độ: append-only. What was said is never changed; an edited message adds a row that names
// the one it corrects.
import { toDbDate } from "#src/calendar/civil-date.ts";
import type { Tx } from "#src/database/client.ts";
import { audit } from "#src/delivery/audit.ts";
import { type AssignmentRow, type Cause, changeAssignment } from "./assignment-store.ts";
import { after } from "./state.ts";

export type ProgressReport = {
  /** Null: a note without a figure leaves the percent as it is. */
  percent: number | null;
  note: string;
  fileIds: readonly number[];
  /** Inbox row of the message that was edited. */
  correctsInboxId?: bigint;
};

/** Records progress on a locked assignment; the row's id, null where its state takes none. */
export const reportProgress = async (
  tx: Tx,
  assignment: AssignmentRow,
  report: ProgressReport,
  cause: Cause,
): Promise<bigint | null> => {
  const state = after(assignment.state, "report");
  if (state === null) return null;

  const corrected =
    report.correctsInboxId === undefined
      ? null
      : await tx.progress.findFirst({
          where: { assignmentId: assignment.id, inboxId: report.correctsInboxId },
          orderBy: { id: "desc" },
        });
  const row = await tx.progress.create({
    data: {
      assignmentId: assignment.id,
      percent: report.percent,
      note: report.note,
      authorId: cause.actorId,
      onBehalfOfId: cause.onBehalfOfId ?? null,
      effectiveOn: toDbDate(cause.on),
      recordedAt: cause.at,
      inboxId: cause.inboxId,
      correctsId: corrected?.id ?? null,
      attachments: { create: report.fileIds.map((fileId) => ({ fileId })) },
    },
  });
  await changeAssignment(
    tx,
    assignment,
    { state, ...(report.percent === null ? {} : { percent: report.percent }) },
    "progressed",
    { percent: report.percent },
    cause,
  );
  await audit(tx, {
    at: cause.at,
    actorId: cause.actorId,
    action: corrected === null ? "report progress" : "correct progress",
    subject: `assignment:${assignment.id}`,
    inboxId: cause.inboxId,
    onBehalfOfId: cause.onBehalfOfId ?? null,
    data: { progress: String(row.id), percent: report.percent },
  });
  return row.id;
};
