import { isDeepStrictEqual } from "node:util";

import type { InlineKeyboardMarkup, Message } from "@grammyjs/types";

import { badRequest } from "../api-error.ts";
import { editRecord, findMessage } from "../state/messages.ts";
import type { MessageRecord } from "../state/records.ts";
import { unixTime } from "../state/world.ts";
import type { Call } from "./handlers.ts";
import { readInlineKeyboard } from "./markup.ts";
import { reachChat } from "./reach.ts";
import { keepPace } from "./sending.ts";

type Target = { chat_id?: number | string; message_id?: number; inline_message_id?: string };

/** A message that the bot may edit. @throws 400 as Telegram words why it may not */
export function editable({ world }: Call, target: Target): MessageRecord {
  if (target.inline_message_id !== undefined) throw badRequest("MESSAGE_ID_INVALID");
  const chat = reachChat(world, target.chat_id);
  const record = findMessage(world, chat, target.message_id);
  if (!record) throw badRequest("message to edit not found");
  if (!record.byBot || record.message.forward_origin) throw badRequest("message can't be edited");
  return record;
}

/** The fields that an edit sets anew: what it does not give, is gone. */
type Replaced = "text" | "entities" | "rich_message" | "caption" | "caption_entities";

export type Edit<C extends Partial<Message>> = {
  content: C;
  replaces: readonly Replaced[];
  markup: InlineKeyboardMarkup | undefined;
};

/** @throws "message is not modified …" or 429 */
export function applyEdit<C extends Partial<Message>>(
  call: Call,
  record: MessageRecord,
  { content, replaces, markup }: Edit<C>,
) {
  const { world } = call;
  const kept = { ...record.message };
  for (const field of [...replaces, "reply_markup"] as const) delete kept[field];
  const inline = readInlineKeyboard(markup);
  const next = { ...kept, ...content, ...(inline ? { reply_markup: inline } : {}) };

  if (isDeepStrictEqual(next, record.message)) {
    throw badRequest(
      "message is not modified: specified new message content and reply markup are exactly the " +
        "same as a current content and reply markup of the message",
    );
  }
  keepPace(call, reachChat(world, record.chatId), 1);
  const edited = { ...next, edit_date: unixTime(world) };
  editRecord(world, record, edited);
  return edited as typeof edited & { edit_date: number };
}
