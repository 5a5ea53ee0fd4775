// Giải trình: asked of an agency about its assignment, with a deadline of its own; answered by it,
// closed by those who asked, or sent back for more. On a locked assignment.
import { type CivilDate, toDbDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import type { Tx } from "#src/database/client.ts";
import { audit } from "#src/delivery/audit.ts";
import { type AssignmentRow, type Cause, changeAssignment } from "./assignment-store.ts";
import { joinAnswers } from "./blockers.ts";

type Locked = Pick<AssignmentRow, "id" | "taskId" | "agencyId">;

/** Working days to answer where no day is named. */
const USUAL_WORKING_DAYS = 3;

export const usualDeadline = (today: CivilDate, calendar: WorkCalendar): CivilDate =>
  calendar.addWorkingDays(today, USUAL_WORKING_DAYS);

const auditOf = (tx: Tx, action: string, requestId: number, note: string, cause: Cause) =>
  audit(tx, {
    at: cause.at,
    actorId: cause.actorId,
    action,
    subject: `explanation:${requestId}`,
    inboxId: cause.inboxId,
    onBehalfOfId: cause.onBehalfOfId ?? null,
    data: note === "" ? {} : { note },
  });

/** Asks; its number. */
export const askExplanation = async (
  tx: Tx,
  assignment: Locked,
  { text, dueOn }: { text: string; dueOn: CivilDate },
  cause: Cause,
): Promise<number> => {
  const { id } = await tx.explanationRequest.create({
    data: {
      taskId: assignment.taskId,
      assignmentId: assignment.id,
      agencyId: assignment.agencyId,
      text,
      dueOn: toDbDate(dueOn),
      askedById: cause.actorId,
      askedAt: cause.at,
      inboxId: cause.inboxId,
    },
  });
  const data = { requestId: id, dueOn };
  await changeAssignment(tx, assignment, {}, "explanation_asked", data, cause);
  await auditOf(tx, "ask explanation", id, text, cause);
  return id;
};

export const answerExplanation = async (
  tx: Tx,
  assignment: Locked,
  asked: { id: number; answer: string | null },
  { text, fileIds }: { text: string; fileIds: readonly number[] },
  cause: Cause,
): Promise<void> => {
  await tx.explanationRequest.update({
    where: { id: asked.id },
    data: {
      answer: joinAnswers(asked.answer, text),
      answeredById: cause.actorId,
      answeredAt: cause.at,
      attachments: { create: fileIds.map((fileId) => ({ fileId })) },
    },
  });
  const data = { requestId: asked.id };
  await changeAssignment(tx, assignment, {}, "explanation_answered", data, cause);
  await auditOf(tx, "answer explanation", asked.id, text, cause);
};

/** What was answered is not enough: the question grows, and waits for an answer again. */
export const askForMore = async (
  tx: Tx,
  assignment: Locked,
  asked: { id: number; text: string },
  { text, dueOn }: { text: string; dueOn: CivilDate },
  cause: Cause,
): Promise<void> => {
  await tx.explanationRequest.update({
    where: { id: asked.id },
    data: {
      text: joinAnswers(asked.text, text),
      dueOn: toDbDate(dueOn),
      answeredAt: null,
    },
  });
  const data = { requestId: asked.id, dueOn };
  await changeAssignment(tx, assignment, {}, "explanation_asked", data, cause);
  await auditOf(tx, "ask for more explanation", asked.id, text, cause);
};

export const closeExplanation = async (
  tx: Tx,
  assignment: Locked,
  requestId: number,
  note: string,
  cause: Cause,
): Promise<void> => {
  await tx.explanationRequest.update({
    where: { id: requestId },
    data: { closedAt: cause.at, closedById: cause.actorId },
  });
  await changeAssignment(tx, assignment, {}, "explanation_closed", { requestId }, cause);
  await auditOf(tx, "close explanation", requestId, note, cause);
};
