import { badRequest } from "../../api-error.ts";
import type { MessageRecord } from "../../state/records.ts";
import { captionContent, richContent, textContent } from "../contents.ts";
import { applyEdit, editable } from "../editing.ts";
import type { Call, Handlers } from "../handlers.ts";
import type { MethodArgs } from "../method-types.ts";

export const editMethods = {
  editMessageText: (call, args) => editText(call, editable(call, args), args),

  editMessageCaption: (call, args) => editCaption(call, editable(call, args), args),

  editMessageReplyMarkup: (call, args) => {
    const edit = { content: {}, replaces: [], markup: args.reply_markup };
    return applyEdit(call, editable(call, args), edit);
  },
} satisfies Partial<Handlers>;

type TextEdit = Pick<
  MethodArgs<"editMessageText">,
  "text" | "parse_mode" | "entities" | "rich_message" | "reply_markup"
>;

/** A text may become a rich message, and the other way round. */
export function editText(call: Call, record: MessageRecord, args: TextEdit) {
  const { text, rich_message } = record.message;
  if (text === undefined && rich_message === undefined) {
    throw badRequest("there is no text in the message to edit");
  }
  const replaces = ["text", "entities", "rich_message"] as const;
  const markup = args.reply_markup;
  if (args.rich_message) {
    const content = richContent(call, args.rich_message);
    return applyEdit(call, record, { content, replaces, markup });
  }
  return applyEdit(call, record, { content: textContent(call, args), replaces, markup });
}

type CaptionEdit = Pick<
  MethodArgs<"editMessageCaption">,
  "caption" | "parse_mode" | "caption_entities" | "reply_markup"
>;

export function editCaption(call: Call, record: MessageRecord, args: CaptionEdit) {
  const { document, photo } = record.message;
  if (!document && !photo) throw badRequest("there is no caption in the message to edit");
  return applyEdit(call, record, {
    content: captionContent(call, args),
    replaces: ["caption", "caption_entities"],
    markup: args.reply_markup,
  });
}
