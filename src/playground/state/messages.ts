import type { Message, User } from "@grammyjs/types";

import { describeChat, saveChat } from "./chats.ts";
import type { ChatRecord, MessageRecord, ReplyInterface } from "./records.ts";
import { botUser, indexMessage, nextNumber, unixTime, type World } from "./world.ts";

export type PostOptions = {
  /** Absent for a channel's own posts. */
  from?: User;
  byBot?: boolean;
  onlyFor?: User;
  replyInterface?: ReplyInterface;
};

export const messageKey = (chatId: number, id: number) => `${chatId}:${id}`;

export const ephemeralKey = (chatId: number, id: number) => `${chatId}:e${id}`;

/** The key of a message of this chat; an ephemeral one has a number of its own kind. */
export const keyIn = (
  chatId: number,
  { message_id, ephemeral_message_id }: { message_id: number; ephemeral_message_id?: number },
) =>
  ephemeral_message_id === undefined
    ? messageKey(chatId, message_id)
    : ephemeralKey(chatId, ephemeral_message_id);

export const keyOf = ({ chatId, message }: MessageRecord) => keyIn(chatId, message);

/** Adds a message to a chat and tells the observers; telling the bot is the caller's. */
export function post<D extends Partial<Message>>(
  world: World,
  chat: ChatRecord,
  draft: D,
  options: PostOptions,
) {
  const onlyFor = options.onlyFor;
  const message = {
    ...(onlyFor ? { message_id: 0 } : { message_id: ++chat.lastMessageId }),
    ...(onlyFor
      ? { ephemeral_message_id: ++chat.lastEphemeralId, receiver_user: receiver(world, options) }
      : {}),
    ...(options.from ? { from: options.from } : { sender_chat: describeChat(world, chat) }),
    date: unixTime(world),
    chat: describeChat(world, chat),
    ...draft,
  } as Message & D;

  const record: MessageRecord = {
    chatId: chat.id,
    message,
    history: [],
    byBot: options.byBot ?? false,
    deleted: false,
    botReactions: [],
    revision: nextNumber(world, "revision"),
    ...(onlyFor ? { onlyFor: onlyFor.id } : {}),
    ...(options.replyInterface ? { replyInterface: options.replyInterface } : {}),
  };

  saveChat(world, chat);
  world.store.put("message", keyOf(record), record);
  indexMessage(world, record);
  world.messageChanged.emit({ kind: "new", record });
  return { record, message };
}

/** An ephemeral message of a person is received by the bot, one of the bot by the person. */
const receiver = (world: World, options: PostOptions) =>
  options.byBot ? options.onlyFor : botUser(world);

export function editRecord(world: World, record: MessageRecord, message: Message) {
  record.history.push({ at: world.now(), message: record.message });
  record.message = message;
  touch(world, record);
  world.messageChanged.emit({ kind: "edited", record });
}

export function deleteRecord(world: World, record: MessageRecord) {
  record.deleted = true;
  touch(world, record);
  world.messageChanged.emit({ kind: "deleted", record });
}

/** Writes a changed record and lets pages that poll by revision see it. */
export function touch(world: World, record: MessageRecord) {
  record.revision = nextNumber(world, "revision");
  world.store.put("message", keyOf(record), record);
}

export function findMessage(world: World, chat: ChatRecord, id: number | undefined) {
  const record = id === undefined ? undefined : world.messages.get(messageKey(chat.id, id));
  return record?.deleted ? undefined : record;
}

export function findEphemeral(world: World, chat: ChatRecord, id: number | undefined) {
  const record = id === undefined ? undefined : world.messages.get(ephemeralKey(chat.id, id));
  return record?.deleted ? undefined : record;
}

/** By key, as the page names messages; deleted ones are not found. */
export function findByKey(world: World, key: string) {
  const record = world.messages.get(key);
  return record?.deleted ? undefined : record;
}

export const messagesIn = (world: World, chatId: number) => world.messagesByChat.get(chatId) ?? [];

/** As Telegram shows it inside another message: without its own `reply_to_message`. */
export function asReplied(message: Message): NonNullable<Message["reply_to_message"]> {
  const { reply_to_message: _, ...rest } = message;
  return rest as NonNullable<Message["reply_to_message"]>;
}
