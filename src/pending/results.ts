import { fromDbDate } from "#src/calendar/civil-date.ts";
import { pendingTitles } from "#src/messages/words/pending.ts";
import { confirmAllOf, resultUnit } from "#src/messages/words/pending-list.ts";
import { may } from "#src/people/permissions.ts";
import { findAssignments } from "#src/tasks/assignment-store.ts";
import { taskLine } from "#src/tasks/list-view.ts";
import { namedCode, shownCode } from "#src/tasks/occurrence-view.ts";
import type { PendingSource } from "./pending.ts";

const MOST = 2_000;

/** Results that wait to be confirmed or returned. */
export const results: PendingSource = {
  words: ["ket qua", "results", "xac nhan"],
  title: (language) => pendingTitles(language).results,
  unit: resultUnit,
  allOf: (language, task, agencies) => ({
    label: confirmAllOf(language, task),
    command: `/xacnhan ${task} tất cả ${agencies}`.trim(),
    style: "primary",
  }),
  load: async (request) => {
    const rows = await findAssignments(
      request.tx,
      { role: "lead", state: "awaiting_confirmation" },
      { skip: 0, take: MOST, orderBy: [{ submittedOn: "asc" }, { taskId: "asc" }] },
    );
    const entered = await request.tx.result.findMany({
      where: { decision: "pending", submittedById: request.actor.personId },
      select: { assignmentId: true },
    });
    // What they entered for an agency waits for somebody else.
    const own = new Set(entered.map(({ assignmentId }) => assignmentId));
    return rows
      .filter((row) => may(request.actor, "decide", row.agencyId) && !own.has(row.id))
      .map((row) => {
        return {
          taskId: row.taskId,
          agency: row.agency,
          since: fromDbDate(row.submittedOn ?? row.assignedOn),
          runs: taskLine(row, request, true),
          button: {
            label: `${shownCode(request.language, row)} · ${row.agency.name}`,
            command: `/viec ${namedCode(row)} ${row.agency.code}`,
          },
        };
      });
  },
};
