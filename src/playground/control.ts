import type { Message } from "@grammyjs/types";

import type { BotCall } from "./api/call-log.ts";
import type { FaultBook } from "./api/faults.ts";
import type { MethodName } from "./api/method-types.ts";
import type { PaceFigures } from "./api/pace.ts";
import type { Busy } from "./page/contract.ts";
import { type GroupHandle, group } from "./people/group.ts";
import { type Expected, matches } from "./people/observer.ts";
import { type Person, person } from "./people/person.ts";
import { quiet } from "./people/quiet.ts";
import type { Playing } from "./people/sent-message.ts";
import { plainText } from "./people/view.ts";
import { waitFor } from "./people/watch.ts";
import { ensureChat, ensureUser, saveChat, type UserOptions } from "./state/chats.ts";
import { clearWorld } from "./state/clear.ts";
import { setMember } from "./state/members.ts";
import { messagesIn } from "./state/messages.ts";
import { markReadBut } from "./state/read-state.ts";
import type { MemberStatus } from "./state/records.ts";
import { botUser, saveSettings } from "./state/world.ts";

export type GroupOptions = {
  /** Given, the call is "make sure that this chat exists", with whoever is in it. */
  id?: number;
  title: string;
  type?: "group" | "supergroup" | "channel";
  username?: string;
  isForum?: boolean;
  /** The first is the owner. */
  members?: Person[];
  administrators?: Person[];
  /** "member" unless told; "left": the bot is not there yet. */
  bot?: MemberStatus;
};

/** What a test or `npm start` holds of the running server. */
export type Playground = {
  /** `http://127.0.0.1:<port>`: the bot's apiRoot, and the page for people. */
  readonly url: string;
  readonly port: number;
  readonly token: string;
  createUser: (options: UserOptions) => Person;
  createGroup: (options: GroupOptions) => GroupHandle;
  setPrivacyMode: (isOn: boolean) => void;
  readonly faults: FaultBook;
  /**
   * Refuses connections for so long (real ms), as a server that is down. Calls under way are cut
   * unless they are to be kept.
   */
  refuseConnections: (ms: number, inFlight?: "cut" | "kept") => Promise<void>;
  /** Calls that the bot made, oldest first; of one method if named. */
  calls: (method?: MethodName) => BotCall[];
  waitForCall: (
    method: MethodName,
    predicate?: (call: BotCall) => boolean,
    timeoutMs?: number,
  ) => Promise<BotCall>;
  /** Messages of a chat by anybody, deleted ones left out. */
  messages: (chatId: number) => Message[];
  /** The first message of the bot there that is so, taken or not; it takes nothing. */
  waitForMessage: (chatId: number, expected: Expected, timeoutMs?: number) => Promise<Message>;
  /** Hears of each new message of the bot, until the returned function is called. */
  onSaid: (hear: (said: { chatId: number; text: string }) => void) => () => void;
  /** Hears of each call when its outcome is known, however many there are; the function ends it. */
  onCall: (listener: (call: BotCall) => void) => () => void;
  /** How full the pace's windows were, and how often the bot was refused for it. */
  paceFigures: () => PaceFigures;
  /** Updates that the bot has not confirmed. */
  pendingUpdates: () => number;
  /** Resolves when all updates are taken and the bot has made no call for `quietMs`. */
  quiet: (quietMs?: number, timeoutMs?: number) => Promise<void>;
  /** Texts of the bot's messages that no test took, with their chats; empty unless strict. */
  unexpected: () => { chatId: number; text: string }[];
  /** @throws with all that is unexpected */
  assertNothingUnexpected: () => void;
  /** Marks all that was said so far as seen. */
  takeAll: () => void;
  /** Throws away people, chats, messages, files and updates; handles of people and groups with them. */
  clear: () => void;
  /** Shows the page what keeps the province busy. */
  setBusy: (busy: Busy | null) => void;
  /** As if a window had shown everything; of some chats the newest messages are left unread. */
  markAllRead: (unread?: ReadonlyMap<number, number>) => void;
  close: () => Promise<void>;
};

