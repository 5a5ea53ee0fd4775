import type { ChatMember, ChatMemberAdministrator, User } from "@grammyjs/types";

import { describeChat, findUser, saveChat, userById } from "./chats.ts";
import { post } from "./messages.ts";
import { tellBot } from "./privacy.ts";
import type { ChatRecord, MemberStatus } from "./records.ts";
import { pushUpdate } from "./updates.ts";
import { botUser, unixTime, type World } from "./world.ts";

const isIn = (status: MemberStatus) => status !== "left" && status !== "kicked";

export const statusOf = (chat: ChatRecord, userId: number): MemberStatus =>
  chat.members[String(userId)] ?? "left";

export const isMember = (chat: ChatRecord, userId: number) => isIn(statusOf(chat, userId));

export const isAdministrator = (chat: ChatRecord, userId: number) =>
  ["creator", "administrator"].includes(statusOf(chat, userId));

/**
 * Gives somebody (a person, or the bot) a status in a group, as `by` decided it, with the
 * service messages and `my_chat_member` / `chat_member` updates that Telegram makes of it.
 */
export function setMember(
  world: World,
  chat: ChatRecord,
  user: User,
  status: MemberStatus,
  by: User,
) {
  const before = statusOf(chat, user.id);
  if (before === status) return;
  const isBot = user.id === world.bot.id;

  // The bot learns that it was removed by my_chat_member alone: it no longer sees the chat.
  if (isIn(before) && !isIn(status) && !isBot)
    announce(world, chat, { left_chat_member: user }, by);
  chat.members[String(user.id)] = status;
  saveChat(world, chat);

  const change = {
    chat: describeChat(world, chat),
    from: by,
    date: unixTime(world),
    old_chat_member: describeMember(user, before),
    new_chat_member: describeMember(user, status),
  };
  if (isBot) pushUpdate(world, { my_chat_member: change });
  else if (isAdministrator(chat, world.bot.id)) pushUpdate(world, { chat_member: change });

  if (!isIn(before) && isIn(status)) announce(world, chat, { new_chat_members: [user] }, by);
}

type Service = { left_chat_member: User } | { new_chat_members: User[] };

function announce(world: World, chat: ChatRecord, service: Service, by: User) {
  if (chat.type === "channel") return;
  const { message } = post(world, chat, service, { from: by });
  tellBot(world, message, "new");
}

/** Blocks or frees the bot in a private chat; the bot hears of it as `my_chat_member`. */
export function setBlocked(world: World, chat: ChatRecord, blocked: boolean) {
  if (chat.blocked === blocked) return;
  chat.blocked = blocked;
  saveChat(world, chat);
  pushUpdate(world, {
    my_chat_member: {
      chat: describeChat(world, chat),
      from: userById(world, chat.id),
      date: unixTime(world),
      old_chat_member: describeMember(botUser(world), blocked ? "member" : "kicked"),
      new_chat_member: describeMember(botUser(world), blocked ? "kicked" : "member"),
    },
  });
}

export function membersOf(world: World, chat: ChatRecord): { user: User; status: MemberStatus }[] {
  return Object.entries(chat.members)
    .filter(([, status]) => isIn(status))
    .map(([id, status]) => ({
      user: Number(id) === world.bot.id ? botUser(world) : userById(world, Number(id)),
      status,
    }));
}

export const findMemberUser = (world: World, userId: number) =>
  userId === world.bot.id ? botUser(world) : findUser(world, userId);

export function describeMember(user: User, status: MemberStatus): ChatMember {
  if (status === "creator") return { status, user, is_anonymous: false };
  if (status === "administrator") return { status, user, ...administratorRights };
  if (status === "kicked") return { status, user, until_date: 0 };
  return { status, user };
}

const administratorRights: Omit<ChatMemberAdministrator, "status" | "user"> = {
  can_be_edited: false,
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: true,
  can_restrict_members: true,
  can_promote_members: false,
  can_change_info: true,
  can_invite_users: true,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_pin_messages: true,
  can_manage_topics: true,
  can_send_welcome_messages: false,
};
