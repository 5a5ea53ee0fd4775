// Purpose: the secretariat or a leader cancels a task, or one agency's part of it.
// Grammar:  /huy NV-012 [AGENCY | tất cả] lý do
import { rolesFor } from "#src/people/permissions.ts";
import type { Command } from "#src/requests/request.ts";
import { answerSetAside, runSetAside } from "#src/tasks/set-aside-talk.ts";

const which = { command: "huy", what: "cancel" } as const;

export const huy: Command = {
  name: "huy",
  aliases: ["huyviec", "canceltask"],
  summary: { vi: "Hủy một nhiệm vụ (có lý do)", en: "Cancel a task, with a reason" },
  example: "/huy NV-012 STC nhiệm vụ đã lồng ghép vào kế hoạch năm",
  roles: rolesFor("change assignment"),
  chats: ["private"],
  kind: "write",
  slashOnly: true,
  run: (request) => runSetAside(request, which),
  answer: (request, form) => answerSetAside(request, form, which),
};
