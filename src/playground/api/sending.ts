import type { EphemeralMessageParameters, Message, ReplyParameters } from "@grammyjs/types";

import { badRequest, tooManyRequests } from "../api-error.ts";
import { asReplied, findEphemeral, findMessage, post } from "../state/messages.ts";
import type { ChatRecord, MessageRecord } from "../state/records.ts";
import { findTopic } from "../state/topics.ts";
import { botUser } from "../state/world.ts";
import { ephemeralReceiver } from "./ephemeral-receiver.ts";
import type { Call } from "./handlers.ts";
import { readMarkup } from "./markup.ts";
import { reachChat } from "./reach.ts";

/** The arguments that all methods which send share. */
export type SendArguments = {
  chat_id: number | string;
  message_thread_id?: number;
  ephemeral_message_parameters?: EphemeralMessageParameters;
  reply_parameters?: ReplyParameters;
  reply_markup?: Parameters<typeof readMarkup>[0];
  protect_content?: boolean;
};

/**
 * Checks where a message goes, then posts what it is given, within the pace.
 *
 * @throws 400, 403 or 429, as Telegram would
 */
export function prepareSend(call: Call, args: SendArguments) {
  const { world } = call;
  const chat = reachChat(world, args.chat_id);
  const replied = repliedMessage(call, chat, args.reply_parameters);
  const thread = threadOf(chat, args.message_thread_id, replied);
  const { inline, replyInterface } = readMarkup(args.reply_markup);
  const onlyFor =
    args.ephemeral_message_parameters &&
    ephemeralReceiver(call, chat, args.ephemeral_message_parameters, replied);

  return {
    chat,
    /** One message for each of the contents: an album has several. */
    post: <D extends Partial<Message>>(contents: D[]) => {
      keepPace(call, chat, contents.length);
      return contents.map((content) => {
        const draft = {
          ...(thread === undefined ? {} : { message_thread_id: thread, is_topic_message: true }),
          ...(replied ? { reply_to_message: asReplied(replied.message) } : {}),
          ...(args.protect_content ? { has_protected_content: true as const } : {}),
          ...content,
          ...(inline ? { reply_markup: inline } : {}),
        };
        return post(world, chat, draft, {
          ...(chat.type === "channel" ? {} : { from: botUser(world) }),
          byBot: true,
          ...(onlyFor ? { onlyFor } : {}),
          ...(replyInterface ? { replyInterface } : {}),
        }).message;
      });
    },
  };
}

/** @throws 429 */
export function keepPace({ pace }: Call, chat: ChatRecord, messages: number) {
  const wait = pace.take(chat.id, chat.type !== "private", messages);
  if (wait > 0) throw tooManyRequests(wait);
}

/** For methods that post one message. */
export function sendOne<D extends Partial<Message>>(call: Call, args: SendArguments, content: D) {
  const [message] = prepareSend(call, args).post([content]);
  if (!message) throw new Error("A content was posted and no message came of it");
  return message;
}

function repliedMessage(
  { world }: Call,
  chat: ChatRecord,
  parameters: ReplyParameters | undefined,
): MessageRecord | undefined {
  if (!parameters) return undefined;
  const { message_id, ephemeral_message_id, allow_sending_without_reply } = parameters;
  const found = ephemeral_message_id
    ? findEphemeral(world, chat, ephemeral_message_id)
    : findMessage(world, chat, message_id);
  if (!found && !allow_sending_without_reply) throw badRequest("message to be replied not found");
  return found;
}

/** A reply goes to the topic of the message that it answers. */
function threadOf(chat: ChatRecord, asked: number | undefined, replied: MessageRecord | undefined) {
  if (asked === undefined) {
    return replied?.message.is_topic_message ? replied.message.message_thread_id : undefined;
  }
  if (!findTopic(chat, asked)) throw badRequest("message thread not found");
  return asked;
}
