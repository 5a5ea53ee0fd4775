import { fromDbDate } from "#src/calendar/civil-date.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { bold } from "#src/messages/reply.ts";
import { pendingTitles } from "#src/messages/words/pending.ts";
import { may } from "#src/people/permissions.ts";
import type { PendingSource } from "./pending.ts";

/** Tasks that officials proposed for their own agency. */
export const proposals: PendingSource = {
  words: ["de xuat", "proposals"],
  title: (language) => pendingTitles(language).proposals,
  load: async ({ tx, actor }) => {
    const rows = await tx.task.findMany({
      where: { status: "proposed" },
      include: { proposedFor: true },
      orderBy: { id: "asc" },
    });
    return rows
      .filter((row) => may(actor, "decide", row.proposedForId))
      .map((row) => {
        const code = formatTaskCode(row.id);
        return {
          taskId: row.id,
          agency: row.proposedFor,
          since: fromDbDate(row.registeredOn),
          runs: [bold(code), ` ${row.proposedFor?.name ?? ""}: ${row.content}`],
          button: { label: `${code} ✓`, command: `/xacnhan ${code}` },
        };
      });
  },
};
