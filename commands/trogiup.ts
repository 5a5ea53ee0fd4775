// Purpose: help for one's own roles, with an example each.   Grammar: /trogiup
import { bold, code, list, paragraph } from "#src/messages/reply.ts";
import { helpTitle } from "#src/messages/words/people.ts";
import { hasRole } from "#src/people/actor.ts";
import { standingKeys } from "#src/people/standing-keys.ts";
import type { Command } from "#src/requests/request.ts";

export const makeTrogiup = (commands: () => readonly Command[]): Command => ({
  name: "trogiup",
  aliases: ["help", "huongdan", "?"],
  summary: { vi: "Các lệnh của anh/chị", en: "Your commands" },
  example: "/trogiup",
  roles: "anyone",
  chats: ["private", "group"],
  kind: "read",
  run: async ({ actor, language, chat }) => {
    const usable = commands().filter(
      ({ roles, chats }) =>
        (roles === "anyone" || hasRole(actor, ...roles)) && chats.includes(chat.kind),
    );
    const keys = chat.kind === "private" ? standingKeys(actor) : undefined;
    return {
      reply: {
        blocks: [
          paragraph(bold(helpTitle(language))),
          list(usable.map((one) => [`${one.summary[language]}: `, code(one.example)])),
        ],
        ...(keys === undefined ? {} : { keys }),
      },
    };
  },
});
