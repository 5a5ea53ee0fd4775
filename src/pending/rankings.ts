import { civilToday } from "#src/calendar/zone.ts";
import { pendingTitles } from "#src/messages/words/pending.ts";
import { may } from "#src/people/permissions.ts";
import type { PendingSource } from "./pending.ts";

/** Weekly rankings of groups that want them approved first. */
export const rankings: PendingSource = {
  words: ["xep hang", "rankings"],
  title: (language) => pendingTitles(language).rankings,
  load: async ({ tx, actor, language }) => {
    if (!may(actor, "publish ranking")) return [];
    const rows = await tx.publication.findMany({
      where: { state: "draft" },
      include: { binding: { include: { chat: true } } },
      orderBy: { id: "asc" },
    });
    return rows.map((row) => ({
      taskId: null,
      agency: null,
      since: civilToday(row.createdAt),
      runs: [`${row.period} · ${row.binding.chat.title ?? ""}`],
      button: {
        label: `${pendingTitles(language).post} ${row.period}`,
        command: `/dang ${row.period} ${row.bindingId}`,
      },
    }));
  },
};
