import { fromDbDate } from "#src/calendar/civil-date.ts";
import { extensionLabels, pendingLine } from "#src/messages/words/extensions.ts";
import { may } from "#src/people/permissions.ts";
import { pendingExtensions } from "#src/tasks/extension-store.ts";
import { lineStart, namedCode, shownCode } from "#src/tasks/occurrence-view.ts";
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
        const from = fromDbDate(fromDueOn);
        return {
          taskId: assignment.taskId,
          agency,
          since: fromDbDate(askedOn),
          runs: [
            ...lineStart(language, assignment, agency.name),
            pendingLine(language, from, fromDbDate(toDueOn), reason),
          ],
          button: {
            label: `${shownCode(language, assignment)} · ${agency.name}`,
            command: `/viec ${namedCode(assignment)} ${agency.code}`,
          },
        };
      });
  },
};
