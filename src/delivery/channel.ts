// What a channel must be able to do. Telegram and the terminal are two; Zalo will be the third.
import type { DrawnFrom, Reply } from "#src/messages/reply.ts";
import type { Via, Who } from "#src/requests/request.ts";

export type IncomingFile = { externalId: string; name: string; mime: string; size: number };

export type IncomingChat = {
  externalId: string;
  kind: "private" | "group";
  threadId: number;
  title: string | null;
};

/** A message, an edit or a tap. */
export type IncomingMessage = {
  kind: "message";
  who: Who;
  chat: IncomingChat;
  text: string;
  via: Via;
  drawnFrom?: DrawnFrom;
  /** For a tap: what to answer, and the message that holds the button. */
  tap?: { id: string; messageId: string; inPlace: boolean };
  files: IncomingFile[];
  repliedTo?: string;
  repliedToBot?: boolean;
  forwarded?: boolean;
  /** In a group: is it meant for the bot at all? */
  addressed: boolean;
  /** "chat:message": the same for a message and its edits. */
  messageKey: string | null;
  /** When it was sent, in milliseconds of the channel's own clock; a tap does not say. */
  sentAt?: number;
};

export type Incoming =
  | IncomingMessage
  | { kind: "chat-status"; chat: IncomingChat; status: "active" | "blocked" | "gone" }
  | { kind: "migrated"; from: string; to: string };

/** What became of an attempt to send. */
export type Sent =
  | { kind: "sent"; messageId: string }
  /** Surely not taken: may be tried again after a while. */
  | { kind: "retry"; afterMs: number | null; errorCode: string }
  /** It may have been taken: never resent blindly. */
  | { kind: "unknown"; errorCode: string }
  /** Blocked or kicked: the chat is of no use until somebody comes back. */
  | { kind: "gone"; status: "blocked" | "gone"; errorCode: string }
  | { kind: "migrated"; externalId: string }
  /** It will never be taken as it is. */
  | { kind: "rejected"; errorCode: string };

/** A place for one message within what the channel allows. */
export type PaceTicket = {
  /** Milliseconds until the message may leave: a place is given a little before it is free. */
  opensIn: () => number;
  /** The message leaves now: from here on the place is taken. */
  leaves: () => void;
  answered: () => void;
  /** Nothing was sent. */
  giveBack: () => void;
};

/** Monotonic milliseconds until there may be a place: for any message at all, or for this chat. */
export type Wait = { ms: number; of: "all" | "chat" };

export const isWait = (found: PaceTicket | Wait | undefined): found is Wait =>
  found !== undefined && "ms" in found;

export type SendTo = { externalId: string; kind: string; threadId: number };

export type SendHow = {
  /** Redraw this message instead of sending another. */
  editMessageId?: string;
  /** Show it to this one person of a group only. */
  onlyTo?: { externalId: string; tapId?: string };
  /** The place that was reserved for its first message. */
  ticket?: PaceTicket;
};

export type Channel = {
  name: string;
  /** Reads a stored payload; null where there is nothing in it for us. */
  incoming: (payload: unknown) => Incoming | null;
  fetchFile: (file: IncomingFile) => Promise<Uint8Array>;
  send: (to: SendTo, reply: Reply, how: SendHow) => Promise<Sent>;
  /** A place within the channel's limits for a message, which somebody may wait for (`hurry`). */
  reserve?: (to: SendTo, hurry: boolean) => PaceTicket | Wait;
  /** Monotonic milliseconds until an answer to somebody could be sent. */
  readyIn?: (to: SendTo) => number;
  /** Best effort: stops the waiting sign on a tapped button. */
  answerTap: (tapId: string) => Promise<void>;
  /** Best effort, never throws: shows for some seconds that an answer is under way. */
  showWorking?: (to: SendTo) => Promise<void>;
};
