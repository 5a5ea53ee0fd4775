// Keeps the page in step with the server.
import { batch } from "@preact/signals";

import type { Desk, History, MessageView } from "../page/contract.ts";
import { loadHistory } from "./api.ts";
import { merged, within } from "./merging.ts";
import { arrived, callsMade, connection, desk, deskCameAt, loadedLogs, logOf } from "./state.ts";
import { openStream } from "./stream.ts";

export { merged } from "./merging.ts";

/** What the stream brings of a chat while a page of its history is on the way. */
const meanwhile = new Map<number, MessageView[]>();
const underway = new Map<number, Promise<void>>();

function takeMessages(messages: readonly MessageView[]): void {
  arrived.value = messages;
  for (const [chat, changed] of Map.groupBy(messages, (message) => message.chat)) {
    meanwhile.get(chat)?.push(...changed);
    const log = logOf(chat);
    // What was never opened is read whole when it is.
    if (!log.value.loaded) continue;
    const near = within(log.value, changed);
    if (near.length > 0) log.value = { ...log.value, messages: merged(log.value.messages, near) };
  }
}

function takeDesk(next: Desk): void {
  const isOther = desk.value !== null && desk.value.epoch !== next.epoch;
  desk.value = next;
  deskCameAt.value = performance.now();
  if (!isOther) return;
  meanwhile.clear();
  underway.clear();
  for (const [chat, log] of loadedLogs()) {
    const wasOpen = log.value.loaded;
    log.value = { messages: [], hasMore: true, loaded: false };
    if (wasOpen && next.chats.some(({ id }) => id === chat)) void openLog(chat).catch(() => {});
  }
}

/** Reads a page of history, one at a time in a chat, and joins it with what came meanwhile. */
function fetchPage(chat: number, before?: number): Promise<void> {
  const running = underway.get(chat);
  if (running !== undefined) return running;
  const epoch = desk.value?.epoch;
  const came: MessageView[] = [];
  meanwhile.set(chat, came);
  const read = loadHistory(chat, before).then((page: History) => {
    // Another province by now: its messages are asked for anew.
    if (epoch !== undefined && desk.value?.epoch !== epoch) return;
    const log = logOf(chat);
    const base = merged(log.value.messages, page.messages);
    const next = { messages: base, hasMore: page.hasMore, loaded: true };
    log.value = { ...next, messages: merged(base, within(next, came)) };
  });
  const done = read.finally(() => {
    if (meanwhile.get(chat) === came) meanwhile.delete(chat);
    if (underway.get(chat) === done) underway.delete(chat);
  });
  underway.set(chat, done);
  return done;
}

/** The newest messages of a chat, once. */
export async function openLog(chat: number): Promise<void> {
  if (!logOf(chat).value.loaded) await fetchPage(chat);
}

/** One page further back. */
export async function loadOlder(chat: number): Promise<void> {
  const { hasMore, messages } = logOf(chat).value;
  const oldest = messages[0]?.at;
  if (hasMore && oldest !== undefined) await fetchPage(chat, oldest);
}

/** Opens the stream, for as long as the page lives. */
export function startSync(): void {
  openStream(
    {
      desk: (next) => batch(() => takeDesk(next)),
      messages: (messages) => batch(() => takeMessages(messages)),
      calls: ({ last }) => {
        callsMade.value = last;
      },
    },
    {
      open: () => {
        connection.value = "live";
      },
      lost: () => {
        connection.value = "lost";
      },
    },
  );
}
