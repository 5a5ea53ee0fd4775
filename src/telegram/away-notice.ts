// While the database is away nothing that people say can be stored: Telegram keeps it. They are told
// so once, straight over the channel, so that they neither wonder nor send it again.
import type { Channel, IncomingChat } from "#src/delivery/channel.ts";
import type { Log } from "#src/delivery/log.ts";
import { say } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/house.ts";

export type AwayDeps = {
  /** Null while it is not open yet. */
  channel: () => Pick<Channel, "incoming" | "send"> | null;
  /** Does the database answer by now? Never throws. */
  isBack: () => Promise<boolean>;
  log: Log;
  /** What is over sooner is not worth a word (monotonic ms). */
  graceMs?: number;
};

export type AwayNotice = {
  /** These could not be stored or handled, the database being away. */
  failed: (payloads: readonly unknown[]) => void;
  /** Something was stored: the database is there. */
  over: () => void;
  stop: () => void;
};

const keyOf = ({ externalId, threadId }: IncomingChat): string => `${externalId}:${threadId}`;

/** Tells each chat once an outage; best effort, and of one process: another may tell it too. */
export const makeAwayNotice = (deps: AwayDeps): AwayNotice => {
  const { channel, isBack, log, graceMs = 1_000 } = deps;
  const told = new Set<string>();
  const waiting = new Map<string, IncomingChat>();
  let timer: NodeJS.Timeout | undefined;

  const over = (): void => {
    clearTimeout(timer);
    timer = undefined;
    told.clear();
    waiting.clear();
  };

  const tellWaiting = async (): Promise<void> => {
    timer = undefined;
    if (await isBack()) return over();
    const open = channel();
    if (open === null) return;
    const chats = [...waiting.values()];
    waiting.clear();
    for (const chat of chats) told.add(keyOf(chat));
    const reply = say(words.databaseAway("vi"));
    for (const chat of chats) {
      const sent = await open.send(chat, reply, {});
      if (sent.kind !== "sent")
        log.debug({ sent: sent.kind }, "nobody could be told of the outage");
    }
  };

  return {
    failed: (payloads) => {
      const open = channel();
      for (const payload of payloads) {
        const incoming = open?.incoming(payload);
        // In a group only who asked the bot for something waits for an answer.
        if (incoming?.kind !== "message" || !incoming.addressed) continue;
        const key = keyOf(incoming.chat);
        if (!told.has(key)) waiting.set(key, incoming.chat);
      }
      if (waiting.size > 0) timer ??= setTimeout(() => void tellWaiting(), graceMs);
    },
    over,
    stop: () => clearTimeout(timer),
  };
};