export type ControlOptions = {
  playing: Playing;
  port: number;
  refuseConnections: Playground["refuseConnections"];
  setBusy: (busy: Busy | null) => void;
  close: () => Promise<void>;
};

export function createControl(options: ControlOptions) {
  const { playing, port, refuseConnections, setBusy, close } = options;
  const { backend, observer } = playing;
  const { world, log } = backend;

  const calls = (method?: MethodName) =>
    log.all().filter((call) => method === undefined || call.method === method);
  const unexpected = () =>
    observer.unexpected().map(({ chatId, message }) => ({ chatId, text: plainText(message) }));

  const control: Playground = {
    url: `http://127.0.0.1:${port}`,
    port,
    token: world.bot.token,
    faults: backend.faults,
    refuseConnections,
    close,

    createUser: (options) => {
      const user = ensureUser(world, options);
      world.store.commit();
      return person(playing, user.id);
    },
    createGroup: (options) => createGroup(playing, options),
    setPrivacyMode: (isOn) => {
      world.settings.readsAllGroupMessages = !isOn;
      saveSettings(world);
      world.store.commit();
    },

    calls,
    waitForCall: (method, predicate = () => true, timeoutMs) =>
      waitFor(
        log.finished.listen,
        () => calls(method).find((call) => (call.outcome || call.lost) && predicate(call)),
        () => `The bot made no such call of ${method}`,
        timeoutMs,
      ),
    messages: (chatId) =>
      messagesIn(world, chatId)
        .filter(({ deleted }) => !deleted)
        .map(({ message }) => message),
    waitForMessage: (chatId, expected, timeoutMs) =>
      waitFor(
        world.messageChanged.listen,
        () =>
          messagesIn(world, chatId).find(
            (record) => record.byBot && !record.deleted && matches(record, expected),
          )?.message,
        () => `The bot sent nothing like ${String(expected)} to chat ${chatId}`,
        timeoutMs,
      ),
    onSaid: (hear) =>
      world.messageChanged.listen(({ kind, record }) => {
        if (kind !== "new" || !record.byBot) return;
        hear({ chatId: record.chatId, text: plainText(record.message) });
      }),
    onCall: log.finished.listen,
    paceFigures: backend.pace.figures,
    pendingUpdates: () => world.updates.size,
    quiet: (quietMs, timeoutMs) => quiet(backend, quietMs, timeoutMs),

    unexpected,
    assertNothingUnexpected: () => {
      const found = unexpected();
      if (found.length === 0) return;
      const lines = found.map(({ chatId, text }) => `  in ${chatId}: ${JSON.stringify(text)}`);
      throw new Error(`The bot sent what no test expected:\n${lines.join("\n")}`);
    },
    takeAll: observer.takeAll,
    clear: () => clearWorld(world),
    setBusy,
    markAllRead: (unread = new Map()) => {
      for (const chat of world.chats.values()) {
        markReadBut(world, chat, unread.get(chat.id) ?? 0);
      }
    },
  };
  return control;
}

function createGroup(playing: Playing, options: GroupOptions): GroupHandle {
  const { world } = playing.backend;
  const { members = [], administrators = [], bot = "member", type = "group", ...rest } = options;
  const chat = ensureChat(world, { ...rest, type: rest.isForum ? "supergroup" : type });

  // A chat that is there already keeps its members: they may have changed since.
  if (Object.keys(chat.members).length === 0) {
    for (const { id } of members) chat.members[String(id)] = "member";
    for (const { id } of administrators) chat.members[String(id)] = "administrator";
    const owner = members[0] ?? administrators[0];
    if (owner) chat.members[String(owner.id)] = "creator";
    saveChat(world, chat);
    setMember(world, chat, botUser(world), bot, owner?.user ?? botUser(world));
  }
  world.store.commit();
  return group(playing, chat.id);
}
