import type { Message, MessageEntity } from "@grammyjs/types";

import { findChat } from "./chats.ts";
import type { ChatRecord } from "./records.ts";
import { pushUpdate } from "./updates.ts";
import type { World } from "./world.ts";

const contentFields = ["text", "caption", "document", "photo", "rich_message"] as const;

/**
 * Whether the bot is given a message of a group. In privacy mode: service messages,
 * commands that are not another bot's, mentions of it, replies to it; as an
 * administrator, or with privacy off: everything.
 */
export function botSees(world: World, chat: ChatRecord, message: Message) {
  const status = botStatus(world, chat);
  if (chat.type === "private") return !chat.blocked;
  if (status === "left" || status === "kicked") return false;
  if (chat.type === "channel") return status === "administrator";
  if (status === "administrator" || world.settings.readsAllGroupMessages) return true;
  if (isService(message)) return true;
  if (message.ephemeral_message_id !== undefined) return true;
  return repliesToBot(world, message) || namesBot(world, message);
}

export const botStatus = (world: World, chat: ChatRecord) =>
  chat.members[String(world.bot.id)] ?? "left";

export const isService = (message: Message) =>
  contentFields.every((field) => message[field] === undefined);

const repliesToBot = (world: World, message: Message) =>
  message.reply_to_message?.from?.id === world.bot.id &&
  message.reply_to_message.forum_topic_created === undefined;

function namesBot(world: World, message: Message) {
  const text = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities ?? [];
  const at = `@${world.bot.username.toLowerCase()}`;

  return entities.some((entity) => {
    const words = slice(text, entity).toLowerCase();
    if (entity.type === "mention") return words === at;
    if (entity.type === "text_mention") return entity.user.id === world.bot.id;
    if (entity.type !== "bot_command") return false;
    return words.includes("@") ? words.endsWith(at) : entity.offset === 0;
  });
}

const slice = (text: string, { offset, length }: MessageEntity) =>
  text.slice(offset, offset + length);

/** Queues what a person said, or changed, as the kind of update that its chat makes of it. */
export function tellBot(world: World, message: Message, kind: "new" | "edited") {
  const chat = findChat(world, message.chat.id);
  if (!chat || !botSees(world, chat, message)) return;

  // The types split messages by chat and sender; which one this is, is known only here.
  const said = message as never;
  if (chat.type === "channel") {
    pushUpdate(world, kind === "new" ? { channel_post: said } : { edited_channel_post: said });
  } else {
    pushUpdate(world, kind === "new" ? { message: said } : { edited_message: said });
  }
}
