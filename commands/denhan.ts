// Purpose: what falls due soon.   Grammar: /denhan [7 ngày | 2 tuần] [agency] [trang 2]
import { listTitles, withinDays } from "#src/messages/words/commands.ts";
import { rolesFor } from "#src/people/permissions.ts";
import type { Command } from "#src/requests/request.ts";
import { listReply } from "#src/tasks/list-view.ts";
import { readListFilter } from "#src/tasks/list-words.ts";

export const denhan: Command = {
  name: "denhan",
  aliases: ["dh", "due"],
  summary: { vi: "Việc sắp đến hạn", en: "Tasks due soon" },
  example: "/denhan 7 ngày",
  roles: rolesFor("see content"),
  chats: ["private", "group"],
  kind: "read",
  run: async (request) => {
    const { language } = request;
    const { filter, page, agencyName } = await readListFilter(request, "denhan", "due");
    const whose = agencyName === null ? "" : ` · ${agencyName}`;
    return {
      reply: await listReply(request, {
        command: `/denhan ${filter.withinDays} ngày ${agencyName ?? ""}`,
        filter: { ...filter, listing: "due" },
        page,
        title: `${listTitles(language).due} ${withinDays(language, filter.withinDays)}${whose}`,
      }),
    };
  },
};
