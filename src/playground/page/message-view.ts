import { keyOf } from "../state/messages.ts";
import type { MessageRecord } from "../state/records.ts";
import type { World } from "../state/world.ts";
import type { MessageView } from "./contract.ts";

/** A message for the page; of a deleted one only that it is gone. */
export function messageView(world: World, record: MessageRecord): MessageView {
  const { onlyFor, replyInterface } = record;
  return {
    key: keyOf(record),
    chat: record.chatId,
    at: world.places.get(record) ?? 0,
    revision: record.revision,
    byBot: record.byBot,
    deleted: record.deleted,
    ...(onlyFor === undefined ? {} : { onlyFor }),
    versions: record.history.length,
    message: record.message,
    ...(replyInterface === undefined ? {} : { replyInterface }),
    reactions: record.botReactions,
  };
}
