// The text-only channel: no markup, no buttons, nothing redrawn, 2,000 characters a message. Each
// person on a terminal has a channel of their own, so that a session delivers only what is theirs.
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Db } from "#src/database/client.ts";
import type { Channel } from "#src/delivery/channel.ts";
import type { Button, Reply } from "#src/messages/reply.ts";
import { languageOf } from "#src/people/language-of.ts";
import { fileLines } from "./given-files.ts";
import { readPayload } from "./payload.ts";
import { buttonsOf, renderText } from "./render-text.ts";
import { splitText } from "./split-text.ts";

export const terminalChannelName = (externalId: string): string => `terminal:${externalId}`;

export type TerminalChannel = Channel & {
  /** The button that a typed number stands for, if it was shown since the last turn began. */
  numbered: (typed: string) => Button | undefined;
  /** Forgets the numbers: a figure typed later is an answer, not an old button. */
  beginTurn: () => void;
};

export type TerminalChannelOptions = {
  db: Db;
  /** The identity of the person at the terminal. */
  externalId: string;
  /** Takes one message. */
  write: (message: string) => void;
  /** Where files are written; without one they are only named. */
  filesDir?: string | undefined;
};

/**
 * A message that shows an assignment is known by that assignment: a terminal has no old card to
 * redraw, so one notice of a change is enough however often the card was shown.
 */
const messageIdOf = ({ card }: Reply): string =>
  card === undefined ? randomUUID() : `assignment:${card.assignmentId}`;

export const makeTerminalChannel = (options: TerminalChannelOptions): TerminalChannel => {
  const { db, externalId, write, filesDir } = options;
  const name = terminalChannelName(externalId);
  let shown: Button[] = [];
  /** What each card said when it was last printed. */
  const printed = new Map<string, string>();

  return {
    name,
    incoming: (payload) => readPayload(name, payload),
    fetchFile: (file) => readFile(file.externalId),
    send: async (_to, reply, { editMessageId }) => {
      const updated = editMessageId !== undefined;
      const messageId = editMessageId ?? messageIdOf(reply);
      const bare = renderText({ blocks: reply.blocks });
      // A notice that has just shown the card as it is now is not followed by the same card.
      const known = updated && printed.get(messageId)?.endsWith(bare) === true;
      if (known) return { kind: "sent", messageId };
      printed.set(messageId, bare);
      const language = await languageOf(db, name, externalId);
      const text = renderText(reply, { firstNumber: shown.length + 1, updated, language });
      shown = [...shown, ...buttonsOf(reply)];
      const files = await fileLines(db, reply.files ?? [], filesDir, language);
      for (const message of splitText([text, ...files].join("\n"))) write(message);
      return { kind: "sent", messageId };
    },
    answerTap: async () => undefined,
    numbered: (typed) =>
      /^[1-9]\d?$/.test(typed.trim()) ? shown[Number(typed.trim()) - 1] : undefined,
    beginTurn: () => {
      shown = [];
    },
  };
};
