import { badRequest, forbidden } from "../api-error.ts";
import { lookUpChat } from "../state/chats.ts";
import { isAdministrator } from "../state/members.ts";
import { botStatus } from "../state/privacy.ts";
import type { ChatRecord } from "../state/records.ts";
import type { World } from "../state/world.ts";

type Reference = number | string | undefined;

/** @throws when the bot named no chat, or one that there is not */
export function knownChat(world: World, reference: Reference): ChatRecord {
  if (reference === undefined) throw badRequest("chat_id is empty");
  const chat = lookUpChat(world, reference);
  if (!chat) throw badRequest("chat not found");
  return chat;
}

/** A chat that the bot may act in. @throws 400 or 403, as Telegram words why it may not */
export function reachChat(world: World, reference: Reference): ChatRecord {
  const chat = knownChat(world, reference);
  if (chat.migratedTo !== undefined) {
    const parameters = { migrate_to_chat_id: chat.migratedTo };
    throw badRequest("group chat was upgraded to a supergroup chat", parameters);
  }
  if (chat.type === "private") {
    if (chat.blocked) throw forbidden("bot was blocked by the user");
    if (!chat.started) throw forbidden("bot can't initiate conversation with a user");
    return chat;
  }

  const status = botStatus(world, chat);
  if (status === "kicked") throw forbidden(`bot was kicked from the ${chat.type} chat`);
  if (status === "left") throw forbidden(`bot is not a member of the ${chat.type} chat`);
  if (chat.type === "channel" && status === "member") {
    throw badRequest("need administrator rights in the channel chat");
  }
  return chat;
}

/** `deed` as in "not enough rights to manage pinned messages in the chat". */
export function needAdministrator(world: World, chat: ChatRecord, deed: string) {
  if (chat.type !== "private" && !isAdministrator(chat, world.bot.id)) {
    throw badRequest(`not enough rights to ${deed}`);
  }
}
