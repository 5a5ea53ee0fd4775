// Purpose: stops the open form; nothing is recorded.   Grammar: /thoi
import { paragraph, say } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/house.ts";
import { closeForm, findForm } from "#src/requests/forms-store.ts";
import type { Command } from "#src/requests/request.ts";

export const thoi: Command = {
  name: "thoi",
  aliases: ["huybo", "cancel"],
  summary: { vi: "Dừng thao tác đang thực hiện", en: "Stop what is being filled in" },
  example: "/thoi",
  roles: "anyone",
  chats: ["private", "group"],
  kind: "write",
  run: async (request) => {
    const form = await findForm(request);
    if (form === null) {
      throw new UserError({ blocks: [paragraph(words.nothingOpen(request.language))] });
    }
    await closeForm(request, form);
    return { reply: say(words.cancelled(request.language)) };
  },
};
