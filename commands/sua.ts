// Purpose: puts right what stands in the register; reads it back from → to before anything changes.
// Grammar:  /sua NV-012 [AGENCY] FIELD: VALUE [; FIELD: VALUE …] [; lý do: …]
//           FIELD: nội dung, hạn, lĩnh vực, sản phẩm, lãnh đạo, văn bản, mục, ghi chú, hạn chế
// A deadline is only corrected here (it was misread, with the words that show it): of the named
// agency or of all. Moving one is an extension, /giahan.
import { rolesFor } from "#src/people/permissions.ts";
import type { Command } from "#src/requests/request.ts";
import { answerEdit, isExtensionWord, runEdit } from "#src/tasks/edit-talk.ts";

export const sua: Command = {
  name: "sua",
  aliases: ["suanv", "edit"],
  summary: { vi: "Sửa nội dung, hạn, lĩnh vực … của nhiệm vụ", en: "Put a task right" },
  example: "/sua NV-012 lĩnh vực: thể chế; sản phẩm: báo cáo",
  roles: rolesFor("edit task"),
  chats: ["private"],
  kind: "write",
  slashOnly: true,
  takesText: (step) => step === "value" || step === "reason",
  answeredBy: isExtensionWord,
  run: runEdit,
  answer: answerEdit,
};
