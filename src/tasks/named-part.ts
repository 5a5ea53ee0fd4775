// NV-012 [AGENCY | tất cả] as it was typed, read against the register: whose assignments are meant.
import { foldWithMap, originalSpan } from "#src/language/fold.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { paragraph, say } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import { noSuchTask, whichTask } from "#src/messages/words/commands.ts";
import { maySeeContent } from "#src/people/permissions.ts";
import type { Request } from "#src/requests/request.ts";
import { type AssignmentRow, findAssignments } from "./assignment-store.ts";
import { agenciesOfTask } from "./card.ts";
import { onePerAgency } from "./current-assignment.ts";
import { leadingAgency } from "./leading-agency.ts";
import { readTask } from "./read-task.ts";
import type { PartNamed } from "./task-part.ts";

const ALL = /^(?:tat ca|toan bo|ca nhiem vu|all)(?![\p{L}\p{Nd}])[\s:,;-]*/u;

/** "tất cả" at the beginning of a text, and what follows it; null where it is not there. */
export const takeAll = (text: string): string | null => {
  const folded = foldWithMap(text);
  const found = ALL.exec(folded.text);
  if (found === null) return null;
  return text.slice(originalSpan(folded, 0, found[0].length)[1]).trim();
};

/** All assignments of a registered task, leads first; none where there is no such task. */
export const rowsOfTask = (request: Request, taskId: number): Promise<AssignmentRow[]> =>
  findAssignments(
    request.tx,
    { taskId, task: { status: "registered" } },
    { skip: 0, take: 2_000, orderBy: [{ role: "asc" }, { agencyId: "asc" }, { id: "asc" }] },
  );

export type NamedPart = {
  taskId: number;
  rows: AssignmentRow[];
  named: PartNamed;
  rest: string;
};

/** @throws UserError where no task is named, or none that this person may see. */
export const namedPart = async (request: Request, command: string): Promise<NamedPart> => {
  const { language, actor, args } = request;
  const read = readTask(args);
  if (read === null) {
    const text = whichTask(language, `/${command} NV-012 ${args}`.trim());
    const half = { command, missing: "task" as const, before: "", after: args.trim() };
    throw new UserError(say(text), half);
  }
  const rows = await rowsOfTask(request, read.number);
  const [row] = rows;
  if (row === undefined || !maySeeContent(actor, agenciesOfTask(row))) {
    throw new UserError({
      blocks: [paragraph(noSuchTask(language, formatTaskCode(read.number)))],
      buttons: [[{ label: "/viec", command: "/viec" }]],
    });
  }
  const taskId = read.number;
  const all = takeAll(read.rest);
  if (all !== null) return { taskId, rows, named: "all", rest: all };
  const found = await leadingAgency(request, onePerAgency(rows), read.rest);
  if (found === null) return { taskId, rows, named: null, rest: read.rest };
  return { taskId, rows, named: found.row.agencyId, rest: found.rest };
};
