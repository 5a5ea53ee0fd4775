// Purpose: the secretariat or a leader pauses a task, or one agency's part of it.
// Grammar:  /tamdung NV-012 [AGENCY | tất cả] lý do
import { rolesFor } from "#src/people/permissions.ts";
import type { Command } from "#src/requests/request.ts";
import { answerSetAside, runSetAside } from "#src/tasks/set-aside-talk.ts";

const which = { command: "tamdung", what: "pause" } as const;

export const tamdung: Command = {
  name: "tamdung",
  aliases: ["pause"],
  summary: { vi: "Tạm dừng một nhiệm vụ (có lý do)", en: "Pause a task, with a reason" },
  example: "/tamdung NV-012 STC chờ hướng dẫn của Bộ",
  roles: rolesFor("change assignment"),
  chats: ["private"],
  kind: "write",
  slashOnly: true,
  run: (request) => runSetAside(request, which),
  answer: (request, form) => answerSetAside(request, form, which),
};
