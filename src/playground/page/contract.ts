// What the page and its server tell each other: types only, read by both.
import type { Message, ReactionType } from "@grammyjs/types";

import type { Caused, ClockStop } from "../house.ts";
import type { ReplyInterface } from "../state/records.ts";

export type PersonView = {
  id: number;
  name: string;
  username?: string;
  /** Who this is in the province; absent for somebody whom no house described. */
  about?: { vi: string; en: string };
  main: boolean;
};

export type MessageView = {
  /** "chat:id", or "chat:eID" for an ephemeral one. */
  key: string;
  chat: number;
  /** The place in its chat's history, growing; what `before` and `upTo` are counted in. */
  at: number;
  /** Grows with every change in any chat. */
  revision: number;
  byBot: boolean;
  deleted: boolean;
  /** Ephemeral: the only person who sees it. */
  onlyFor?: number;
  /** How many earlier versions there are. */
  versions: number;
  /** As the Bot API describes it. */
  message: Message;
  /** Reply keyboard, its removal, or a forced reply that came with it. */
  replyInterface?: ReplyInterface;
  reactions: ReactionType[];
};

export type ChatView = {
  id: number;
  type: "private" | "group" | "supergroup" | "channel";
  /** Of a private chat: the person's name. */
  title: string;
  topics: { id: number; name: string }[];
  /** Persons who are in it and may speak; of a private chat: its one person. */
  members: number[];
  memberCount: number;
  blocked: boolean;
  pinned: number[];
  /** The newest message that is not ephemeral: for the list. */
  last?: { key: string; at: number; date: number; from: string; byBot: boolean; text: string };
  /** Messages of the bot or of others that no window has shown yet. */
  unread: number;
  /** Where reading stopped (`at` of the last message read). */
  readUpTo: number;
  /** What stands under the input line now (private chats). */
  keyboard?: ReplyInterface;
  /** The bot is typing here. */
  typing: boolean;
};

export type FaultKind = "slow" | "429" | "down" | "reset-after";

export type Busy =
  | { kind: "planting" }
  | { kind: "reset" }
  /** Civil moments, epoch ms; `at` is where the clock is on its way. */
  | { kind: "clock"; from: number; to: number; at: number };

/** Everything but the messages; sent whole whenever something in it changes. */
export type Desk = {
  /** Another one means: what was loaded before is void (a reset, another store). */
  epoch: string;
  bot: { id: number; name: string; username: string };
  /** Civil now, epoch ms, at the moment of sending: it runs on with real time. */
  now: number;
  canMoveClock: boolean;
  canReset: boolean;
  hasGlass: boolean;
  stops: ClockStop[];
  busy: Busy | null;
  /** Faults that are on. */
  faults: FaultKind[];
  persons: PersonView[];
  chats: ChatView[];
};

/** GET /playground/history?chat=&before=&limit= : the newest `limit` messages before that place. */
export type History = { messages: MessageView[]; hasMore: boolean };

/** GET /playground/commands?person=&chat= */
export type Menu = { commands: { command: string; description: string }[] };

/**
 * GET /playground/stream, Server-Sent Events:
 *   desk      Desk
 *   messages  MessageView[]   changed or new, of any chat of the cast, deleted ones too
 *   calls     { last: number }  the bot made calls since: what is behind the glass may have changed
 * The id of an event is the revision; a reconnecting page gets what changed since.
 */
export type StreamEvents = { desk: Desk; messages: MessageView[]; calls: { last: number } };

/** POST bodies; each answers its own type, or { error } with status 400. */
export type Posts = {
  say: {
    body: { person: number; chat: number; text: string; replyTo?: string; thread?: number };
    answer: { message: string };
  };
  edit: { body: { person: number; message: string; text: string }; answer: { message: string } };
  forward: {
    body: { person: number; message: string; chat: number; thread?: number };
    answer: { message: string };
  };
  tap: {
    body: { person: number; chat: number; message: string; data: string };
    answer: { answer: { text?: string; showAlert: boolean; url?: string } };
  };
  /** Files that were staged before: several make an album, the caption stands on the first. */
  "say-files": {
    body: {
      person: number;
      chat: number;
      files: { token: string; as: "photo" | "document" }[];
      caption?: string;
      replyTo?: string;
      thread?: number;
    };
    answer: { messages: string[] };
  };
  /** Some window showed the messages up to this place. */
  read: { body: { chat: number; upTo: number }; answer: { readUpTo: number } };
  /** To a moment, or to one of the clock's stops as they are now. Answers when it is there. */
  clock: { body: { to: number } | { stop: ClockStop["kind"] }; answer: { now: number } };
  reset: { body: Record<string, never>; answer: { epoch: string } };
  fault: { body: { kind: FaultKind; on: boolean }; answer: { faults: FaultKind[] } };
};

/** POST /playground/stage?name= with the bytes as body. */
export type Staged = { token: string; name: string; size: number; isPicture: boolean };

export type CallView = {
  number: number;
  /** Civil, epoch ms. */
  at: number;
  method: string;
  payload: unknown;
  /** How it ended: absent while it runs. */
  outcome?: { ok: boolean; code?: number; description?: string; result?: unknown };
  /** The fault that kept the answer from the bot. */
  lost?: string;
};

/** GET /playground/behind?message=KEY : what a person's message (or their tap on it) set off. */
export type Behind = {
  /** The update as the bot received it; null for one that the stand-in no longer remembers. */
  update: unknown;
  caused: Caused | null;
  calls: CallView[];
};
