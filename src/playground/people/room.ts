import { setTimeout as sleep } from "node:timers/promises";

import type { User } from "@grammyjs/types";

import type { CallbackAnswer } from "../api/backend.ts";
import { commandsFor } from "../state/commands.ts";
import { messagesIn } from "../state/messages.ts";
import type { ChatRecord } from "../state/records.ts";
import { canSee, type Expected } from "./observer.ts";
import { forward, type SayOptions, type SentFile, sayFiles, sayText } from "./say.ts";
import { findButton, type Playing, type SentMessage, sentMessage } from "./sent-message.ts";
import { askInline } from "./tap.ts";
import { buttonRows, plainText } from "./view.ts";
import { waitFor } from "./watch.ts";

export type FileOptions = {
  data?: Buffer | string;
  type?: string;
  caption?: string;
  replyTo?: SentMessage;
};

/** A chat as one person sees it: where they write, tap, and wait for the bot. */
export type Room = {
  readonly chatId: number;
  say: (text: string, options?: { replyTo?: SentMessage }) => SentMessage;
  /** Passes on a message that this person sees here or elsewhere. */
  forward: (message: SentMessage) => SentMessage;
  sendFile: (name: string, options?: FileOptions) => SentMessage;
  sendPhoto: (options?: FileOptions) => SentMessage;
  sendAlbum: (names: string[], caption?: string) => SentMessage[];
  /** Taps a button on the newest message that has it; resolves with the bot's answer. */
  click: (label: string | RegExp) => Promise<CallbackAnswer>;
  /** Waits for a message of the bot that this person sees, and takes it. */
  expectMessage: (expected: Expected, timeoutMs?: number) => Promise<SentMessage>;
  /** Waits until the bot has changed any message here so, and takes the change. */
  expectEdit: (expected: Expected, timeoutMs?: number) => Promise<SentMessage>;
  /** @throws when the bot has said something here that nobody took, now or within `ms` */
  expectNothing: (ms?: number) => Promise<void>;
  /** All that this person sees here, oldest first, deleted messages left out. */
  messages: () => SentMessage[];
  /** Names of the commands in this person's menu here. */
  commands: () => string[];
  askInline: (query: string) => ReturnType<typeof askInline>;
  /** The same chat, in one of its topics. */
  topic: (threadId: number) => Room;
};

export function openRoom(
  playing: Playing,
  user: User,
  currentChat: () => ChatRecord,
  thread?: number,
): Room {
  const { backend, observer } = playing;
  const { world } = backend;
  const view = (record: Parameters<typeof sentMessage>[2]) => sentMessage(playing, user, record);
  const chatId = () => currentChat().id;
  const options = (replyTo?: SentMessage): SayOptions => ({ replyTo: replyTo?.message, thread });
  const where = () => `${user.first_name} in ${currentChat().title}`;
  const visible = () =>
    messagesIn(world, chatId()).filter((record) => canSee(record, user.id) && !record.deleted);

  const send = (files: SentFile[], replyTo?: SentMessage) =>
    sayFiles(world, user, currentChat(), files, options(replyTo)).map(view);

  const sendOne = (kind: SentFile["kind"], name: string, file: FileOptions = {}) => {
    const { data = name, type, caption, replyTo } = file;
    const [sent] = send([{ kind, name, type, caption, data: Buffer.from(data) }], replyTo);
    if (!sent) throw new Error("A file was sent and no message came of it");
    return sent;
  };

  return {
    get chatId() {
      return chatId();
    },
    say: (text, { replyTo } = {}) =>
      view(sayText(world, user, currentChat(), text, options(replyTo))),
    forward: ({ message }) => view(forward(world, user, currentChat(), message)),
    sendFile: (name, file) => sendOne("document", name, file),
    sendPhoto: (file) => sendOne("photo", "photo.jpg", file),
    sendAlbum: (names, caption) =>
      send(
        names.map((name, index) => ({
          kind: "document",
          name,
          data: Buffer.from(name),
          caption: index === 0 ? caption : undefined,
        })),
      ),
    click: (label) => {
      const holder = visible().findLast(({ message }) =>
        buttonRows(message)
          .flat()
          .some((button) =>
            typeof label === "string" ? button.label === label : label.test(button.label),
          ),
      );
      if (!holder) findButton([], label, `any message for ${where()}`);
      return view(holder as NonNullable<typeof holder>)
        .button(label)
        .click();
    },
    expectMessage: (expected, timeoutMs) =>
      waitFor(
        world.messageChanged.listen,
        () => {
          const record = observer.takeNext(chatId(), user.id, expected);
          return record && view(record);
        },
        () => {
          const texts = observer
            .untaken(chatId(), user.id)
            .map(({ message }) => plainText(message));
          return `${where()}: no message like ${String(expected)}; untaken: ${JSON.stringify(texts)}`;
        },
        timeoutMs,
      ),
    expectEdit: (expected, timeoutMs) =>
      waitFor(
        world.messageChanged.listen,
        () => {
          const bots = visible().filter(({ byBot }) => byBot);
          const edited = bots.find((record) => observer.takeEdit(record, expected));
          return edited && view(edited);
        },
        () => `${where()}: no edit like ${String(expected)}`,
        timeoutMs,
      ),
    expectNothing: async (ms = 50) => {
      await sleep(ms);
      const [first] = observer.untaken(chatId(), user.id);
      if (first)
        throw new Error(`${where()}: expected nothing but got "${plainText(first.message)}"`);
    },
    messages: () => visible().map(view),
    commands: () => commandsFor(world, currentChat(), user).map(({ command }) => command),
    askInline: (query) => askInline(backend, user, currentChat(), query),
    topic: (threadId) => openRoom(playing, user, currentChat, threadId),
  };
}
