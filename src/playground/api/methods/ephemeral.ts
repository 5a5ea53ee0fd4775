import { badRequest } from "../../api-error.ts";
import { deleteRecord, findEphemeral } from "../../state/messages.ts";
import type { MessageRecord } from "../../state/records.ts";
import { applyEdit } from "../editing.ts";
import type { Call, Handlers } from "../handlers.ts";
import { reachChat } from "../reach.ts";
import { editCaption, editText } from "./edit.ts";

export const ephemeralMethods = {
  editEphemeralMessageText: (call, args) => {
    editText(call, sentTo(call, args, "edit"), args);
    return true;
  },

  editEphemeralMessageCaption: (call, args) => {
    editCaption(call, sentTo(call, args, "edit"), args);
    return true;
  },

  editEphemeralMessageReplyMarkup: (call, args) => {
    const edit = { content: {}, replaces: [], markup: args.reply_markup };
    applyEdit(call, sentTo(call, args, "edit"), edit);
    return true;
  },

  deleteEphemeralMessage: (call, args) => {
    deleteRecord(call.world, sentTo(call, args, "delete"));
    return true;
  },
} satisfies Partial<Handlers>;

type Target = { chat_id: number | string; receiver_user_id: number; ephemeral_message_id: number };

function sentTo({ world }: Call, target: Target, deed: string): MessageRecord {
  const chat = reachChat(world, target.chat_id);
  const record = findEphemeral(world, chat, target.ephemeral_message_id);
  if (!record?.byBot || record.onlyFor !== target.receiver_user_id) {
    throw badRequest(`message to ${deed} not found`);
  }
  return record;
}
