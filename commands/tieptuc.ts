// Purpose: the secretariat or a leader takes up again what was paused.
// Grammar:  /tieptuc NV-012 [AGENCY | tất cả]
import { rolesFor } from "#src/people/permissions.ts";
import type { Command } from "#src/requests/request.ts";
import { answerSetAside, runSetAside } from "#src/tasks/set-aside-talk.ts";

const which = { command: "tieptuc", what: "resume" } as const;

export const tieptuc: Command = {
  name: "tieptuc",
  aliases: ["resume"],
  summary: { vi: "Tiếp tục nhiệm vụ đang tạm dừng", en: "Resume a paused task" },
  example: "/tieptuc NV-012 STC",
  roles: rolesFor("change assignment"),
  chats: ["private"],
  kind: "write",
  slashOnly: true,
  run: (request) => runSetAside(request, which),
  answer: (request, form) => answerSetAside(request, form, which),
};
