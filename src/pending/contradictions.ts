import { civilToday } from "#src/calendar/zone.ts";
import { bold } from "#src/messages/reply.ts";
import { onBehalfLabels } from "#src/messages/words/on-behalf.ts";
import { may } from "#src/people/permissions.ts";
import { whyNotDecide } from "#src/tasks/contradiction-rules.ts";
import { openContradictions } from "#src/tasks/contradictions-store.ts";
import { formatContradiction } from "#src/tasks/entry-code.ts";
import { shownCode } from "#src/tasks/occurrence-view.ts";
import { entryText } from "#src/tasks/on-behalf.ts";
import type { PendingSource } from "./pending.ts";

/** What agencies say is not right of what was entered for them. */
export const contradictions: PendingSource = {
  words: ["phan anh", "nhap ho", "contradictions"],
  title: (language) => onBehalfLabels(language).contradictions,
  load: async ({ tx, actor, language }) =>
    (await openContradictions(tx))
      .filter(
        ({ contradiction, assignment, entry }) =>
          whyNotDecide({
            mayDecide: may(actor, "decide", assignment.agencyId),
            actorId: actor.personId,
            contradictedById: contradiction.byId,
            enteredById: entry.enteredById,
          }) === null,
      )
      .map(({ contradiction, assignment, entry }) => {
        const code = formatContradiction(contradiction.id);
        const { agency, taskId } = assignment;
        const task = shownCode(language, assignment);
        const said = entryText(language, entry.said);
        const reason = contradiction.reason === null ? "" : ` · ${contradiction.reason}`;
        return {
          taskId,
          agency,
          since: civilToday(contradiction.at),
          runs: [bold(code), ` ${task} ${agency.name}: ${said}${reason}`],
          button: {
            label: `${onBehalfLabels(language).uphold} ${code}`,
            command: `/duyet ${code}`,
          },
        };
      }),
};
