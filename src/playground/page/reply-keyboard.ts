import { messagesIn } from "../state/messages.ts";
import type { ChatRecord, MessageRecord, ReplyInterface } from "../state/records.ts";
import type { World } from "../state/world.ts";

/**
 * What stands under the input line of a private chat: the newest keyboard that the bot sent and
 * did not remove. A forced reply is in force until the person writes, a one-time keyboard until
 * one of its buttons was used.
 */
export function keyboardOf(world: World, chat: ChatRecord): ReplyInterface | undefined {
  if (chat.type !== "private") return undefined;
  const written: MessageRecord[] = [];
  for (const record of messagesIn(world, chat.id).toReversed()) {
    if (!record.byBot) written.push(record);
    const found = record.byBot && !record.deleted ? record.replyInterface : undefined;
    if (!found) continue;
    if ("remove_keyboard" in found) return undefined;
    if ("keyboard" in found) return isUsedUp(found, written) ? undefined : found;
    // A forced reply that was given leaves the keyboard before it.
    if (written.length === 0) return found;
  }
  return undefined;
}

function isUsedUp(keyboard: ReplyInterface, written: readonly MessageRecord[]) {
  if (!("keyboard" in keyboard) || !keyboard.one_time_keyboard) return false;
  const labels = keyboard.keyboard
    .flat()
    .map((button) => (typeof button === "string" ? button : button.text));
  return written.some(({ message }) => labels.includes(message.text ?? ""));
}
