import type { BotCommand, BotCommandScope, User } from "@grammyjs/types";

import { isAdministrator } from "./members.ts";
import type { ChatRecord } from "./records.ts";
import type { World } from "./world.ts";

/** Where the list of commands of a scope and a language is kept. */
export function commandKey(scope: BotCommandScope, language: string) {
  const chat = "chat_id" in scope ? ` ${scope.chat_id}` : "";
  const user = "user_id" in scope ? ` ${scope.user_id}` : "";
  return `${scope.type}${chat}${user} ${language}`;
}

/** The commands that a person is offered in a chat: of the first scope that has a list. */
export function commandsFor(world: World, chat: ChatRecord, user: User): BotCommand[] {
  const chat_id = chat.id;
  const forAdministrators = chat.type !== "private" && isAdministrator(chat, user.id);

  const scopes: BotCommandScope[] = [
    ...(chat.type === "private"
      ? []
      : [{ type: "chat_member" as const, chat_id, user_id: user.id }]),
    ...(forAdministrators ? [{ type: "chat_administrators" as const, chat_id }] : []),
    { type: "chat", chat_id },
    ...(forAdministrators ? [{ type: "all_chat_administrators" as const }] : []),
    { type: chat.type === "private" ? "all_private_chats" : "all_group_chats" },
    { type: "default" },
  ];

  for (const scope of scopes) {
    for (const language of [user.language_code ?? "", ""]) {
      const list = world.profile.commands[commandKey(scope, language)];
      if (list && list.length > 0) return list;
    }
  }
  return [];
}
