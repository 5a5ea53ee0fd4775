// Purpose: shows again what may not have arrived: one's own messages; the secretariat sends again,
// or lets go, what could not be delivered to groups and people (it stands in /choxuly).
// Grammar:  /guilai
//           /guilai [bỏ] 12 | [bỏ] nhóm 5 | [bỏ] người 7
import { audit } from "#src/delivery/audit.ts";
import { sendAgain } from "#src/delivery/unknown-outcomes.ts";
import { say } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/house.ts";
import { decideUndelivered } from "#src/pending/undelivered-decisions.ts";
import type { Command } from "#src/requests/request.ts";

export const guilai: Command = {
  name: "guilai",
  aliases: ["resend"],
  summary: { vi: "Gửi lại tin có thể chưa đến", en: "Send again what may not have arrived" },
  example: "/guilai",
  roles: "anyone",
  chats: ["private"],
  kind: "write",
  run: async (request) => {
    const { tx, now, chat, inboxId, actor, language } = request;
    const decided = await decideUndelivered(request);
    if (decided !== null) return decided;
    const count = await sendAgain(tx, chat.id, language, { now, inboxId });
    if (count === 0) return { reply: say(words.nothingToShowAgain(language)) };
    await audit(tx, {
      at: now,
      actorId: actor.personId,
      action: "send again",
      subject: `chat:${chat.id}`,
      inboxId,
    });
    return { reply: say(words.sentAgain(language, count)) };
  },
};
