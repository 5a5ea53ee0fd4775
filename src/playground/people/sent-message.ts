import type { Message, User } from "@grammyjs/types";

import type { Backend, CallbackAnswer } from "../api/backend.ts";
import { findChat } from "../state/chats.ts";
import type { MessageRecord } from "../state/records.ts";
import type { Expected, Observer } from "./observer.ts";
import { editSaid, sayText } from "./say.ts";
import { tap } from "./tap.ts";
import { type Button, buttonRows, fileLabel, plainText } from "./view.ts";
import { waitFor } from "./watch.ts";

export type Playing = { backend: Backend; observer: Observer };

/** A message as one person has it before them; it follows edits and deletion. */
export type SentMessage = {
  readonly message: Message;
  readonly id: number;
  /** Without formatting; a rich message as lines. */
  readonly text: string;
  /** Labels of the inline buttons, in reading order. */
  readonly buttons: string[];
  readonly file: string | undefined;
  readonly isEphemeral: boolean;
  /** The bot asks for a reply to this message (ForceReply). */
  readonly asksForReply: boolean;
  readonly isDeleted: boolean;
  /** Texts before the present one, oldest first. */
  readonly earlierTexts: string[];
  button: (label: string | RegExp) => { click: () => Promise<CallbackAnswer>; data: string };
  /** @throws when the buttons are not exactly these, in this order */
  assertButtons: (...labels: string[]) => void;
  /** Waits until the bot has changed the message so; an edit counts once. */
  expectEdit: (expected: Expected, timeoutMs?: number) => Promise<SentMessage>;
  expectDeleted: (timeoutMs?: number) => Promise<void>;
  reply: (text: string) => SentMessage;
  /** The person changes what they wrote themselves. */
  edit: (text: string) => SentMessage;
};

export function sentMessage(playing: Playing, user: User, record: MessageRecord): SentMessage {
  const { backend, observer } = playing;
  const { world } = backend;
  const allButtons = () => buttonRows(record.message).flat();
  const shown = () => `"${plainText(record.message)}"`;

  const self: SentMessage = {
    get message() {
      return record.message;
    },
    get id() {
      return record.message.message_id;
    },
    get text() {
      return plainText(record.message);
    },
    get buttons() {
      return allButtons().map(({ label }) => label);
    },
    get file() {
      return fileLabel(record.message);
    },
    get isDeleted() {
      return record.deleted;
    },
    get earlierTexts() {
      return record.history.map(({ message }) => plainText(message));
    },
    isEphemeral: record.onlyFor !== undefined,
    asksForReply: "force_reply" in (record.replyInterface ?? {}),

    button: (label) => {
      const { data } = findButton(allButtons(), label, shown());
      return { data, click: () => tap(backend, user, record, data) };
    },
    assertButtons: (...labels) => {
      const { buttons } = self;
      if (buttons.join("\n") === labels.join("\n")) return;
      throw new Error(
        `Expected buttons [${labels.join("] [")}] but there are [${buttons.join("] [")}]`,
      );
    },
    expectEdit: (expected, timeoutMs) =>
      waitFor(
        world.messageChanged.listen,
        () => (observer.takeEdit(record, expected) ? self : undefined),
        () => `Expected an edit like ${String(expected)}; the message is ${shown()}`,
        timeoutMs,
      ),
    expectDeleted: async (timeoutMs) => {
      await waitFor(
        world.messageChanged.listen,
        () => (record.deleted ? true : undefined),
        () => `Expected ${shown()} to be deleted`,
        timeoutMs,
      );
    },
    reply: (text) => {
      const chat = findChat(world, record.chatId);
      if (!chat) throw new Error("The chat of the message is gone");
      const said = sayText(world, user, chat, text, { replyTo: record.message });
      return sentMessage(playing, user, said);
    },
    edit: (text) => {
      if (record.message.from?.id !== user.id) throw new Error(`${shown()} is not theirs to edit`);
      return sentMessage(playing, user, editSaid(world, record, text));
    },
  };
  return self;
}

export function findButton(buttons: Button[], label: string | RegExp, where: string) {
  const button = buttons.find((entry) =>
    typeof label === "string" ? entry.label === label : label.test(entry.label),
  );
  if (button?.data !== undefined) return { label: button.label, data: button.data };
  const labels = buttons.map((entry) => entry.label).join("] [");
  throw new Error(`No button ${String(label)} to tap on ${where}; there are [${labels}]`);
}
