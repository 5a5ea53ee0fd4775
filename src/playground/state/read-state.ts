import { messagesIn } from "./messages.ts";
import { isService } from "./privacy.ts";
import type { ChatRecord, MessageRecord } from "./records.ts";
import type { World } from "./world.ts";

/** Where the visitor stopped reading a chat: the place of the last message read, -1 for none. */
export const readUpTo = (world: World, chatId: number) =>
  world.store.table<number>("read").get(String(chatId)) ?? -1;

/** Moves on where reading stopped: never back, never past the end. */
export function markRead(world: World, chatId: number, upTo: number) {
  const before = readUpTo(world, chatId);
  const next = Math.min(upTo, messagesIn(world, chatId).length - 1);
  if (next <= before) return before;
  world.store.put("read", String(chatId), next);
  world.store.commit();
  return next;
}

/** What the list shows of a chat: no notes of joining, nothing meant for one person's eyes. */
export const isListed = ({ deleted, onlyFor, message }: MessageRecord) =>
  !deleted && onlyFor === undefined && !isService(message);

/** In a private chat only the bot's messages are news: the rest was written by its one person. */
const isNews = (chat: ChatRecord) => (record: MessageRecord) =>
  isListed(record) && (record.byBot || chat.type !== "private");

export const countUnread = (world: World, chat: ChatRecord) =>
  messagesIn(world, chat.id)
    .slice(readUpTo(world, chat.id) + 1)
    .filter(isNews(chat)).length;

/** As if all was read but for the newest so many of what counts. */
export function markReadBut(world: World, chat: ChatRecord, left: number) {
  const messages = messagesIn(world, chat.id);
  const news = messages.flatMap((record, at) => (isNews(chat)(record) ? [at] : []));
  const firstLeft = left === 0 ? messages.length : (news.at(-left) ?? 0);
  markRead(world, chat.id, firstLeft - 1);
}
