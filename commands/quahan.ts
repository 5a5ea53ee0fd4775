// Purpose: what is overdue.   Grammar: /quahan [agency] [trang 2]
import { listTitles } from "#src/messages/words/commands.ts";
import { rolesFor } from "#src/people/permissions.ts";
import type { Command } from "#src/requests/request.ts";
import { listReply } from "#src/tasks/list-view.ts";
import { readListFilter } from "#src/tasks/list-words.ts";

export const quahan: Command = {
  name: "quahan",
  aliases: ["qh", "overdue"],
  summary: { vi: "Việc quá hạn", en: "Overdue tasks" },
  example: "/quahan",
  roles: rolesFor("see content"),
  chats: ["private", "group"],
  kind: "read",
  run: async (request) => {
    const { filter, page, agencyName } = await readListFilter(request, "quahan", "overdue");
    const { overdue } = listTitles(request.language);
    return {
      reply: await listReply(request, {
        command: `/quahan ${agencyName ?? ""}`,
        filter: { ...filter, listing: "overdue" },
        page,
        title: agencyName === null ? overdue : `${overdue} · ${agencyName}`,
      }),
    };
  },
};
