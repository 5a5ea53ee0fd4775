// Ephemeral messages (seen by one person of a group) have no message number of their own: we write
// theirs as "e<number>.<person>".
import type { Message } from "grammy/types";
import type { StoredPayload } from "./update-payload.ts";

type Numbered = Pick<Message, "message_id"> & Partial<Pick<Message, "ephemeral_message_id">>;

/** What we call a message in `Sent`, `tap.messageId` and `editMessageId`. */
export const messageIdOf = (message: Numbered, receiver: number): string =>
  message.ephemeral_message_id === undefined
    ? String(message.message_id)
    : `e${message.ephemeral_message_id}.${receiver}`;

export type EphemeralId = { ephemeralMessageId: number; receiver: number };

export const readEphemeralId = (messageId: string): EphemeralId | null => {
  const found = /^e(\d+)\.(\d+)$/.exec(messageId);
  if (found === null) return null;
  return { ephemeralMessageId: Number(found[1]), receiver: Number(found[2]) };
};

const ANSWERABLE_MS = 15_000;

/**
 * Remembers the last ephemeral command of a person in a chat: where the bot is no administrator,
 * an ephemeral answer must name the command that it answers, within 15 seconds.
 */
export const makeEphemeralAsks = (monotonic: () => number = () => performance.now()) => {
  const asks = new Map<string, { id: number; at: number }>();
  return {
    note: (payload: StoredPayload): void => {
      const message = "message" in payload ? payload.message : undefined;
      const { ephemeral_message_id: id, from, chat } = message ?? {};
      const now = monotonic();
      for (const [key, ask] of asks) if (now - ask.at > ANSWERABLE_MS) asks.delete(key);
      if (id !== undefined && from !== undefined)
        asks.set(`${chat?.id}:${from.id}`, { id, at: now });
    },
    last: (chat: string, person: string): number | undefined => {
      const ask = asks.get(`${chat}:${person}`);
      return ask !== undefined && monotonic() - ask.at <= ANSWERABLE_MS ? ask.id : undefined;
    },
  };
};

export type EphemeralAsks = ReturnType<typeof makeEphemeralAsks>;
