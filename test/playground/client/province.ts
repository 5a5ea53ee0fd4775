// Persons, chats and messages as the server describes them, for tests of the page's rules.
import type { ChatView, MessageView, PersonView } from "#src/playground/page/contract.ts";

export const aPerson = (id: number, over: Partial<PersonView> = {}): PersonView => ({
  id,
  name: `Người ${id}`,
  main: true,
  ...over,
});

export const aChat = (id: number, over: Partial<ChatView> = {}): ChatView => ({
  id,
  type: id > 0 ? "private" : "supergroup",
  title: `Cuộc ${id}`,
  topics: [],
  members: id > 0 ? [id] : [],
  memberCount: 2,
  blocked: false,
  pinned: [],
  unread: 0,
  readUpTo: 0,
  typing: false,
  ...over,
});

export const aMessage = (at: number, over: Partial<MessageView> = {}): MessageView => ({
  key: `1:${at}`,
  chat: 1,
  at,
  revision: at,
  byBot: true,
  deleted: false,
  versions: 0,
  message: {
    message_id: at,
    date: 0,
    chat: { id: 1, type: "private", first_name: "A" },
    text: `${at}`,
  },
  reactions: [],
  ...over,
});

export const byId = <T extends { id: number }>(list: readonly T[]): Map<number, T> =>
  new Map(list.map((one) => [one.id, one]));
