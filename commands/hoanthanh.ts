// Purpose: an official submits the result of a task that the own agency leads.
// Grammar:  /hoanthanh NV-012 [số 123/BC-STC ngày 14/10] [note] [files]
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
import type { Command, FormState, Outcome, Request } from "#src/requests/request.ts";
import { type AssignmentRow, lockAssignment } from "#src/tasks/assignment-store.ts";
import { introducedCard, readerFor } from "#src/tasks/card.ts";
import { causeOf } from "#src/tasks/cause.ts";
import { submitResult, withdrawResult } from "#src/tasks/results.ts";
import { tellDeciders } from "#src/tasks/tell.ts";
import { ownAssignment, ownAssignmentById } from "#src/tasks/which-assignment.ts";

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

const take = async (
  request: Request,
  assignment: AssignmentRow,
  rest: string,
): Promise<Outcome> => {
  const { language, tx } = request;
  const code = formatTaskCode(assignment.taskId);
  const fileIds = request.attached.map(({ fileId }) => fileId);
  if (rest === "" && fileIds.length === 0) {
    const data = { assignmentId: assignment.id };
    await openForm(request, { command: "hoanthanh", step: "say", data });
    return { reply: { blocks: [paragraph(words.howToFinish(language, code))] } };
  }
  const said = readResult(rest, request, fromDbDate(assignment.assignedOn));
  const submitted = await submitResult(tx, assignment, { ...said, fileIds }, causeOf(request));
  if (submitted === null) throw new Error(`assignment ${assignment.id} takes no result`);
  const { documentNumber, documentDate } = said;
  const text = words.resultSaved(language, code, documentNumber, documentDate, fileIds.length);
  return {
    reply: { blocks: [paragraph(text)] },
    // Those who decide get the card with its buttons, one message each.
    messages: await tellDeciders(request, assignment, {
      key: `result:${submitted.resultId}`,
      reply: (actor) =>
        introducedCard(
          readerFor(request, actor),
          assignment.id,
          words.resultToDecide(actor.language, code, assignment.agency.name),
        ),
    }),
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
  await withdrawResult(tx, assignment, result.id, causeOf(request));
};

const answer = async (request: Request, form: FormState): Promise<Outcome> => {
  if (isNo(request.args)) return cancelledForm(request, form);
  const { assignmentId } = form.data as { assignmentId: number };
  const assignment = await ownAssignmentById(request, assignmentId, wanted);
  await closeForm(request, form);
  return take(request, assignment, request.args);
};

export const hoanthanh: Command = {
  name: "hoanthanh",
  aliases: ["ht", "done"],
  summary: { vi: "Nộp kết quả một nhiệm vụ", en: "Submit the result of a task" },
  example: "/hoanthanh NV-012 số 123/BC-STC ngày 14/10 đã báo cáo UBND tỉnh",
  roles: rolesFor("submit result"),
  chats: ["private", "group"],
  kind: "write",
  onEdit: "again",
  audience: "chat",
  run: async (request) => {
    await takeBack(request);
    const { assignment, rest } = await ownAssignment(request, wanted);
    return take(request, assignment, rest);
  },
  answer,
};
