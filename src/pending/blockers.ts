import { civilToday } from "#src/calendar/zone.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { code } from "#src/messages/reply.ts";
import { matterLabels, waitingBlocker } from "#src/messages/words/blockers.ts";
import { hasRole } from "#src/people/actor.ts";
import { presentOn } from "#src/people/people-store.ts";
import { may } from "#src/people/permissions.ts";
import type { Request } from "#src/requests/request.ts";
import { waitingBlockers } from "#src/tasks/blocker-store.ts";
import { formatMatter } from "#src/tasks/matter-code.ts";
import { behindCode } from "#src/tasks/occurrence-view.ts";
import type { PendingSource } from "./pending.ts";

/** The secretariat sees them all, a leader those of the own tasks and those that nobody leads. */
const concerns = async (
  { tx, actor, today }: Request,
  leaderInChargeId: number | null,
): Promise<boolean> => {
  if (hasRole(actor, "secretariat") || leaderInChargeId === null) return true;
  return (await presentOn(tx, [leaderInChargeId], today)).includes(actor.personId);
};

/** What blocks agencies and nobody has answered yet. */
export const blockers: PendingSource = {
  words: ["vuong mac", "blockers"],
  title: (language) => matterLabels(language).blockers,
  load: async (request) => {
    const { tx, actor, language } = request;
    const items: Awaited<ReturnType<PendingSource["load"]>> = [];
    for (const { id, text, raisedAt, raisedById, assignment } of await waitingBlockers(tx)) {
      if (assignment === null || raisedById === actor.personId) continue;
      const { agency, task } = assignment;
      if (!may(actor, "answer blocker", agency.id)) continue;
      if (!(await concerns(request, task.leaderInChargeId))) continue;
      const blocker = formatMatter("VM", id);
      items.push({
        taskId: assignment.taskId,
        agency,
        since: civilToday(raisedAt),
        runs: [
          code(formatTaskCode(assignment.taskId)),
          `${behindCode(language, assignment)} · ${blocker}`,
          waitingBlocker(language, agency.name, text),
        ],
        button: {
          label: `${matterLabels(language).answer} ${blocker}`,
          command: `/traloi ${blocker}`,
        },
      });
    }
    return items;
  },
};
