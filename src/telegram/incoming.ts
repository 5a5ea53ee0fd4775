// From a stored update to what somebody said. Pure: the payload and the bot's own name are all.
import type { CallbackQuery, ChatMemberUpdated, Message, Update, User } from "grammy/types";
import type { Incoming, IncomingChat, IncomingMessage } from "#src/delivery/channel.ts";
import type { Who } from "#src/requests/request.ts";
import { type BotName, isAddressed, repliedMessage, withoutBotName } from "./addressed.ts";
import { decodeButton } from "./buttons.ts";
import { messageIdOf } from "./ephemeral.ts";
import { filesOf } from "./incoming-files.ts";
import { richWords } from "./rich-text.ts";
import { captioned, keyOfMessage, type StoredPayload } from "./update-payload.ts";

export const CHANNEL = "telegram";

const whoIs = (user: User): Who => ({
  channel: CHANNEL,
  externalId: String(user.id),
  displayName: [user.first_name, user.last_name].filter(Boolean).join(" "),
  username: user.username ?? null,
});

type Place = Pick<Message, "chat" | "is_topic_message" | "message_thread_id">;

const chatIn = ({ chat, is_topic_message, message_thread_id }: Place): IncomingChat | null =>
  chat.type === "channel"
    ? null
    : {
        externalId: String(chat.id),
        kind: chat.type === "private" ? "private" : "group",
        threadId: is_topic_message === true ? (message_thread_id ?? 0) : 0,
        title: chat.title ?? null,
      };

const wordsOf = (message: Message): string => message.text ?? message.caption ?? "";

const repliedTo = (
  message: Message,
  bot: BotName,
): Pick<IncomingMessage, "repliedTo" | "repliedToBot"> => {
  const replied = repliedMessage(message);
  if (replied === undefined) return {};
  const words = wordsOf(replied) || richWords(replied.rich_message?.blocks ?? []);
  if (words === "") return {};
  return { repliedTo: words, ...(replied.from?.id === bot.id ? { repliedToBot: true } : {}) };
};

const migration = ({
  chat,
  migrate_to_chat_id,
  migrate_from_chat_id,
}: Message): Incoming | null => {
  const here = String(chat.id);
  if (migrate_to_chat_id !== undefined) {
    return { kind: "migrated", from: here, to: String(migrate_to_chat_id) };
  }
  if (migrate_from_chat_id === undefined) return null;
  return { kind: "migrated", from: String(migrate_from_chat_id), to: here };
};

const sentAt = ({ date, edit_date }: Message): Pick<IncomingMessage, "sentAt"> => {
  const seconds: unknown = edit_date ?? date;
  return Number.isSafeInteger(seconds) ? { sentAt: Number(seconds) * 1_000 } : {};
};

/** `all`: the messages of an album; `said` is the one of them with the caption. */
const readMessage = (
  said: Message,
  all: readonly Message[],
  via: "message" | "edit",
  bot: BotName,
): Incoming | null => {
  const moved = migration(said);
  if (moved !== null) return moved;
  const { from } = said;
  const chat = chatIn(said);
  // Channels and anonymous administrators are nobody whose role could be looked up.
  if (chat === null || from === undefined || from.is_bot || said.sender_chat !== undefined) {
    return null;
  }
  const text = wordsOf(said);
  const files = filesOf(all);
  if (text === "" && files.length === 0) return null;
  return {
    kind: "message",
    who: whoIs(from),
    chat,
    text: withoutBotName(text, bot),
    via,
    files,
    ...repliedTo(said, bot),
    ...(said.forward_origin === undefined ? {} : { forwarded: true }),
    addressed: chat.kind === "private" || isAddressed(said, text, bot),
    messageKey: keyOfMessage(said),
    ...sentAt(said),
  };
};

const readTap = ({ id, from, message, data }: CallbackQuery): IncomingMessage | null => {
  const chat = message === undefined ? null : chatIn(message as Place);
  if (message === undefined || chat === null || data === undefined || from.is_bot) return null;
  const { command, drawnFrom, inPlace } = decodeButton(data);
  return {
    kind: "message",
    who: whoIs(from),
    chat,
    text: command,
    via: "button",
    ...(drawnFrom === undefined ? {} : { drawnFrom }),
    tap: { id, messageId: messageIdOf(message, from.id), inPlace: inPlace ?? false },
    files: [],
    addressed: true,
    messageKey: null,
  };
};

const readMembership = ({ chat: where, new_chat_member }: ChatMemberUpdated): Incoming | null => {
  const chat = chatIn({ chat: where });
  if (chat === null) return null;
  const { status } = new_chat_member;
  const isOut =
    status === "left" ||
    status === "kicked" ||
    (status === "restricted" && !new_chat_member.is_member);
  const away = chat.kind === "private" ? "blocked" : "gone";
  return { kind: "chat-status", chat, status: isOut ? away : "active" };
};

const readUpdate = (update: Update, bot: BotName): Incoming | null => {
  const { message, edited_message, callback_query, my_chat_member } = update;
  if (message !== undefined) return readMessage(message, [message], "message", bot);
  if (edited_message !== undefined)
    return readMessage(edited_message, [edited_message], "edit", bot);
  if (callback_query !== undefined) return readTap(callback_query);
  return my_chat_member === undefined ? null : readMembership(my_chat_member);
};

/** What a stored payload says to us; null where there is nothing in it. */
export const readIncoming = (payload: StoredPayload, bot: BotName): Incoming | null => {
  if ("partOf" in payload) return null;
  if (!("album" in payload)) return readUpdate(payload, bot);
  const messages = payload.album.flatMap(({ message }) => message ?? []);
  const said = captioned(payload.album)?.message;
  return said === undefined ? null : readMessage(said, messages, "message", bot);
};
