// Purpose: the files of a task that one may see, or of one agency's part of it.
// Grammar:  /tep NV-012 [AGENCY]
import { agencyOrAsk } from "#src/agencies/find-agency.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import { noSuchTask, whichTask } from "#src/messages/words/commands.ts";
import { filesOf, noFiles } from "#src/messages/words/people.ts";
import { may, maySeeContent, rolesFor } from "#src/people/permissions.ts";
import type { Command, Request } from "#src/requests/request.ts";
import { findAssignments } from "#src/tasks/assignment-store.ts";
import { agenciesOfTask } from "#src/tasks/card.ts";
import { readTask } from "#src/tasks/read-task.ts";

const MOST_FILES = 10;

/**
 * What an agency handed in is for itself, for those who see all, and for those who coordinate;
 * forty-seven agencies that lead the same duty don't read each other's reports.
 */
const visibleParts = async (request: Request, number: number, typed: string) => {
  const { tx, actor } = request;
  const rows = await findAssignments(tx, { taskId: number });
  const own = rows.filter((row) => may(actor, "see content", row.agencyId));
  const coordinates = own.some(({ role }) => role === "coordinating");
  const visible = rows.filter(
    (row) =>
      maySeeContent(actor, agenciesOfTask(row)) &&
      (coordinates || own.some(({ id }) => id === row.id)),
  );
  if (typed === "") return visible;
  const code = formatTaskCode(number);
  const agency = await agencyOrAsk(request, typed, (name) => `/tep ${code} ${name}`);
  return visible.filter((row) => row.agencyId === agency.id);
};

export const tep: Command = {
  name: "tep",
  aliases: ["files"],
  summary: { vi: "Tệp của một nhiệm vụ", en: "Files of a task" },
  example: "/tep NV-012",
  roles: rolesFor("see content"),
  chats: ["private"],
  kind: "read",
  run: async (request) => {
    const { tx, language, args } = request;
    const read = readTask(args);
    if (read === null) {
      throw new UserError({ blocks: [paragraph(whichTask(language, "/tep NV-012"))] });
    }
    const code = formatTaskCode(read.number);
    const rows = await visibleParts(request, read.number, read.rest);
    if (rows.length === 0) {
      throw new UserError({ blocks: [paragraph(noSuchTask(language, code))] });
    }
    const assignmentId = { in: rows.map(({ id }) => id) };
    const attachments = await tx.attachment.findMany({
      where: {
        OR: [
          { progress: { assignmentId } },
          { result: { assignmentId } },
          { extension: { assignmentId } },
          { blocker: { assignmentId } },
          { explanation: { assignmentId } },
        ],
      },
      orderBy: { id: "desc" },
      take: MOST_FILES,
    });
    if (attachments.length === 0)
      return { reply: { blocks: [paragraph(noFiles(language, code))] } };
    return {
      reply: {
        blocks: [paragraph(filesOf(language, code, attachments.length))],
        files: attachments.map(({ fileId }) => ({ fileId })),
      },
    };
  },
};
