import type { Chat, Message, User } from "@grammyjs/types";

import { describeChat, findChat, latestChat, saveChat, userById } from "../state/chats.ts";
import { setMember } from "../state/members.ts";
import { messagesIn } from "../state/messages.ts";
import { upgradeGroup } from "../state/migration.ts";
import type { ChatRecord, MemberStatus } from "../state/records.ts";
import { createTopic } from "../state/topics.ts";
import { botUser } from "../state/world.ts";
import type { Playing } from "./sent-message.ts";

/** Who does something in a group; a Person is one. */
type Actor = { readonly user: User };

/** A group, supergroup or channel; it follows the upgrade from one to the other. */
export type GroupHandle = {
  readonly id: number;
  readonly chat: Chat;
  /** The store's own record of it: for this room's code. */
  record: () => ChatRecord;
  setMember: (person: Actor, status: MemberStatus, by?: Actor) => void;
  setBot: (status: MemberStatus, by?: Actor) => void;
  /** Upgrades a basic group; the handle then means the supergroup. Gives the new id. */
  upgradeToSupergroup: (by: Actor, options?: { isForum?: boolean }) => number;
  /** Opens a topic and gives its `message_thread_id`. */
  createTopic: (by: Actor, name: string) => number;
  /** All messages, whoever may see them, oldest first; deleted ones left out. */
  messages: () => Message[];
  pinned: () => readonly number[];
};

export function group(playing: Playing, id: number): GroupHandle {
  const { world } = playing.backend;
  const record = () => {
    const found = findChat(world, id);
    if (!found) throw new Error(`There is no chat ${id}`);
    return latestChat(world, found);
  };
  const owner = () => {
    const [ownerId] = Object.entries(record().members).find(([, s]) => s === "creator") ?? [];
    return ownerId === undefined ? botUser(world) : userById(world, Number(ownerId));
  };

  return {
    get id() {
      return record().id;
    },
    get chat() {
      return describeChat(world, record());
    },
    record,
    setMember: (person, status, by) => {
      setMember(world, record(), person.user, status, by?.user ?? owner());
      world.store.commit();
    },
    setBot: (status, by) => {
      setMember(world, record(), botUser(world), status, by?.user ?? owner());
      world.store.commit();
    },
    upgradeToSupergroup: (by, { isForum = false } = {}) => {
      const chat = record();
      if (chat.type !== "group") throw new Error(`${chat.title} is no basic group`);
      const next = upgradeGroup(world, chat, by.user, isForum);
      world.store.commit();
      return next.id;
    },
    createTopic: (by, name) => {
      const chat = record();
      if (chat.type !== "supergroup") throw new Error("Only supergroups have topics");
      chat.isForum = true;
      saveChat(world, chat);
      const topic = createTopic(world, chat, by.user, name, 0x6fb9f0);
      world.store.commit();
      return topic.threadId;
    },
    messages: () =>
      messagesIn(world, record().id)
        .filter(({ deleted }) => !deleted)
        .map(({ message }) => message),
    pinned: () => record().pinned,
  };
}
