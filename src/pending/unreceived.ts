import { fromDbDate } from "#src/calendar/civil-date.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { receptionLabels } from "#src/messages/words/reception.ts";
import { readOfficeSettings } from "#src/office/office-settings.ts";
import { may } from "#src/people/permissions.ts";
import { taskLine } from "#src/tasks/list-view.ts";
import { receiveBy } from "#src/tasks/reception.ts";
import { unreceivedSince } from "#src/tasks/unreceived-store.ts";
import type { PendingSource } from "./pending.ts";

/** What no agency received in time: the secretariat asks after it. */
export const unreceived: PendingSource = {
  words: ["chua nhan", "unreceived"],
  title: (language) => receptionLabels(language).unreceived,
  load: async (request) => {
    const { tx, actor, today, calendar } = request;
    if (!may(actor, "enter on behalf")) return [];
    const { receiveWithinWorkingDays: days } = await readOfficeSettings(tx);
    return (await unreceivedSince(tx, today, calendar, days)).map((row) => {
      const code = formatTaskCode(row.taskId);
      return {
        taskId: row.taskId,
        agency: row.agency,
        since: receiveBy(fromDbDate(row.assignedOn), calendar, days),
        runs: taskLine(row, request, true),
        button: {
          label: `${code} · ${row.agency.name}`,
          command: `/viec ${code} ${row.agency.code}`,
        },
      };
    });
  },
};
