import type { ChatFullInfo, ChatMemberAdministrator, ChatMemberOwner } from "@grammyjs/types";

import { badRequest } from "../../api-error.ts";
import { describeChat } from "../../state/chats.ts";
import {
  describeMember,
  findMemberUser,
  membersOf,
  setMember,
  statusOf,
} from "../../state/members.ts";
import { findMessage } from "../../state/messages.ts";
import type { ChatRecord } from "../../state/records.ts";
import { createTopic } from "../../state/topics.ts";
import { botUser, type World } from "../../state/world.ts";
import type { Handlers } from "../handlers.ts";
import { knownChat, needAdministrator, reachChat } from "../reach.ts";

export const chatMethods = {
  getChat: ({ world }, { chat_id }) => fullInfo(world, knownChat(world, chat_id)),

  getChatMember: ({ world }, { chat_id, user_id }) => {
    const chat = reachChat(world, chat_id);
    const user = findMemberUser(world, user_id);
    if (!user) throw badRequest("user not found");
    const isHere = chat.type === "private" && (user_id === chat.id || user_id === world.bot.id);
    return describeMember(user, isHere ? "member" : statusOf(chat, user_id));
  },

  getChatAdministrators: ({ world }, { chat_id }) => {
    const chat = reachChat(world, chat_id);
    if (chat.type === "private") {
      throw badRequest("there are no administrators in the private chat");
    }
    return membersOf(world, chat)
      .filter(({ user }) => !user.is_bot || user.id === world.bot.id)
      .map(({ user, status }) => describeMember(user, status))
      .filter((member): member is ChatMemberOwner | ChatMemberAdministrator =>
        ["creator", "administrator"].includes(member.status),
      );
  },

  getChatMemberCount: ({ world }, { chat_id }) => {
    const chat = reachChat(world, chat_id);
    return chat.type === "private" ? 2 : membersOf(world, chat).length;
  },

  leaveChat: ({ world }, { chat_id }) => {
    const chat = reachChat(world, chat_id);
    if (chat.type === "private")
      throw badRequest("chat member status can't be changed in private chats");
    setMember(world, chat, botUser(world), "left", botUser(world));
    return true;
  },

  createForumTopic: ({ world }, { chat_id, name, icon_color = 0x6fb9f0 }) => {
    const chat = reachChat(world, chat_id);
    if (!chat.isForum) throw badRequest("the chat is not a forum");
    needAdministrator(world, chat, "create a topic");
    if (!name?.trim()) throw badRequest("topic name must be non-empty");
    const topic = createTopic(world, chat, botUser(world), name.trim(), icon_color);
    return { message_thread_id: topic.threadId, name: topic.name, icon_color: topic.iconColor };
  },
} satisfies Partial<Handlers>;

function fullInfo(world: World, chat: ChatRecord): ChatFullInfo {
  const pinned = findMessage(world, chat, chat.pinned.at(-1));
  return {
    ...describeChat(world, chat),
    accent_color_id: 0,
    max_reaction_count: 11,
    accepted_gift_types: {
      unlimited_gifts: false,
      limited_gifts: false,
      unique_gifts: false,
      premium_subscription: false,
      gifts_from_channels: false,
    },
    ...(pinned ? { pinned_message: pinned.message } : {}),
  };
}
