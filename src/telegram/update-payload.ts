// What stands in the inbox for Telegram: an update, a whole album, or the mark of an update that
// went into an album.
import type { Message, Update } from "grammy/types";

export type StoredPayload = Update | { album: Update[] } | { partOf: number };

/** The message of an album that carries its caption; that is the one that gets edited. */
export const captioned = (album: readonly Update[]): Update | undefined =>
  album.find((update) => update.message?.caption !== undefined) ?? album[0];

/** The album that a new message is a part of. Edits of a part stand alone. */
export const albumIdOf = (update: Update): string | null => update.message?.media_group_id ?? null;

/** "chat:message"; null where the message has no lasting number (ephemeral ones). */
export const keyOfMessage = (message: Message): string | null =>
  message.message_id === 0 ? null : `${message.chat.id}:${message.message_id}`;

/** The key under which an edit finds what it corrects. */
export const messageKeyOf = (update: Update): string | null => {
  const message = update.message ?? update.edited_message;
  return message === undefined ? null : keyOfMessage(message);
};

/** Updates of one lane are handled in order: a person in a chat. */
export const laneOf = (update: Update): string => {
  const tap = update.callback_query;
  const from = update.message ?? update.edited_message ?? update.my_chat_member;
  const chat = from?.chat.id ?? tap?.message?.chat.id ?? 0;
  return `${chat}:${(from ?? tap)?.from?.id ?? 0}`;
};

/** Telegram nests a rich message sixteen deep. PostgreSQL gives up somewhere in the thousands. */
const DEEPEST = 60;

const letters = (text: string): string => text.replaceAll("\0", "").toWellFormed();

const stored = (value: unknown, depth: number): unknown => {
  if (typeof value === "string") return letters(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth > DEEPEST) return null;
  if (Array.isArray(value)) return value.map((part) => stored(part, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [letters(name), stored(part, depth + 1)]),
  );
};

/**
 * PostgreSQL stores neither NUL nor half a surrogate pair in JSON, nor any depth of it; one such
 * letter would stop all.
 */
export const storable = (update: Update): Update => stored(update, 0) as Update;
