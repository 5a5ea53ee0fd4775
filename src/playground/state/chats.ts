import type { Chat, User } from "@grammyjs/types";

import { badRequest } from "../api-error.ts";
import { given } from "../given.ts";
import type { ChatRecord } from "./records.ts";
import { nextNumber, type World } from "./world.ts";

export type UserOptions = {
  /** Given, the call is "make sure that this person exists". */
  id?: number;
  firstName: string;
  lastName?: string;
  username?: string;
  languageCode?: string;
  /** They have written to the bot before, so that it may write to them; nobody is told. */
  started?: boolean;
};

export function ensureUser(world: World, options: UserOptions): User {
  const id = options.id ?? 700_000_000 + nextNumber(world, "user");
  const user: User = {
    id,
    is_bot: false,
    first_name: options.firstName,
    ...given({
      last_name: options.lastName,
      username: options.username,
      language_code: options.languageCode,
    }),
  };
  world.store.put("user", String(id), user);
  if (options.started) startChat(world, privateChat(world, user));
  return user;
}

export type ChatOptions = {
  id?: number;
  type: "group" | "supergroup" | "channel";
  title: string;
  username?: string;
  isForum?: boolean;
};

/** The chat with this id if there is one (or what it was upgraded to), else a new one. */
export function ensureChat(world: World, options: ChatOptions): ChatRecord {
  const existing = options.id === undefined ? undefined : findChat(world, options.id);
  if (existing) return latestChat(world, existing);

  const number = nextNumber(world, "chat");
  const id = options.type === "group" ? -(4_000_000 + number) : -(1_001_000_000_000 + number);
  return addChat(world, {
    id: options.id ?? id,
    type: options.type,
    title: options.title,
    isForum: options.isForum ?? false,
    ...given({ username: options.username }),
  });
}

type NewChat = Pick<ChatRecord, "id" | "type" | "title" | "isForum" | "username">;

function addChat(world: World, chat: NewChat): ChatRecord {
  const record: ChatRecord = {
    ...chat,
    members: {},
    topics: [],
    pinned: [],
    lastMessageId: 0,
    lastEphemeralId: 0,
    started: false,
    blocked: false,
  };
  saveChat(world, record);
  return record;
}

/** The private chat of a person with the bot; Telegram gives it the person's own id. */
export function privateChat(world: World, user: User): ChatRecord {
  const existing = findChat(world, user.id);
  if (existing) return existing;
  return addChat(world, { id: user.id, type: "private", title: user.first_name, isForum: false });
}

/** Their person has written: from now on the bot may write there. */
export function startChat(world: World, chat: ChatRecord) {
  if (chat.started) return;
  chat.started = true;
  saveChat(world, chat);
}

export const saveChat = (world: World, chat: ChatRecord) =>
  world.store.put("chat", String(chat.id), chat);

export const findChat = (world: World, id: number) => world.chats.get(String(id));

export const findUser = (world: World, id: number) => world.users.get(String(id));

/** @throws when nobody has this id */
export function userById(world: World, id: number): User {
  const user = findUser(world, id);
  if (!user) throw badRequest("user not found");
  return user;
}

export function latestChat(world: World, chat: ChatRecord): ChatRecord {
  const next = chat.migratedTo === undefined ? undefined : findChat(world, chat.migratedTo);
  return next ? latestChat(world, next) : chat;
}

/** A chat by id or `@username`; a person the bot has not met yet has an empty private chat. */
export function lookUpChat(world: World, reference: number | string): ChatRecord | undefined {
  if (typeof reference === "string") {
    const name = reference.replace(/^@/, "").toLowerCase();
    return [...world.chats.values()].find((chat) => chat.username?.toLowerCase() === name);
  }
  const chat = findChat(world, reference);
  if (chat) return chat;
  const user = findUser(world, reference);
  return user && privateChat(world, user);
}

export function describeChat(world: World, chat: ChatRecord): Chat {
  if (chat.type === "private") {
    const user = userById(world, chat.id);
    const { last_name, username } = user;
    return {
      id: chat.id,
      type: "private",
      first_name: user.first_name,
      ...given({ last_name, username }),
    };
  }
  if (chat.type === "group") return { id: chat.id, type: "group", title: chat.title };
  const { id, title, username } = chat;
  if (chat.type === "channel") return { id, type: "channel", title, ...given({ username }) };
  const forum = chat.isForum ? { is_forum: true as const } : {};
  return { id, type: "supergroup", title, ...given({ username }), ...forum };
}
