// Messages that a job would queue, as the operator reads them: to whom, under which key, saying what.
import type { Db } from "#src/database/client.ts";
import type { OutgoingMessage } from "#src/messages/reply.ts";
import { renderText } from "./render-text.ts";
import { tidy } from "./text-columns.ts";

const recipients = async (
  db: Db,
  messages: readonly OutgoingMessage[],
): Promise<(message: OutgoingMessage) => string> => {
  const people = messages.flatMap(({ to }) => ("personId" in to ? [to.personId] : []));
  const chats = messages.flatMap(({ to }) => ("chatId" in to ? [to.chatId] : []));
  const [persons, rooms] = await Promise.all([
    db.person.findMany({ where: { id: { in: people } }, select: { id: true, fullName: true } }),
    db.chat.findMany({ where: { id: { in: chats } }, select: { id: true, title: true } }),
  ]);
  const names = new Map(persons.map(({ id, fullName }) => [id, fullName]));
  const titles = new Map(rooms.map(({ id, title }) => [id, title]));
  return ({ to }) =>
    "personId" in to
      ? `person ${to.personId} (${names.get(to.personId) ?? "?"})`
      : `chat ${to.chatId} (${titles.get(to.chatId) ?? "?"})`;
};

export const messageLines = async (
  db: Db,
  messages: readonly OutgoingMessage[],
): Promise<string[]> => {
  const recipientOf = await recipients(db, messages);
  return messages.flatMap((message) => [
    `To ${tidy(recipientOf(message))}, ${message.kind}, key ${message.key}:`,
    ...renderText(message.reply)
      .split("\n")
      .map((line) => `  ${line}`.trimEnd()),
    "",
  ]);
};

export const messageFigures = async (db: Db, messages: readonly OutgoingMessage[]) => {
  const recipientOf = await recipients(db, messages);
  return messages.map((message) => ({
    to: message.to,
    recipient: recipientOf(message),
    kind: message.kind,
    key: message.key,
    text: renderText(message.reply),
  }));
};
