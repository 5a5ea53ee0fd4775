// Whoever waits for an answer sees that one is under way ("typing" on Telegram). Best effort: the
// work neither waits for the sign nor minds where it cannot be shown.
import type { Channel, IncomingMessage } from "#src/delivery/channel.ts";

/** What is answered sooner needs no sign. */
const SOON_MS = 700;
/** Telegram takes a sign down after five seconds. */
const AGAIN_MS = 4_500;

/**
 * Shows the sign of the asker's own chat once the work takes long, and again as long as it does;
 * the function given back ends it. In a group nobody is told that somebody asked.
 */
export const startWorkingSign = (channel: Channel, incoming: IncomingMessage): (() => void) => {
  const { showWorking } = channel;
  if (showWorking === undefined || incoming.chat.kind !== "private" || !incoming.addressed) {
    return () => undefined;
  }
  const { externalId, kind, threadId } = incoming.chat;
  let timer: NodeJS.Timeout | undefined;
  const showIn = (ms: number): void => {
    timer = setTimeout(() => {
      showIn(AGAIN_MS);
      void showWorking({ externalId, kind, threadId });
    }, ms);
  };
  showIn(SOON_MS);
  return () => clearTimeout(timer);
};
