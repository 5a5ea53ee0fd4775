// Kết quả: submitted by the lead, confirmed or returned by somebody of another agency. The date
// of completion is the signed document's if it is confirmed, else the day of submission
// (design notes 4; domain.md 2.2: not the day of confirmation).
import { type CivilDate, fromDbDate, toDbDate } from "#src/calendar/civil-date.ts";
import type { Tx } from "#src/database/client.ts";
import { audit } from "#src/delivery/audit.ts";
import { type AssignmentRow, type Cause, changeAssignment } from "./assignment-store.ts";
import { withdrawExtension } from "./extensions.ts";
import { after } from "./state.ts";

export type Submission = {
  note: string;
  documentNumber: string | null;
  documentDate: CivilDate | null;
  fileIds: readonly number[];
};

const note = (
  tx: Tx,
  action: string,
  { id }: AssignmentRow,
  cause: Cause,
  data: { result: number; completedOn?: CivilDate; reason?: string },
): Promise<void> =>
  audit(tx, {
    at: cause.at,
    actorId: cause.actorId,
    action,
    subject: `assignment:${id}`,
    inboxId: cause.inboxId,
    onBehalfOfId: cause.onBehalfOfId ?? null,
    data,
  });

/**
 * Submits a result on a locked assignment; null where its state takes none. In time is judged by
 * the document's date where there is one: that is what will count once it is confirmed.
 */
export const submitResult = async (
  tx: Tx,
  assignment: AssignmentRow,
  submission: Submission,
  cause: Cause,
): Promise<{ resultId: number; submittedOn: CivilDate } | null> => {
  const state = after(assignment.state, "submit");
  if (state === null) return null;

  // With the result in hand another date means nothing any more.
  await withdrawExtension(tx, assignment, "submitted", cause);
  const submittedOn = submission.documentDate ?? cause.on;
  const result = await tx.result.create({
    data: {
      assignmentId: assignment.id,
      note: submission.note,
      documentNumber: submission.documentNumber,
      documentDate: submission.documentDate === null ? null : toDbDate(submission.documentDate),
      submittedOn: toDbDate(cause.on),
      submittedAt: cause.at,
      submittedById: cause.actorId,
      onBehalfOfId: cause.onBehalfOfId ?? null,
      inboxId: cause.inboxId,
      attachments: { create: submission.fileIds.map((fileId) => ({ fileId })) },
    },
  });
  await changeAssignment(
    tx,
    assignment,
    { state, submittedOn: toDbDate(submittedOn) },
    "submitted",
    { resultId: result.id, submittedOn },
    cause,
  );
  await note(tx, "submit result", assignment, cause, { result: result.id });
  return { resultId: result.id, submittedOn };
};

const decidedBy = (cause: Cause) => ({
  decidedById: cause.actorId,
  decidedOn: toDbDate(cause.on),
  decidedAt: cause.at,
});

const pendingResult = (tx: Tx, assignmentId: number) =>
  tx.result.findFirst({ where: { assignmentId, decision: "pending" } });

/**
 * Confirms the pending result; the day of completion, or null where none waits. `completedOn`
 * is given where the one who decides does not accept the document's date.
 */
export const confirmResult = async (
  tx: Tx,
  assignment: AssignmentRow,
  decided: { completedOn: CivilDate | null },
  cause: Cause,
): Promise<CivilDate | null> => {
  const state = after(assignment.state, "confirm");
  const result = await pendingResult(tx, assignment.id);
  if (state === null || result === null) return null;

  const completedOn = decided.completedOn ?? fromDbDate(result.documentDate ?? result.submittedOn);
  await tx.result.update({
    where: { id: result.id },
    data: {
      decision: "confirmed",
      ...decidedBy(cause),
      completedOn: toDbDate(completedOn),
    },
  });
  await changeAssignment(
    tx,
    assignment,
    { state, percent: 100, completedOn: toDbDate(completedOn) },
    "confirmed",
    { resultId: result.id, completedOn },
    cause,
  );
  await note(tx, "confirm result", assignment, cause, { result: result.id, completedOn });
  return completedOn;
};

/** Returns the pending result with a reason; false where none waits. The next one counts. */
export const returnResult = async (
  tx: Tx,
  assignment: AssignmentRow,
  reason: string,
  cause: Cause,
): Promise<boolean> => {
  const state = after(assignment.state, "return");
  const result = await pendingResult(tx, assignment.id);
  if (state === null || result === null) return false;

  await tx.result.update({
    where: { id: result.id },
    data: {
      decision: "returned",
      ...decidedBy(cause),
      decisionNote: reason,
    },
  });
  await changeAssignment(
    tx,
    assignment,
    { state, submittedOn: null },
    "returned",
    { resultId: result.id, reason },
    cause,
  );
  await note(tx, "return result", assignment, cause, { result: result.id, reason });
  return true;
};

/** Takes back a result that nobody has decided yet, so that an edited message can replace it. */
export const withdrawResult = async (
  tx: Tx,
  assignment: AssignmentRow,
  resultId: number,
  cause: Cause,
): Promise<void> => {
  await tx.result.update({ where: { id: resultId }, data: { decision: "withdrawn" } });
  await changeAssignment(
    tx,
    assignment,
    { state: "in_progress", submittedOn: null },
    "withdrawn",
    { resultId },
    cause,
  );
};
