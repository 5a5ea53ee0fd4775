import type {
  ForceReply,
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from "@grammyjs/types";

import { badRequest } from "../api-error.ts";
import type { ReplyInterface } from "../state/records.ts";
import { textLimits } from "./limits.ts";

type AnyMarkup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply;

/** Inline keyboards belong to the message, other kinds to the person's input box. */
export function readMarkup(markup: AnyMarkup | undefined): {
  inline?: InlineKeyboardMarkup;
  replyInterface?: ReplyInterface;
} {
  if (!markup) return {};
  if (!("inline_keyboard" in markup)) return { replyInterface: markup };
  const inline = readInlineKeyboard(markup);
  return inline ? { inline } : {};
}

/** An empty keyboard is none. @throws BUTTON_DATA_INVALID and its kin */
export function readInlineKeyboard(markup: InlineKeyboardMarkup | undefined) {
  if (!markup) return undefined;
  if (!Array.isArray(markup.inline_keyboard) || !markup.inline_keyboard.every(Array.isArray)) {
    throw badRequest("can't parse reply keyboard markup JSON object");
  }
  const rows = markup.inline_keyboard.filter((row) => row.length > 0);
  for (const button of rows.flat()) checkButton(button);
  return rows.length > 0 ? { inline_keyboard: rows } : undefined;
}

function checkButton(button: InlineKeyboardButton) {
  const { text, ...rest } = button;
  const wrong = (reason: string) => badRequest(`can't parse inline keyboard button: ${reason}`);
  if (typeof text !== "string") throw wrong(`Can't find field "text"`);
  if (text.trim() === "") throw wrong("Button text must be non-empty");
  const deeds = Object.keys(rest).filter(
    (key) => key !== "style" && key !== "icon_custom_emoji_id",
  );
  if (deeds.length === 0) throw wrong("Text buttons are unallowed in the inline keyboard");

  if ("callback_data" in button) checkCallbackData(button.callback_data);
  if ("url" in button && !/^(https?|tg|tonsite):\/\/\S+$/.test(button.url)) {
    throw badRequest(`inline keyboard button URL '${button.url}' is invalid: Wrong HTTP URL`);
  }
}

export function checkCallbackData(data: string) {
  const bytes = Buffer.byteLength(String(data));
  if (bytes < 1 || bytes > textLimits.callbackDataBytes) throw badRequest("BUTTON_DATA_INVALID");
}
