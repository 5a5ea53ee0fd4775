import type { User } from "@grammyjs/types";

import { saveChat } from "./chats.ts";
import { post } from "./messages.ts";
import { tellBot } from "./privacy.ts";
import type { ChatRecord, Topic } from "./records.ts";
import type { World } from "./world.ts";

/** Opens a topic; its id is the id of the service message that opened it. */
export function createTopic(world: World, chat: ChatRecord, by: User, name: string, color: number) {
  const threadId = chat.lastMessageId + 1;
  const topic: Topic = { threadId, name, iconColor: color };
  chat.topics.push(topic);
  saveChat(world, chat);

  const { message } = post(
    world,
    chat,
    {
      message_thread_id: threadId,
      is_topic_message: true,
      forum_topic_created: { name, icon_color: color },
    },
    { from: by, byBot: by.id === world.bot.id },
  );
  if (by.id !== world.bot.id) tellBot(world, message, "new");
  return topic;
}

export const findTopic = (chat: ChatRecord, threadId: number) =>
  chat.topics.find((topic) => topic.threadId === threadId);
