// Purpose: somebody of another agency confirms a submitted result, all results of a task, or a
//          proposed task.
// Grammar:  /xacnhan NV-012 [STC] [ngày 14/10]
//           /xacnhan NV-012 tất cả [các xã] [trừ xã A, xã B] [ngày 14/10]     (asks first)
// The date fixes the day of completion where the document's own date is not accepted.
import { paragraph } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/commands.ts";
import { rolesFor } from "#src/people/permissions.ts";
import { cancelledForm, isNo, isYes, notYesOrNo } from "#src/requests/answers.ts";
import type { Command } from "#src/requests/request.ts";
import { readCompletion } from "#src/tasks/completion-day.ts";
import { askConfirmAll, confirmAll } from "#src/tasks/confirm-many.ts";
import { confirmAndTell } from "#src/tasks/confirm-result.ts";
import { shownCode } from "#src/tasks/occurrence-view.ts";
import { acceptIfProposal } from "#src/tasks/proposals.ts";
import { readAll } from "#src/tasks/read-all.ts";
import { readTask } from "#src/tasks/read-task.ts";
import { assignmentToDecide } from "#src/tasks/which-assignment.ts";

export const xacnhan: Command = {
  name: "xacnhan",
  aliases: ["xn", "confirm"],
  summary: { vi: "Xác nhận kết quả đã nộp", en: "Confirm a submitted result" },
  example: "/xacnhan NV-012 STC",
  roles: rolesFor("decide"),
  chats: ["private"],
  kind: "write",
  run: async (request) => {
    const accepted = await acceptIfProposal(request);
    if (accepted !== null) return accepted;
    const task = readTask(request.args);
    const all = task === null ? null : readAll(task.rest);
    if (task !== null && all !== null) return askConfirmAll(request, task.number, all);

    const { assignment, rest } = await assignmentToDecide(request, { command: "xacnhan" });
    const decided = { completedOn: readCompletion(rest, request) };
    const confirmed = await confirmAndTell(request, assignment, decided);
    if (confirmed === null) throw new Error(`assignment ${assignment.id} has nothing to confirm`);
    const { completedOn, late, messages } = confirmed;
    const code = shownCode(request.language, assignment);
    const { name } = assignment.agency;
    return {
      reply: {
        blocks: [paragraph(words.confirmed(request.language, code, name, completedOn, late))],
      },
      messages,
      changed: [assignment.id],
    };
  },
  answer: async (request, form) => {
    if (isNo(request.args)) return cancelledForm(request, form);
    return isYes(request.args) ? confirmAll(request, form) : notYesOrNo(request);
  },
};
