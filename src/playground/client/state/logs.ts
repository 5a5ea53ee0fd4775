// The messages of the chats that were opened.
import { type Signal, signal } from "@preact/signals";

import type { MessageView } from "../../page/contract.ts";

export type ChatLog = {
  /** By `at`, oldest first, deleted ones left out; ephemeral ones of everybody. */
  messages: MessageView[];
  hasMore: boolean;
  loaded: boolean;
};

/** What the stream brought last, of any chat: for those who watch what happens on the way. */
export const arrived = signal<readonly MessageView[]>([]);

const logs = new Map<number, Signal<ChatLog>>();

export function logOf(chat: number): Signal<ChatLog> {
  const found = logs.get(chat) ?? signal<ChatLog>({ messages: [], hasMore: true, loaded: false });
  logs.set(chat, found);
  return found;
}

export const loadedLogs = (): ReadonlyMap<number, Signal<ChatLog>> => logs;

/** Ephemeral messages are seen by one person only. */
export const sees = (person: number, message: MessageView): boolean =>
  message.onlyFor === undefined || message.onlyFor === person;
