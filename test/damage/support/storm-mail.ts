// Numbered messages for many chats, put into the outbox as a job or a command would: each says which
// chat and which number it is, so that the stand-in's record alone tells order, loss and doubles.
import type { Db } from "#src/database/client.ts";
import { queueMessages } from "#src/delivery/outbox-store.ts";
import { type MessageKind, type OutgoingMessage, say } from "#src/messages/reply.ts";
import type { Random } from "#src/sample/random.ts";
import { chatIdOf, type Recipient } from "./storm.ts";

export type Mail = { marker: string; key: string; chat: number; nth: number; kind: MessageKind };

const A_TRANSACTION = 500;

/** Half of them something that somebody waits for. */
const KINDS: readonly MessageKind[] = ["reply", "reply", "reply", "notice", "alert", "ranking"];

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

/** Queues them chat by chat in turn; each chat's in the order of their numbers. */
export const queueMail = async (
  db: Db,
  chatIds: readonly number[],
  count: number,
  random: Random,
  now: Date,
): Promise<Mail[]> => {
  const mail = Array.from({ length: count }, (_, at): Mail => {
    const chat = at % chatIds.length;
    const nth = Math.floor(at / chatIds.length);
    return {
      marker: `thư c${chat}n${nth}x`,
      key: `mail:${chat}:${nth}`,
      chat,
      nth,
      kind: random.pick(KINDS),
    };
  });
  const messages = mail.map(
    ({ chat, key, kind, marker }): OutgoingMessage => ({
      to: { chatId: chatIds[chat] ?? 0 },
      kind,
      key,
      reply: say(`${marker}: nội dung của thư`),
    }),
  );
  for (let from = 0; from < messages.length; from += A_TRANSACTION) {
    const some = messages.slice(from, from + A_TRANSACTION);
    await db.$transaction((tx) => queueMessages(tx, some, { now, inboxId: null }));
  }
  return mail;
};
