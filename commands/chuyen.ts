// Purpose: the secretariat or a leader gives an assignment to another agency.
// Grammar:  /chuyen NV-012 [AGENCY] sang AGENCY theo 45/UBND-NC ngày 3/11
// What authorises it (a document, somebody's opinion) is asked where it is missing; it is read back.
import { rolesFor } from "#src/people/permissions.ts";
import type { Command } from "#src/requests/request.ts";
import { answerTransfer, runTransfer } from "#src/tasks/transfer-talk.ts";

export const chuyen: Command = {
  name: "chuyen",
  aliases: ["chuyenviec", "transfer"],
  summary: { vi: "Chuyển nhiệm vụ sang cơ quan khác", en: "Give a task to another agency" },
  example: "/chuyen NV-012 sang Sở Tài chính theo 45/UBND-NC ngày 3/11",
  roles: rolesFor("change assignment"),
  chats: ["private"],
  kind: "write",
  slashOnly: true,
  run: runTransfer,
  answer: answerTransfer,
};
