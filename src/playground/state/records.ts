import type {
  BotCommand,
  ForceReply,
  MenuButton,
  Message,
  ReactionType,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from "@grammyjs/types";

export type MemberStatus = "creator" | "administrator" | "member" | "left" | "kicked";

export type Topic = { threadId: number; name: string; iconColor: number };

export type ChatRecord = {
  id: number;
  type: "private" | "group" | "supergroup" | "channel";
  title: string;
  username?: string;
  isForum: boolean;
  /** Status by user id; the bot is one of them. Private chats have none. */
  members: Record<string, MemberStatus>;
  topics: Topic[];
  pinned: number[];
  lastMessageId: number;
  lastEphemeralId: number;
  migratedTo?: number;
  /** Private chats: the person has written, so the bot may write. */
  started: boolean;
  /** Private chats: the person blocked the bot. */
  blocked: boolean;
};

export type ReplyInterface = ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply;

export type MessageRecord = {
  chatId: number;
  message: Message;
  /** Earlier versions, oldest first; `at` is when the version was replaced, epoch ms. */
  history: { at: number; message: Message }[];
  byBot: boolean;
  deleted: boolean;
  /** Ephemeral messages: who alone sees it beside the bot. */
  onlyFor?: number;
  replyInterface?: ReplyInterface;
  botReactions: ReactionType[];
  /** Grows with every change in any chat. */
  revision: number;
};

export type FileRecord = {
  id: string;
  uniqueId: string;
  number: number;
  kind: "document" | "photo";
  name: string;
  type: string;
  size: number;
  path: string;
  width?: number;
  height?: number;
};

/** What the bot has set about itself, by language ("" is the default). */
export type Profile = {
  name: Record<string, string>;
  description: Record<string, string>;
  shortDescription: Record<string, string>;
  /** Keyed by scope and language. */
  commands: Record<string, BotCommand[]>;
  /** Keyed by chat id; "" is the default. */
  menuButtons: Record<string, MenuButton>;
};
