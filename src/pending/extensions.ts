import { fromDbDate } from "#src/calendar/civil-date.ts";
import { code } from "#src/messages/reply.ts";
import { extensionLabels, pendingLine } from "#src/messages/words/extensions.ts";
import { may } from "#src/people/permissions.ts";
import { pendingExtensions } from "#src/tasks/extension-store.ts";
import { namedCode } from "#src/tasks/occurrence-view.ts";
import type { PendingSource } from "./pending.ts";

/** Later due dates that agencies ask for. */
export const extensions: PendingSource = {
  words: ["gia han", "extensions"],
  title: (language) => extensionLabels(language).pending,
  load: async ({ tx, actor, language }) => {
    const rows = await pendingExtensions(tx);
    return rows
      .filter(
        ({ assignment, askedById }) =>
          may(actor, "decide", assignment.agencyId) && askedById !== actor.personId,
      )
      .map(({ assignment, askedOn, fromDueOn, toDueOn, reason }) => {
        const { agency } = assignment;
        const task = namedCode(assignment);
        const from = fromDbDate(fromDueOn);
        return {
          taskId: assignment.taskId,
          agency,
          since: fromDbDate(askedOn),
          runs: [code(task), pendingLine(language, agency.name, from, fromDbDate(toDueOn), reason)],
          button: { label: `${task} · ${agency.name}`, command: `/viec ${task} ${agency.code}` },
        };
      });
  },
};
