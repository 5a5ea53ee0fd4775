// Who is told of a new task: the officials of the agencies that lead it get its card, those of the
// coordinating agencies a line.
import { formatTaskCode } from "#src/language/task-code.ts";
import { type OutgoingMessage, paragraph } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/giao.ts";
import type { Actor } from "#src/people/actor.ts";
import { findActorById, peopleWith } from "#src/people/people-store.ts";
import type { Request } from "#src/requests/request.ts";
import { type AssignmentRow, findAssignments } from "./assignment-store.ts";
import { renderCard } from "./card.ts";

const forLead = async (
  request: Request,
  row: AssignmentRow,
  actor: Actor,
): Promise<OutgoingMessage> => {
  const card = await renderCard(row, { ...request, actor, language: actor.language });
  const text = words.yourNewTask(actor.language, row.agency.name);
  return {
    to: { personId: actor.personId },
    kind: "notice",
    key: `assigned:${row.id}:${actor.personId}`,
    reply: { ...card, blocks: [paragraph(text), ...card.blocks] },
  };
};

const forCoordinating = (row: AssignmentRow, actor: Actor): OutgoingMessage => {
  const code = formatTaskCode(row.taskId);
  const leads = row.task.assignments.filter(({ role }) => role === "lead");
  const lead = leads.length === 1 ? (leads[0]?.agency.name ?? "") : (row.task.leadPhrase ?? "");
  const text = words.youCoordinate(actor.language, code, lead, row.task.content);
  return {
    to: { personId: actor.personId },
    kind: "notice",
    key: `assigned:${row.id}:${actor.personId}`,
    reply: {
      blocks: [paragraph(text)],
      buttons: [[{ label: code, command: `/viec ${code}` }]],
    },
  };
};

/** Messages about a task that was just registered; how many lead agencies have nobody bound. */
export const announceTask = async (
  request: Request,
  taskId: number,
): Promise<{ messages: OutgoingMessage[]; unreachable: number }> => {
  const rows = await findAssignments(request.tx, { taskId });
  const messages: OutgoingMessage[] = [];
  let unreachable = 0;
  for (const row of rows) {
    const people = await peopleWith(request.tx, ["official"], row.agencyId);
    if (people.length === 0 && row.role === "lead") unreachable += 1;
    for (const personId of people) {
      const actor = await findActorById(request.tx, personId);
      if (actor === null) continue;
      messages.push(
        row.role === "lead" ? await forLead(request, row, actor) : forCoordinating(row, actor),
      );
    }
  }
  return { messages, unreachable };
};
