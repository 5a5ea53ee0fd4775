// One person at one terminal: each typed line goes through the inbox and what comes of it through
// the outbox, the very path that a message from Telegram takes.

import { makeHandling } from "#src/app.ts";
import type { Clock } from "#src/clock.ts";
import type { Db } from "#src/database/client.ts";
import { storeUpdates } from "#src/delivery/inbox-store.ts";
import type { Log } from "#src/delivery/log.ts";
import { recoverSending } from "#src/delivery/outbox-store.ts";
import * as words from "#src/messages/words/terminal.ts";
import { languageOf } from "#src/people/language-of.ts";
import { makeTerminalChannel } from "./channel.ts";
import type { TerminalPayload } from "./payload.ts";
import { bindTerminalPerson, type TerminalPerson } from "./terminal-person.ts";
import { readTypedLine } from "./typed-line.ts";

export type SessionOptions = {
  db: Db;
  person: TerminalPerson;
  clock: Clock;
  log: Log;
  write: (message: string) => void;
  filesDir?: string | undefined;
  /** What relative paths of attached files start from. */
  folder: string;
};

export type Session = {
  /** Says one line and prints everything that it causes here. */
  say: (line: string) => Promise<void>;
  /** Prints what others have caused meanwhile. */
  printWaiting: () => Promise<void>;
};

export const openSession = async (options: SessionOptions): Promise<Session> => {
  const { db, person, clock, log, write, filesDir, folder } = options;
  const { externalId, displayName } = person;
  await bindTerminalPerson(db, person, clock.now());
  const channel = makeTerminalChannel({ db, externalId, write, filesDir });
  const { inbox, delivery } = makeHandling({ db, channel, clock, log, inviteLink: () => null });
  await recoverSending(db, channel.name);

  /** Another session of the same person may take the same number: then the next one is tried. */
  const store = async (payload: TerminalPayload): Promise<void> => {
    for (let stored = 0; stored === 0; ) {
      const { _max } = await db.inboxUpdate.aggregate({
        where: { channel: channel.name },
        _max: { updateId: true },
      });
      const update = {
        channel: channel.name,
        updateId: (_max.updateId ?? 0n) + 1n,
        lane: channel.name,
        messageKey: null,
        payload,
        receivedAt: clock.now(),
      };
      stored = await storeUpdates(db, [update]);
    }
  };

  const printWaiting = async (): Promise<void> => {
    while ((await delivery.deliverDue()) > 0);
  };

  const payloadOf = async (line: string): Promise<TerminalPayload | null> => {
    const as = { externalId, displayName };
    const button = channel.numbered(line);
    channel.beginTurn();
    if (button !== undefined) {
      const pressed = { drawnFrom: button.drawnFrom ?? null };
      return { as, text: button.command, files: [], pressed };
    }
    const { text, files, missing } = readTypedLine(line, folder);
    if (missing.length > 0) {
      const language = await languageOf(db, channel.name, externalId);
      write(words.filesMissing(language, missing.join(", ")));
      return null;
    }
    return { as, text, files, pressed: null };
  };

  return {
    printWaiting,
    say: async (line) => {
      const payload = await payloadOf(line);
      if (payload !== null) await store(payload);
      // An update that met a passing fault is still pending, and is tried again at once.
      while ((await inbox.drain()) > 0);
      await printWaiting();
    },
  };
};
