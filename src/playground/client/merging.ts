// How what comes from the server joins what the page has already: pure.
import type { MessageView } from "../page/contract.ts";

/** Messages by key, the newest revision of each, in the order of the chat, deleted ones left out. */
export function merged(
  known: readonly MessageView[],
  changed: readonly MessageView[],
): MessageView[] {
  const byKey = new Map(known.map((message) => [message.key, message]));
  for (const message of changed) {
    const older = byKey.get(message.key);
    if (older !== undefined && older.revision > message.revision) continue;
    byKey.set(message.key, message);
  }
  return [...byKey.values()].filter(({ deleted }) => !deleted).sort((a, b) => a.at - b.at);
}

/** Changes within what is loaded: an older message waits until its page is asked for. */
export const within = (
  { messages, hasMore }: { messages: readonly MessageView[]; hasMore: boolean },
  changed: readonly MessageView[],
): MessageView[] => {
  const oldest = messages[0]?.at;
  return changed.filter(({ at }) => !hasMore || (oldest !== undefined && at >= oldest));
};
