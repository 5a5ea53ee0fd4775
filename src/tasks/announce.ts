// Who is told of a new task: the officials of the agencies that lead it get its card, those of the
// coordinating agencies a line.

import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import type { Language } from "#src/messages/language.ts";
import { type OutgoingMessage, paragraph, type Reply, say } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/giao.ts";
import type { Request } from "#src/requests/request.ts";
import { type AssignmentRow, findAssignments } from "./assignment-store.ts";
import { renderCard } from "./card.ts";
import { type Telling, tellAgency } from "./tell.ts";

const forCoordinating = (row: AssignmentRow, language: Language): Reply => {
  const code = formatTaskCode(row.taskId);
  const leads = row.task.assignments.filter(({ role }) => role === "lead");
  const lead = leads.length === 1 ? (leads[0]?.agency.name ?? "") : (row.task.leadPhrase ?? "");
  return {
    ...say(words.youCoordinate(language, code, lead, row.task.content)),
    buttons: [[{ label: code, command: `/viec ${code}` }]],
  };
};

/** The card of a new assignment to whoever leads it, a line to whoever coordinates. */
export const announceAssignment = (
  telling: Telling & { calendar: WorkCalendar },
  row: AssignmentRow,
): Promise<OutgoingMessage[]> =>
  tellAgency(telling, row, {
    key: `assigned:${row.id}`,
    reply: async (actor) => {
      if (row.role === "coordinating") return forCoordinating(row, actor.language);
      const { language } = actor;
      const card = await renderCard(row, { ...telling, actor, language });
      const text = words.yourNewTask(language, row.agency.name);
      return { ...card, blocks: [paragraph(text), ...card.blocks] };
    },
  });

/** Messages about a task that was just registered; how many lead agencies have nobody bound. */
export const announceTask = async (
  request: Request,
  taskId: number,
): Promise<{ messages: OutgoingMessage[]; unreachable: number }> => {
  const rows = await findAssignments(request.tx, { taskId });
  // Whoever registers a task for the own agency is told of it like everybody else.
  const { actor: _, ...telling } = request;
  const messages: OutgoingMessage[] = [];
  let unreachable = 0;
  for (const row of rows) {
    const told = await announceAssignment(telling, row);
    if (told.length === 0 && row.role === "lead") unreachable += 1;
    messages.push(...told);
  }
  return { messages, unreachable };
};
