// Purpose: shows again what may not have arrived: one's own messages, or (the secretariat) a group
// message by its number.   Grammar: /guilai [number]
import { audit } from "#src/delivery/audit.ts";
import { sendAgain } from "#src/delivery/unknown-outcomes.ts";
import { say } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/house.ts";
import { may } from "#src/people/permissions.ts";
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
    const number = /^\d{1,15}$/.exec(request.args.trim())?.[0];
    const mine = { chatId: chat.id };
    const group = number !== undefined && may(actor, "publish ranking");
    const which = group ? { outboxId: BigInt(number) } : mine;
    const count = await sendAgain(tx, which, group ? "vi" : language, { now, inboxId });
    if (count === 0) return { reply: say(words.nothingToShowAgain(language)) };
    await audit(tx, {
      at: now,
      actorId: actor.personId,
      action: "send again",
      subject: group ? `outbox:${number}` : `chat:${chat.id}`,
      inboxId,
    });
    return { reply: say(words.sentAgain(language, count)) };
  },
};
