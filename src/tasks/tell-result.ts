// Those who decide hear of a result: its card with the buttons. A task of a whole group would be a
// hundred cards on the due date; of those they hear once a day, and /choxuly has them together.
import { formatTaskCode } from "#src/language/task-code.ts";
import { type OutgoingMessage, say } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/commands.ts";
import type { AssignmentRow } from "./assignment-store.ts";
import { introducedCard, type Reader, readerFor } from "./card.ts";
import { shownCode } from "./occurrence-view.ts";
import { type Telling, tellDeciders } from "./tell.ts";

/** More agencies than this on one task: no card each. */
export const CARDS_UP_TO = 5;

const leadAgencies = ({ task }: AssignmentRow): number =>
  new Set(task.assignments.filter(({ role }) => role === "lead").map(({ agencyId }) => agencyId))
    .size;

export const tellResult = (
  request: Telling & Reader,
  assignment: AssignmentRow,
  resultId: number,
): Promise<OutgoingMessage[]> => {
  const agencies = leadAgencies(assignment);
  if (agencies > CARDS_UP_TO) {
    const task = formatTaskCode(assignment.taskId);
    return tellDeciders(request, assignment, {
      key: `results:${assignment.taskId}:${request.today}`,
      reply: ({ language }) => ({
        ...say(words.resultsComeIn(language, task, agencies)),
        buttons: [[{ label: `/choxuly ${task}`, command: `/choxuly ${task}` }]],
      }),
    });
  }
  return tellDeciders(request, assignment, {
    key: `result:${resultId}`,
    reply: (actor) =>
      introducedCard(
        readerFor(request, actor),
        assignment.id,
        words.resultToDecide(
          actor.language,
          shownCode(actor.language, assignment),
          assignment.agency.name,
        ),
      ),
  });
};
