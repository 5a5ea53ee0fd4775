// Purpose: an official submits the result of a task that the own agency leads; the secretariat
// enters it for an agency (nhập hộ), whose people are told. Never confirmed by whoever entered it.
// Grammar:  /hoanthanh NV-012 [AGENCY] [số 123/BC-STC ngày 14/10] [note] [files]
// An edited message replaces the result as long as nobody decided it.
import { type CivilDate, fromDbDate, partsOf } from "#src/calendar/civil-date.ts";
import { type DocumentRef, readDocumentRef } from "#src/language/document-ref.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/commands.ts";
import { rolesFor } from "#src/people/permissions.ts";
import { cancelledForm, isNo } from "#src/requests/answers.ts";
import { closeForm, openForm } from "#src/requests/forms-store.ts";
import {
  type Command,
  type FormState,
  fileIdsOf,
  type Outcome,
  type Request,
} from "#src/requests/request.ts";
import { type AssignmentRow, lockAssignment } from "#src/tasks/assignment-store.ts";
import { causeOf } from "#src/tasks/cause.ts";
import { namedTask, shownCode } from "#src/tasks/occurrence-view.ts";
import { enteredForBlocks, tellOnBehalf } from "#src/tasks/on-behalf.ts";
import { submitResult, withdrawResult } from "#src/tasks/results.ts";
import { tellResult } from "#src/tasks/tell-result.ts";
import { actingFor, ownAssignment, ownAssignmentById } from "#src/tasks/which-assignment.ts";

const wanted = {
  command: "hoanthanh",
  action: "submit result",
  verb: "submit",
  onBehalf: true,
} as const;

type Said = { note: string; documentNumber: string | null; documentDate: CivilDate | null };

/** Refuses a document's date that cannot be meant: it would become the day of completion. */
const checkDate = (
  { date, from, to }: DocumentRef,
  rest: string,
  { language, today }: Request,
  assignedOn: CivilDate,
): void => {
  const refuse = (text: string) => new UserError({ blocks: [paragraph(text)] });
  const typed = rest.slice(from, to);
  if (date === null) {
    const day = /ng[àa]y\s*(\d{1,2}\s*[/.-]\s*\d{1,2}\S*)/i.exec(typed.normalize("NFC"))?.[1];
    if (day !== undefined) throw refuse(words.noSuchDocumentDay(language, day));
    return;
  }
  if (date > today) throw refuse(words.documentInFuture(language, date));
  const { year } = partsOf(date);
  const guessed = year < partsOf(today).year && !typed.includes(String(year));
  if (guessed && date < assignedOn) throw refuse(words.documentOfLastYear(language, date));
};

const readResult = (rest: string, request: Request, assignedOn: CivilDate): Said => {
  const found = readDocumentRef(rest, request.today);
  if (found === null) return { note: rest, documentNumber: null, documentDate: null };
  checkDate(found, rest, request, assignedOn);
  const note = found.rest.replace(/^[\s,;:.–-]+/, "");
  return { note, documentNumber: found.number, documentDate: found.date };
};

/** `onBehalfOfId`: the agency for which somebody else submits; null for its own people. */
type Meant = { assignment: AssignmentRow; onBehalfOfId: number | null };

const take = async (
  request: Request,
  { assignment, onBehalfOfId }: Meant,
  rest: string,
): Promise<Outcome> => {
  const { language, tx } = request;
  const code = shownCode(language, assignment);
  const fileIds = fileIdsOf(request);
  if (rest === "" && fileIds.length === 0) {
    const data = { assignmentId: assignment.id };
    await openForm(request, { command: "hoanthanh", step: "say", data });
    return {
      reply: { blocks: [paragraph(words.howToFinish(language, namedTask(language, assignment)))] },
    };
  }
  const said = readResult(rest, request, fromDbDate(assignment.assignedOn));
  const cause = causeOf(request, onBehalfOfId);
  const submitted = await submitResult(tx, assignment, { ...said, fileIds }, cause);
  if (submitted === null) throw new Error(`assignment ${assignment.id} takes no result`);
  const { documentNumber, documentDate } = said;
  const text = words.resultSaved(language, code, documentNumber, documentDate, fileIds.length);
  const { resultId } = submitted;
  const told =
    onBehalfOfId === null
      ? null
      : await tellOnBehalf(
          request,
          assignment,
          { kind: "result", id: resultId },
          { kind: "result", ...said },
        );
  const deciding = await tellResult(request, assignment, resultId);
  return {
    reply: { blocks: [paragraph(text), ...enteredForBlocks(language, assignment, told)] },
    messages: [...deciding, ...(told ?? [])],
    changed: [assignment.id],
  };
};

/** The result of the message that was edited, if nobody decided it yet, is taken back first. */
const takeBack = async (request: Request): Promise<void> => {
  const { correctsInboxId, tx, actor } = request;
  if (correctsInboxId === undefined) return;
  const result = await tx.result.findFirst({
    where: { inboxId: correctsInboxId, decision: "pending", submittedById: actor.personId },
  });
  if (result === null) return;
  const assignment = await lockAssignment(tx, result.assignmentId);
  // Whoever left the agency takes nothing of it back, whatever the message says now.
  if (actingFor(request, assignment, wanted) === undefined) {
    const text = words.notYourAgency(request.language, formatTaskCode(assignment.taskId));
    throw new UserError({ blocks: [paragraph(text)] });
  }
  await withdrawResult(tx, assignment, result.id, causeOf(request));
};

const answer = async (request: Request, form: FormState): Promise<Outcome> => {
  if (isNo(request.args)) return cancelledForm(request, form);
  const { assignmentId } = form.data as { assignmentId: number };
  const assignment = await ownAssignmentById(request, assignmentId, wanted);
  await closeForm(request, form);
  const { onBehalfOfId } = assignment;
  return take(request, { assignment, onBehalfOfId }, request.args);
};

export const hoanthanh: Command = {
  name: "hoanthanh",
  aliases: ["ht", "done"],
  summary: { vi: "Nộp kết quả một nhiệm vụ", en: "Submit the result of a task" },
  example: "/hoanthanh NV-012 số 123/BC-STC ngày 14/10 đã báo cáo UBND tỉnh",
  roles: rolesFor("submit result", "enter on behalf"),
  chats: ["private", "group"],
  kind: "write",
  takesFiles: true,
  onEdit: "again",
  audience: "chat",
  run: async (request) => {
    await takeBack(request);
    const { rest, ...meant } = await ownAssignment(request, wanted);
    return take(request, meant, rest);
  },
  answer,
};
