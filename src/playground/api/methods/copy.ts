import type { Message, MessageOrigin } from "@grammyjs/types";

import { badRequest } from "../../api-error.ts";
import { findMessage } from "../../state/messages.ts";
import { isService } from "../../state/privacy.ts";
import { botUser } from "../../state/world.ts";
import { captionContent } from "../contents.ts";
import type { Call, Handlers } from "../handlers.ts";
import { reachChat } from "../reach.ts";
import { sendOne } from "../sending.ts";

export const copyMethods = {
  forwardMessage: (call, args) => {
    const source = sourceOf(call, args, "forward");
    const origin: MessageOrigin = {
      type: "user",
      date: source.date,
      sender_user: source.from ?? botUser(call.world),
    };
    return sendOne(call, args, { ...contentOf(source), forward_origin: origin });
  },

  copyMessage: (call, args) => {
    const content = contentOf(sourceOf(call, args, "copy"));
    if (args.caption !== undefined) {
      delete content.caption;
      delete content.caption_entities;
      Object.assign(content, captionContent(call, args));
    }
    return { message_id: sendOne(call, args, content).message_id };
  },
} satisfies Partial<Handlers>;

type Source = { from_chat_id: number | string; message_id: number };

function sourceOf({ world }: Call, { from_chat_id, message_id }: Source, deed: string): Message {
  const chat = reachChat(world, from_chat_id);
  const record = findMessage(world, chat, message_id);
  if (!record) throw badRequest(`message to ${deed} not found`);
  if (isService(record.message)) throw badRequest(`the message can't be ${deed}ed`);
  return record.message;
}

function contentOf(message: Message): Partial<Message> {
  const { text, entities, caption, caption_entities, document, photo, rich_message } = message;
  const content = { text, entities, caption, caption_entities, document, photo, rich_message };
  const kept = Object.entries(content).filter(([, value]) => value !== undefined);
  return structuredClone(Object.fromEntries(kept));
}
