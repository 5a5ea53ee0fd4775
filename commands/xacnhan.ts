// Purpose: somebody of another agency confirms a submitted result, or a proposed task.
// Grammar:  /xacnhan NV-012 [STC] [ngày 14/10]
// The date fixes the day of completion where the document's own date is not accepted.
import { type CivilDate, daysBetween, fromDbDate } from "#src/calendar/civil-date.ts";
import { readDate } from "#src/language/dates.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { paragraph, say } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/commands.ts";
import { rolesFor } from "#src/people/permissions.ts";
import type { Command, Request } from "#src/requests/request.ts";
import { causeOf } from "#src/tasks/cause.ts";
import { acceptIfProposal } from "#src/tasks/proposals.ts";
import { confirmResult } from "#src/tasks/results.ts";
import { tellAgency } from "#src/tasks/tell.ts";
import { assignmentToDecide } from "#src/tasks/which-assignment.ts";

const readCompletion = (rest: string, request: Request): CivilDate | null => {
  const text = rest.trim();
  if (text === "") return null;
  const read = readDate(text, request.today, request.calendar);
  if (read?.kind === "date" && read.due <= request.today) return read.due;
  // "14/10" without a year is the latest such day: a completion never lies ahead.
  throw new UserError({ blocks: [paragraph(words.badCompletion(request.language, text))] });
};

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
    const { assignment, rest } = await assignmentToDecide(request, { command: "xacnhan" });
    const decided = { completedOn: readCompletion(rest, request) };
    const completedOn = await confirmResult(request.tx, assignment, decided, causeOf(request));
    if (completedOn === null) throw new Error(`assignment ${assignment.id} has nothing to confirm`);
    const due = assignment.dueOn === null ? null : fromDbDate(assignment.dueOn);
    const late = due === null ? 0 : Math.max(0, daysBetween(due, completedOn));
    const code = formatTaskCode(assignment.taskId);
    const { name } = assignment.agency;
    return {
      reply: {
        blocks: [paragraph(words.confirmed(request.language, code, name, completedOn, late))],
      },
      messages: await tellAgency(request, assignment, {
        key: `confirmed:${assignment.id}:${assignment.version}`,
        reply: (actor) => say(words.yourResultConfirmed(actor.language, code, completedOn)),
      }),
      changed: [assignment.id],
    };
  },
};
