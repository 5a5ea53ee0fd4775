// Numbered messages for many chats, put into the outbox by waves, as jobs and commands would: each says which
// chat and which number it is, so that the stand-in's record alone tells order, loss and doubles.
import type { Db } from "#src/database/client.ts";
import { addAll } from "#src/database/in-chunks.ts";
import { queueMessages } from "#src/delivery/outbox-store.ts";
import { type MessageKind, type OutgoingMessage, say } from "#src/messages/reply.ts";
import type { Random } from "#src/sample/random.ts";
import { chatIdOf, type Recipient } from "./storm.ts";

export type Mail = { marker: string; key: string; chat: number; nth: number; kind: MessageKind };

/** Half of them something that somebody waits for. */
const KINDS: readonly MessageKind[] = [
  ...(["reply", "reply", "reply", "reply", "notice", "notice"] as const),
  ...(["alert", "ranking"] as const),
];

const MARKER = /thư c\d+n\d+x/u;

export const markerIn = (said: string): string | null =>
  MARKER.exec(said.normalize("NFC"))?.[0] ?? null;

/** The chats as the register knows them; their own ids, in the order of the recipients. */
export const plantChats = async (db: Db, recipients: readonly Recipient[]): Promise<number[]> => {
  const rows = await db.chat.createManyAndReturn({
    data: recipients.map((to) => ({
      channel: "telegram",
      externalId: String(chatIdOf(to)),
      kind: to.kind,
    })),
  });
  return rows.map(({ id }) => id);
};

/** All of it, chat by chat in turn; each chat's in the order of their numbers. */
export const writeMail = (chats: number, count: number, random: Random): Mail[] =>
  Array.from({ length: count }, (_, at): Mail => {
    const chat = at % chats;
    const nth = Math.floor(at / chats);
    const marker = `thư c${chat}n${nth}x`;
    return { marker, key: `mail:${chat}:${nth}`, chat, nth, kind: random.pick(KINDS) };
  });

/** Queues some of it; `chatIds`: the register's own, by number. */
export const queueMail = async (
  db: Db,
  chatIds: readonly number[],
  mail: readonly Mail[],
  now: Date,
): Promise<void> => {
  const messages = mail.map(
    ({ chat, key, kind, marker }): OutgoingMessage => ({
      to: { chatId: chatIds[chat] ?? 0 },
      kind,
      key,
      reply: say(`${marker}: nội dung của thư`),
    }),
  );
  await db.$transaction((tx) =>
    addAll(messages, (some) => queueMessages(tx, some, { now, inboxId: null })),
  );
};
