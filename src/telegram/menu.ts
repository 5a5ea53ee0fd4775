// The menus of commands that Telegram shows: in Vietnamese, and in English to those who use it so.
import type { Api } from "grammy";
import type { BotCommand } from "grammy/types";
import type { Log } from "#src/delivery/log.ts";
import type { Language } from "#src/messages/language.ts";
import type { Command } from "#src/requests/request.ts";
import { faultOf } from "./outcome.ts";

type Listed = Pick<Command, "name" | "summary" | "chats" | "kind" | "audience">;

type Place = "private" | "group";

const MOST_COMMANDS = 100;
const LONGEST_DESCRIPTION = 256;

/**
 * In a group a command is hidden from the others only where its answer is too: the answer of one
 * that writes goes through the outbox, for all to see, and must not answer an invisible question.
 */
const isEphemeral = ({ kind, audience }: Listed): boolean =>
  kind === "read" && (audience ?? "asker") === "asker";

/** The menu of one kind of chat in one language. */
export const menuOf = (
  commands: readonly Listed[],
  place: Place,
  language: Language,
): BotCommand[] =>
  commands
    .filter(({ chats }) => chats.includes(place))
    .slice(0, MOST_COMMANDS)
    .map((command) => ({
      command: command.name,
      description: [...command.summary[language]].slice(0, LONGEST_DESCRIPTION).join(""),
      ...(place === "group" && isEphemeral(command) ? { is_ephemeral: true } : {}),
    }));

const scopes = { private: "all_private_chats", group: "all_group_chats" } as const;

/** Sets the menus; the bot works without them, so that a failure is only logged. */
export const setMenus = async (api: Api, commands: readonly Listed[], log: Log): Promise<void> => {
  for (const place of ["private", "group"] as const) {
    for (const language of ["vi", "en"] as const) {
      const menu = menuOf(commands, place, language);
      const scope = { type: scopes[place] };
      const reader = language === "en" ? { language_code: "en" as const } : {};
      await api.setMyCommands(menu, { scope, ...reader }).catch((error: unknown) => {
        log.warn({ code: faultOf(error).code, place, language }, "a menu could not be set");
      });
    }
  }
};
