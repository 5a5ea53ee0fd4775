import { fromDbDate } from "#src/calendar/civil-date.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { pendingTitles } from "#src/messages/words/pending.ts";
import { may } from "#src/people/permissions.ts";
import { findAssignments } from "#src/tasks/assignment-store.ts";
import { taskLine } from "#src/tasks/list-view.ts";
import type { PendingSource } from "./pending.ts";

const MOST = 2_000;

/** Results that wait to be confirmed or returned. */
export const results: PendingSource = {
  words: ["ket qua", "results", "xac nhan"],
  title: (language) => pendingTitles(language).results,
  load: async (request) => {
    const rows = await findAssignments(
      request.tx,
      { role: "lead", state: "awaiting_confirmation" },
      { skip: 0, take: MOST, orderBy: [{ submittedOn: "asc" }, { taskId: "asc" }] },
    );
    return rows
      .filter((row) => may(request.actor, "decide", row.agencyId))
      .map((row) => {
        const code = formatTaskCode(row.taskId);
        return {
          taskId: row.taskId,
          agency: row.agency,
          since: fromDbDate(row.submittedOn ?? row.assignedOn),
          runs: taskLine(row, request, true),
          button: {
            label: `${code} · ${row.agency.name}`,
            command: `/viec ${code} ${row.agency.code}`,
          },
        };
      });
  },
};
