import { canSee } from "../people/observer.ts";
import { buttonRows, fileLabel, plainText } from "../people/view.ts";
import { findUser, privateChat, userById } from "../state/chats.ts";
import { isMember } from "../state/members.ts";
import { keyOf, messagesIn } from "../state/messages.ts";
import type { ChatRecord, MessageRecord } from "../state/records.ts";
import type { World } from "../state/world.ts";

export function listPersons(world: World) {
  const persons = [...world.users.values()].map((user) => ({
    id: user.id,
    name: [user.first_name, user.last_name].filter(Boolean).join(" "),
    username: user.username,
  }));
  return { persons };
}

/** The chat with the bot first, then the groups that the person is in. */
export function listChats(world: World, personId: number) {
  const own = privateChat(world, userById(world, personId));
  world.store.commit();
  const groups = [...world.chats.values()].filter(
    (chat) => chat.migratedTo === undefined && isMember(chat, personId),
  );
  const title = (chat: ChatRecord) => (chat === own ? world.bot.firstName : chat.title);
  const chats = [own, ...groups].map((chat) => ({
    id: chat.id,
    type: chat.type,
    title: title(chat),
  }));
  return { chats };
}

/** What has changed since a revision, of what this person can see; deleted messages too. */
export function listMessages(world: World, personId: number, chatId: number, since: number) {
  const user = findUser(world, personId);
  const chat = world.chats.get(String(chatId));
  const isTheirs = chat && user && (chat.id === user.id || isMember(chat, user.id));
  if (!isTheirs) throw new Error("This person is not in this chat");

  const changed = messagesIn(world, chatId).filter(
    (record) => record.revision > since && canSee(record, personId),
  );
  const revision = changed.reduce((newest, record) => Math.max(newest, record.revision), since);
  return { revision, messages: changed.map((record) => describe(world, record)) };
}

function describe(world: World, record: MessageRecord) {
  const { message } = record;
  const fileId = message.document?.file_id ?? message.photo?.at(-1)?.file_id;
  return {
    key: keyOf(record),
    id: message.message_id,
    from: message.from?.first_name ?? message.sender_chat?.title ?? "",
    byBot: message.from?.id === world.bot.id,
    date: message.date,
    text: plainText(message),
    edited: message.edit_date !== undefined,
    ephemeral: record.onlyFor !== undefined,
    deleted: record.deleted,
    buttons: buttonRows(message),
    replyTo: message.reply_to_message?.message_id,
    thread: message.message_thread_id,
    file: fileId === undefined ? undefined : { id: fileId, name: fileLabel(message) },
  };
}
