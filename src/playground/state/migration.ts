import type { User } from "@grammyjs/types";

import { ensureChat, saveChat } from "./chats.ts";
import { post } from "./messages.ts";
import { tellBot } from "./privacy.ts";
import type { ChatRecord } from "./records.ts";
import type { World } from "./world.ts";

/**
 * Upgrades a basic group, as Telegram does when topics or a public name are switched on:
 * a new chat with a new id and the same members, one service message in each.
 */
export function upgradeGroup(world: World, old: ChatRecord, by: User, isForum: boolean) {
  const next = ensureChat(world, { type: "supergroup", title: old.title, isForum });
  next.members = { ...old.members };
  saveChat(world, next);

  const away = post(world, old, { migrate_to_chat_id: next.id }, { from: by });
  tellBot(world, away.message, "new");
  old.migratedTo = next.id;
  saveChat(world, old);

  const arrived = post(world, next, { migrate_from_chat_id: old.id }, { from: by });
  tellBot(world, arrived.message, "new");
  return next;
}
