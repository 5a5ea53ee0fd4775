// Purpose: what awaits this person's decision (src/pending: one file a kind).
// Grammar: /choxuly [NV-012] [kết quả | đề xuất | …] [AGENCIES] [quá 3 ngày] [trang 2]

import { readFilter } from "#src/pending/filter-words.ts";
import { pendingSources } from "#src/pending/index.ts";
import { pendingPage } from "#src/pending/pending-view.ts";
import { rolesFor } from "#src/people/permissions.ts";
import type { Command } from "#src/requests/request.ts";

export const choxuly: Command = {
  name: "choxuly",
  aliases: ["pending", "choquyetdinh", "choduyet"],
  summary: { vi: "Việc chờ anh/chị quyết định", en: "What awaits your decision" },
  example: "/choxuly",
  roles: rolesFor("decide"),
  chats: ["private"],
  kind: "read",
  run: async (request) => {
    const sources = pendingSources;
    return pendingPage({ request, sources, read: await readFilter(request, sources) });
  },
};
