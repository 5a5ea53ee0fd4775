// How messages are called between the page and its server.
import type { Message } from "@grammyjs/types";

/** The key of a message that another one quotes. */
export const keyIn = (
  chat: number,
  message: Pick<Message, "message_id" | "ephemeral_message_id">,
) =>
  message.ephemeral_message_id === undefined
    ? `${chat}:${message.message_id}`
    : `${chat}:e${message.ephemeral_message_id}`;
