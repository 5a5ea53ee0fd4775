// The keys that the bot puts under the line.
import type { KeyboardButton } from "@grammyjs/types";

import type { ChatView, MessageView } from "../../../page/contract.ts";

/** What a key says; null for one that only a real messenger can serve (a contact, a place). */
export function keyText(button: KeyboardButton): string | null {
  if (typeof button === "string") return button;
  return Object.keys(button).some((field) => field.startsWith("request_") || field === "web_app")
    ? null
    : button.text;
}

/** The rows of keys that are in force. */
export const keyRows = ({ keyboard }: ChatView): string[][] =>
  keyboard === undefined || !("keyboard" in keyboard)
    ? []
    : keyboard.keyboard
        .map((row) => row.map(keyText).filter((text) => text !== null))
        .filter((row) => row.length > 0);

/** What the bot wishes to be written, for the empty line. */
export const wishedWords = ({ keyboard }: ChatView): string | undefined =>
  keyboard !== undefined && "input_field_placeholder" in keyboard
    ? keyboard.input_field_placeholder
    : undefined;

/** The message that the bot wants to be answered, where it asks for that. */
export function askedMessage(
  { keyboard }: ChatView,
  messages: readonly MessageView[],
): MessageView | undefined {
  if (keyboard === undefined || !("force_reply" in keyboard)) return undefined;
  return messages.findLast(
    ({ replyInterface }) => replyInterface !== undefined && "force_reply" in replyInterface,
  );
}
