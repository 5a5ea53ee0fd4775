// What people and chats are called. Marks that turn the direction of text have no place in a
// name: "gpj.exe" must not read "exe.jpg", nor may a name turn what stands behind it.
import type { Chat, Message, MessageOrigin, User } from "@grammyjs/types";

const TURNING = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what a name must not carry
const CONTROL = /[\u0000-\u001f\u007f-\u009f]+/g;

/** A name on one line, without marks that nobody sees. */
export const cleanName = (name: string): string =>
  name.replace(TURNING, "").replace(CONTROL, " ").trim();

export const userName = ({ first_name, last_name }: Pick<User, "first_name" | "last_name">) =>
  cleanName(last_name === undefined ? first_name : `${first_name} ${last_name}`);

export function chatName(chat: Chat): string {
  return chat.type === "private" ? userName(chat) : cleanName(chat.title ?? "");
}

/** Who a message is from; a channel speaks for itself. */
export function senderName({ from, sender_chat }: Pick<Message, "from" | "sender_chat">): string {
  if (from !== undefined) return userName(from);
  return sender_chat === undefined ? "" : chatName(sender_chat);
}

export const senderId = ({ from, sender_chat }: Pick<Message, "from" | "sender_chat">): number =>
  from?.id ?? sender_chat?.id ?? 0;

/** Who wrote first what was passed on. */
export function originName(origin: MessageOrigin): string {
  switch (origin.type) {
    case "user":
      return userName(origin.sender_user);
    case "hidden_user":
      return cleanName(origin.sender_user_name);
    case "chat":
      return chatName(origin.sender_chat);
    case "channel":
      return chatName(origin.chat);
  }
}

/** One of eight colours for a name, always the same for the same person. */
export const nameColour = (id: number): number => Math.abs(id) % 8;
