// Purpose: somebody of another agency returns a submitted result, or declines a proposed task.
// Grammar:  /tralai NV-012 [STC] lý do
import { formatTaskCode } from "#src/language/task-code.ts";
import { paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/commands.ts";
import { may, rolesFor } from "#src/people/permissions.ts";
import { cancelledForm, isNo } from "#src/requests/answers.ts";
import { closeForm, openForm } from "#src/requests/forms-store.ts";
import type { Command, FormState, Outcome, Request } from "#src/requests/request.ts";
import { type AssignmentRow, lockAssignment } from "#src/tasks/assignment-store.ts";
import { introducedCard, readerFor } from "#src/tasks/card.ts";
import { causeOf } from "#src/tasks/cause.ts";
import { shownCode } from "#src/tasks/occurrence-view.ts";
import { declineIfProposal } from "#src/tasks/proposals.ts";
import { returnResult } from "#src/tasks/results.ts";
import { tellAgency } from "#src/tasks/tell.ts";
import { assignmentToDecide } from "#src/tasks/which-assignment.ts";

const giveBack = async (
  request: Request,
  assignment: AssignmentRow,
  reason: string,
): Promise<Outcome> => {
  const { language, tx } = request;
  const code = shownCode(language, assignment);
  if (!(await returnResult(tx, assignment, reason, causeOf(request)))) {
    throw new UserError({ blocks: [paragraph(words.nothingToDecide(language, code))] });
  }
  return {
    reply: { blocks: [paragraph(words.returned(language, code, assignment.agency.name))] },
    messages: await tellAgency(request, assignment, {
      key: `returned:${assignment.id}:${assignment.version}`,
      reply: (actor) =>
        introducedCard(
          readerFor(request, actor),
          assignment.id,
          words.yourResultReturned(actor.language, shownCode(actor.language, assignment), reason),
        ),
    }),
    changed: [assignment.id],
  };
};

const answer = async (request: Request, form: FormState): Promise<Outcome> => {
  if (isNo(request.args)) return cancelledForm(request, form);
  const data = form.data as { assignmentId: number } | { taskId: number };
  if ("taskId" in data) {
    await closeForm(request, form);
    const code = formatTaskCode(data.taskId);
    const declined = await declineIfProposal({ ...request, args: `${code} ${request.args}` });
    if (declined !== null) return declined;
    // Somebody else has decided about it since.
    throw new UserError({ blocks: [paragraph(words.nothingToDecide(request.language, code))] });
  }
  const { assignmentId } = data;
  const assignment = await lockAssignment(request.tx, assignmentId);
  if (!may(request.actor, "decide", assignment.agencyId)) {
    const text = words.notOnYourOwn(request.language, assignment.agency.name);
    throw new UserError({ blocks: [paragraph(text)] });
  }
  await closeForm(request, form);
  return giveBack(request, assignment, request.args);
};

export const tralai: Command = {
  name: "tralai",
  aliases: ["tl", "return"],
  summary: { vi: "Trả lại kết quả chưa đạt", en: "Return a result" },
  example: "/tralai NV-012 STC thiếu phụ lục số liệu",
  roles: rolesFor("decide"),
  chats: ["private"],
  kind: "write",
  run: async (request) => {
    const declined = await declineIfProposal(request);
    if (declined !== null) return declined;
    const { assignment, rest } = await assignmentToDecide(request, { command: "tralai" });
    if (rest !== "") return giveBack(request, assignment, rest);
    const data = { assignmentId: assignment.id };
    await openForm(request, { command: "tralai", step: "reason", data });
    const text = words.whyReturned(request.language, shownCode(request.language, assignment));
    return { reply: { blocks: [paragraph(text)] } };
  },
  answer,
};
