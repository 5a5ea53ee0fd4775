import type { InlineKeyboardButton, Message, RichMessageButton } from "@grammyjs/types";

import { plain, richButtons, richPlainText } from "../text/rich-walk.ts";

/** What a person reads in a message, formatting left away. */
export function plainText(message: Message): string {
  if (message.rich_message) return richPlainText(message.rich_message.blocks);
  return message.text ?? message.caption ?? serviceText(message);
}

export type Button = { label: string; data?: string; url?: string };

/** The buttons of a message in reading order: those inside a rich text, then the keyboard. */
export function buttonRows(message: Message): Button[][] {
  const inside = richButtons(message.rich_message?.blocks ?? []).map((button) => [
    { label: plain(button.text), ...deed(button) },
  ]);
  const keyboard = message.reply_markup?.inline_keyboard ?? [];
  const rows = keyboard.map((row) =>
    row.map((button) => ({ label: button.text, ...deed(button) })),
  );
  return [...inside, ...rows];
}

function deed(button: InlineKeyboardButton | RichMessageButton) {
  if ("callback_data" in button) return { data: button.callback_data };
  return "url" in button ? { url: button.url } : {};
}

/** A file's name, or what kind of file it is. */
export const fileLabel = ({ document, photo }: Message) =>
  document ? (document.file_name ?? "document") : photo ? "photo" : undefined;

function serviceText(message: Message): string {
  const names = message.new_chat_members?.map((user) => user.first_name).join(", ");
  if (names) return `${names} joined`;
  if (message.left_chat_member) return `${message.left_chat_member.first_name} left`;
  if (message.pinned_message) return "pinned a message";
  if (message.migrate_to_chat_id) return `upgraded to supergroup ${message.migrate_to_chat_id}`;
  if (message.migrate_from_chat_id) return `upgraded from group ${message.migrate_from_chat_id}`;
  if (message.forum_topic_created) return `opened topic ${message.forum_topic_created.name}`;
  return "";
}
