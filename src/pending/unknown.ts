import { civilToday } from "#src/calendar/zone.ts";
import { unknownInGroups } from "#src/delivery/unknown-outcomes.ts";
import { pendingTitles } from "#src/messages/words/pending.ts";
import { may } from "#src/people/permissions.ts";
import type { PendingSource } from "./pending.ts";

/** Messages to groups that may not have arrived: never resent blindly. */
export const unknown: PendingSource = {
  words: ["tin", "messages"],
  title: (language) => pendingTitles(language).unknown,
  load: async ({ tx, actor, language }) => {
    if (!may(actor, "publish ranking")) return [];
    const rows = await unknownInGroups(tx);
    return rows.map((row) => ({
      taskId: null,
      agency: null,
      since: civilToday(row.createdAt),
      runs: [`${row.key} · ${row.chat.title ?? ""}`],
      button: {
        label: `${pendingTitles(language).again} · ${row.chat.title ?? ""}`,
        command: `/guilai ${row.id}`,
      },
    }));
  },
};
