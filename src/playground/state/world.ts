import { randomUUID } from "node:crypto";

import type { Update, User, UserFromGetMe } from "@grammyjs/types";

import { createSignal, type Signal } from "../signal.ts";
import { type Bytes, openBytes } from "./bytes.ts";
import type { ChatRecord, FileRecord, MessageRecord, Profile } from "./records.ts";
import { openStore, type Store } from "./store.ts";

export type BotIdentity = { id: number; firstName: string; username: string; token: string };

export type UpdateType = Exclude<keyof Update, "update_id">;

export type WebhookSetting = { url: string; secretToken?: string; maxConnections: number };

export type Settings = {
  allowedUpdates: UpdateType[] | null;
  webhook: WebhookSetting | null;
  readsAllGroupMessages: boolean;
};

export type MessageChange = {
  kind: "new" | "edited" | "deleted" | "reaction";
  record: MessageRecord;
};

/** All that the stand-in knows: who there is, which chats, what was said, what waits. */
export type World = {
  store: Store;
  bytes: Bytes;
  bot: BotIdentity;
  /** The civil clock of the caller, epoch ms. */
  now: () => number;
  users: Map<string, User>;
  chats: Map<string, ChatRecord>;
  messages: Map<string, MessageRecord>;
  messagesByChat: Map<number, MessageRecord[]>;
  /** The place of each message in its chat's list. */
  places: WeakMap<MessageRecord, number>;
  updates: Map<string, Update>;
  files: Map<string, FileRecord>;
  profile: Profile;
  settings: Settings;
  /** Another one after everything was thrown away, and in another store. */
  epoch: string;
  messageChanged: Signal<MessageChange>;
  updatePushed: Signal<Update>;
  cleared: Signal<void>;
};

export type WorldOptions = {
  bot: BotIdentity;
  now: () => number;
  storeDir: string | undefined;
  readsAllGroupMessages: boolean;
};

export function openWorld(options: WorldOptions): World {
  const store = openStore(options.storeDir);
  const kept = store.table<unknown>("kept");
  const keep = <T>(key: string, initial: T): T => {
    const value = (kept.get(key) as T | undefined) ?? initial;
    kept.set(key, value);
    return value;
  };

  const world: World = {
    store,
    bytes: openBytes(options.storeDir),
    bot: options.bot,
    now: options.now,
    users: store.table("user"),
    chats: store.table("chat"),
    messages: store.table("message"),
    messagesByChat: new Map(),
    places: new WeakMap(),
    updates: store.table("update"),
    files: store.table("file"),
    profile: keep<Profile>("profile", {
      name: {},
      description: {},
      shortDescription: {},
      commands: {},
      menuButtons: {},
    }),
    settings: keep<Settings>("settings", {
      allowedUpdates: null,
      webhook: null,
      readsAllGroupMessages: options.readsAllGroupMessages,
    }),
    epoch: keep<string>("epoch", randomUUID()),
    messageChanged: createSignal(),
    updatePushed: createSignal(),
    cleared: createSignal(),
  };
  store.put("kept", "epoch", world.epoch);
  store.commit();

  for (const record of world.messages.values()) indexMessage(world, record);
  return world;
}

export function indexMessage(world: World, record: MessageRecord) {
  const list = world.messagesByChat.get(record.chatId);
  world.places.set(record, list?.length ?? 0);
  if (list) list.push(record);
  else world.messagesByChat.set(record.chatId, [record]);
}

/** The next number of a named sequence, starting at 1; it never goes back. */
export function nextNumber(world: World, sequence: string) {
  const numbers = world.store.table<number>("sequence");
  const next = (numbers.get(sequence) ?? 0) + 1;
  world.store.put("sequence", sequence, next);
  return next;
}

export const saveProfile = (world: World) => world.store.put("kept", "profile", world.profile);

export const saveSettings = (world: World) => world.store.put("kept", "settings", world.settings);

export const unixTime = (world: World) => Math.floor(world.now() / 1000);

export function botUser(world: World): User {
  const { id, firstName, username } = world.bot;
  return { id, is_bot: true, first_name: firstName, username };
}

export function describeBot(world: World): UserFromGetMe {
  const { id, firstName, username } = world.bot;
  return {
    id,
    is_bot: true,
    first_name: firstName,
    username,
    can_join_groups: true,
    can_read_all_group_messages: world.settings.readsAllGroupMessages,
    supports_guest_queries: false,
    supports_inline_queries: true,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  };
}
