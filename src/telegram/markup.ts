// What hangs under a message: buttons, or standing keys under the input line. Telegram takes one
// of the two with a message.
import type { InlineKeyboardMarkup, ReplyKeyboardMarkup } from "grammy/types";
import type { Reply } from "#src/messages/reply.ts";
import { type EncodedButton, encodeButton } from "./buttons.ts";

export type Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup;

/** The buttons of a reply, and the tokens that must be stored before they are shown. */
export const inlineMarkup = ({
  buttons = [],
}: Reply): { inline?: InlineKeyboardMarkup; encoded: EncodedButton[] } => {
  const rows = buttons.filter((row) => row.length > 0);
  const encoded = rows.map((row) => row.map(encodeButton));
  if (rows.length === 0) return { encoded: [] };
  const inline_keyboard = rows.map((row, at) =>
    row.map(({ label, style }, column) => ({
      text: label,
      callback_data: encoded[at]?.[column]?.data ?? "",
      ...(style === undefined ? {} : { style }),
    })),
  );
  return { inline: { inline_keyboard }, encoded: encoded.flat() };
};

const keyboard = ({ keys = [] }: Reply): ReplyKeyboardMarkup | undefined =>
  keys.length === 0
    ? undefined
    : {
        keyboard: keys.map((row) => row.map((key) => ({ text: key }))),
        resize_keyboard: true,
        is_persistent: true,
      };

/**
 * The markup of each part: buttons go on the last. Keys go on the last too where there are no
 * buttons, else on the first part, and are left out where there is only one. Only a private chat
 * gets keys: in a group they would stand under everybody's input line.
 */
export const markupOfParts = (
  reply: Reply,
  {
    inline,
    parts,
    isPrivate,
  }: { inline?: InlineKeyboardMarkup | undefined; parts: number; isPrivate: boolean },
): (Markup | undefined)[] => {
  const keys = isPrivate ? keyboard(reply) : undefined;
  const last = parts - 1;
  return Array.from({ length: parts }, (_, part) => {
    if (part === last && inline !== undefined) return inline;
    return part === (inline === undefined ? last : 0) ? keys : undefined;
  });
};
