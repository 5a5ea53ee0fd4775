// Purpose: who am I to the bot; which language.   Grammar: /toi [english | tiếng việt]
import { audit } from "#src/delivery/audit.ts";
import { fold } from "#src/language/fold.ts";
import { list, paragraph, say } from "#src/messages/reply.ts";
import { insteadOf } from "#src/messages/words/absence.ts";
import * as words from "#src/messages/words/people.ts";
import type { Command } from "#src/requests/request.ts";

const readLanguage = (typed: string): "vi" | "en" | null => {
  const text = fold(typed);
  if (/^(en|english|tieng anh)$/.test(text)) return "en";
  return /^(vi|vn|vietnamese|tieng viet)$/.test(text) ? "vi" : null;
};

export const toi: Command = {
  name: "toi",
  aliases: ["me", "whoami"],
  summary: { vi: "Vai trò của tôi, ngôn ngữ", en: "My roles, my language" },
  example: "/toi",
  roles: "anyone",
  chats: ["private", "group"],
  kind: "write",
  run: async ({ actor, language, args, tx, now, inboxId }) => {
    const wanted = readLanguage(args);
    if (wanted !== null) {
      await tx.person.update({ where: { id: actor.personId }, data: { language: wanted } });
      await audit(tx, {
        at: now,
        actorId: actor.personId,
        action: "choose language",
        subject: `person:${actor.personId}`,
        inboxId,
        data: { language: wanted },
      });
      return { reply: say(words.languageSet(wanted)) };
    }
    return {
      reply: {
        blocks: [
          paragraph(words.youAre(language, actor.fullName)),
          list(
            actor.grants.map(({ role, agencyName, insteadOf: absent, until }) => [
              words.grantText(language, role, agencyName),
              ...(absent === undefined ? [] : [insteadOf(language, absent, until ?? null)]),
            ]),
          ),
          paragraph(words.howToSwitch(language)),
        ],
      },
    };
  },
};
