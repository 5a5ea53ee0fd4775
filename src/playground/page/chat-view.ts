import { plainText } from "../people/view.ts";
import { isMember } from "../state/members.ts";
import { keyOf, messagesIn } from "../state/messages.ts";
import { countUnread, isListed, readUpTo } from "../state/read-state.ts";
import type { ChatRecord, MessageRecord } from "../state/records.ts";
import type { World } from "../state/world.ts";
import type { ChatView, PersonView } from "./contract.ts";
import { keyboardOf } from "./reply-keyboard.ts";

const previewLength = 160;

export type Surroundings = { persons: readonly PersonView[]; isTyping: boolean };

export function chatView(
  world: World,
  chat: ChatRecord,
  { persons, isTyping }: Surroundings,
): ChatView {
  const isPrivate = chat.type === "private";
  const owner = persons.find(({ id }) => id === chat.id);
  const last = messagesIn(world, chat.id).findLast(isListed);
  const keyboard = keyboardOf(world, chat);
  return {
    id: chat.id,
    type: chat.type,
    title: isPrivate ? (owner?.name ?? chat.title) : chat.title,
    topics: chat.topics.map(({ threadId, name }) => ({ id: threadId, name })),
    members: isPrivate
      ? [chat.id]
      : persons.filter(({ id }) => isMember(chat, id)).map(({ id }) => id),
    memberCount: isPrivate
      ? 2
      : Object.keys(chat.members).filter((id) => isMember(chat, Number(id))).length,
    blocked: chat.blocked,
    pinned: chat.pinned,
    ...(last ? { last: preview(world, last) } : {}),
    unread: countUnread(world, chat),
    readUpTo: readUpTo(world, chat.id),
    ...(keyboard ? { keyboard } : {}),
    typing: isTyping,
  };
}

function preview(world: World, record: MessageRecord): NonNullable<ChatView["last"]> {
  const { message, byBot } = record;
  const text = plainText(message) || (message.document?.file_name ?? (message.photo ? "🖼" : ""));
  return {
    key: keyOf(record),
    at: world.places.get(record) ?? 0,
    date: message.date,
    from: message.from?.first_name ?? message.sender_chat?.title ?? "",
    byBot,
    text: [...text.slice(0, 2 * previewLength).replace(/\s+/g, " ")]
      .slice(0, previewLength)
      .join(""),
  };
}
