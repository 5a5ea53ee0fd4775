import { keyOf, messagesIn } from "../state/messages.ts";
import { isService } from "../state/privacy.ts";
import type { MessageRecord } from "../state/records.ts";
import type { World } from "../state/world.ts";
import { plainText } from "./view.ts";

export type Expected = string | RegExp | ((text: string, record: MessageRecord) => boolean);

/**
 * What a test has seen of the bot's messages. One that was taken is not found again, and one
 * that nobody took is unexpected.
 */
export type Observer = {
  /** The first message of the bot not yet taken that this person can see in the chat. */
  takeNext: (
    chatId: number,
    viewer: number | undefined,
    expected: Expected,
  ) => MessageRecord | undefined;
  untaken: (chatId: number, viewer: number | undefined) => MessageRecord[];
  /** An edit, newer than the last one taken of this message, that is as expected. */
  takeEdit: (record: MessageRecord, expected: Expected) => boolean;
  takeAll: () => void;
  /** Messages of the bot that nobody took, of all chats; none unless strict. */
  unexpected: () => MessageRecord[];
};

export function createObserver(world: World, strict: boolean): Observer {
  const taken = new Set<string>();
  const editsSeen = new Map<string, number>();

  // What was said before a restart was for the tests of that time.
  for (const record of world.messages.values()) taken.add(keyOf(record));

  world.cleared.listen(() => {
    taken.clear();
    editsSeen.clear();
  });

  const isOpen = (record: MessageRecord) =>
    record.byBot && !taken.has(keyOf(record)) && !isService(record.message);

  const untaken = (chatId: number, viewer: number | undefined) =>
    messagesIn(world, chatId).filter((record) => isOpen(record) && canSee(record, viewer));

  return {
    untaken,
    takeNext: (chatId, viewer, expected) => {
      const found = untaken(chatId, viewer).find((record) => matches(record, expected));
      if (found) {
        taken.add(keyOf(found));
        editsSeen.set(keyOf(found), found.history.length);
      }
      return found;
    },
    takeEdit: (record, expected) => {
      const isNew = record.history.length > (editsSeen.get(keyOf(record)) ?? 0);
      if (!isNew || !matches(record, expected)) return false;
      taken.add(keyOf(record));
      editsSeen.set(keyOf(record), record.history.length);
      return true;
    },
    takeAll: () => {
      for (const record of world.messages.values()) taken.add(keyOf(record));
    },
    unexpected: () => (strict ? [...world.messages.values()].filter(isOpen) : []),
  };
}

export const canSee = (record: MessageRecord, viewer: number | undefined) =>
  record.onlyFor === undefined || viewer === undefined || record.onlyFor === viewer;

/** A string is looked for inside the text, a pattern is tried on it. */
export function matches(record: MessageRecord, expected: Expected): boolean {
  const text = plainText(record.message);
  if (typeof expected === "string") return text.includes(expected);
  if (expected instanceof RegExp)
    return new RegExp(expected, expected.flags.replace("g", "")).test(text);
  return expected(text, record);
}
