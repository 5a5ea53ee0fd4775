// Sending again, and letting go: a person decides about a message that may not have arrived, or
// surely did not. Each is claimed by its state, so that of two who decide one does it.
import type { Prisma } from "#prisma/generated/client.ts";
import type { Tx } from "#src/database/client.ts";
import type { Language } from "#src/messages/language.ts";
import { paragraph } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/house.ts";
import { languageOf } from "#src/people/language-of.ts";
import { privateChatsOf } from "./chats-store.ts";
import { eraseOnce } from "./erase-once.ts";
import { type OutboxPayload, priorities } from "./outbox-payload.ts";

type Cause = { now: Date; inboxId: bigint | null };

export const withChat = { chat: true } satisfies Prisma.OutboxMessageInclude;
export type Letter = Prisma.OutboxMessageGetPayload<{ include: typeof withChat }>;

/** Why a message is not sent again: see `sendLetter`. */
export type NotSent = "taken" | "unreachable" | "erased" | "alert";
export type SentAgain = { kind: "queued"; id: bigint } | { kind: "left"; why: NotSent };

/** `as`: an answer goes out at any hour, a message as itself keeps its own (quiet hours). */
export type HowAgain = { as: "answer" | "itself"; language: Language };

const left = (why: NotSent): SentAgain => ({ kind: "left", why });

/** Whoever did get it the first time must see that this is not news. */
const shownAgain = ({ reply }: OutboxPayload, language: Language): OutboxPayload => ({
  reply: { ...reply, blocks: [paragraph(words.shownAgain(language)), ...reply.blocks] },
});

/** The chat that it can go to: its own, else the one through which its reader is reached by now. */
const reachableChat = async (tx: Tx, letter: Letter): Promise<number | null> => {
  if (letter.chat.status === "active") return letter.chatId;
  if (letter.personId === null || letter.chat.kind !== "private") return null;
  const chatId = (await privateChatsOf(tx, [letter.personId])).get(letter.personId);
  const chat = await tx.chat.findFirst({ where: { id: chatId ?? 0, status: "active" } });
  return chat?.id ?? null;
};

const isErased = ({ reply }: OutboxPayload): boolean =>
  reply.once === true && reply.blocks.length === 0;

const payloadOf = ({ payload }: Letter): OutboxPayload => payload as OutboxPayload;

/**
 * Queues a message again under a new key. Left alone where somebody else decided meanwhile
 * ("taken"), its chat is gone ("unreachable"), its secrets were erased, or it is an alert: that is
 * worked out anew each morning.
 */
export const sendLetter = async (
  tx: Tx,
  letter: Letter,
  { as, language }: HowAgain,
  cause: Cause,
): Promise<SentAgain> => {
  const { id, key, state, kind, priority, threadId, personId, eligibility } = letter;
  const payload = payloadOf(letter);
  if (kind === "alert") return left("alert");
  if (isErased(payload)) return left("erased");
  const chatId = await reachableChat(tx, letter);
  if (chatId === null) return left("unreachable");
  // The claim: whoever changes the state sends it, and sends it once.
  const { count } = await tx.outboxMessage.updateMany({
    where: { id, state },
    data: { state: "dropped", errorCode: "sent again" },
  });
  if (count === 0) return left("taken");
  const queued = await tx.outboxMessage.create({
    data: {
      key: `${key}#again:${id}`,
      chatId,
      threadId,
      ...(as === "answer" ? { kind: "reply", priority: priorities.reply } : { kind, priority }),
      personId,
      payload: state === "unknown" ? shownAgain(payload, language) : payload,
      ...(eligibility === null ? {} : { eligibility }),
      createdAt: cause.now,
      inboxId: cause.inboxId,
    },
  });
  await eraseOnce(tx, id, payload.reply, { keepFiles: true });
  return { kind: "queued", id: queued.id };
};

/** Nobody sends it any more; false where somebody else decided meanwhile. */
export const letGo = async (
  tx: Tx,
  letter: Pick<Letter, "id" | "state" | "payload">,
  why: string,
): Promise<boolean> => {
  const { count } = await tx.outboxMessage.updateMany({
    where: { id: letter.id, state: letter.state },
    data: { state: "dropped", errorCode: `let go: ${why}`.slice(0, 200) },
  });
  if (count === 0) return false;
  await eraseOnce(tx, letter.id, (letter.payload as OutboxPayload).reply);
  return true;
};

/** The language of whoever reads a chat; a group has none of its own. */
export const readerLanguage = async (
  tx: Tx,
  { kind, channel, externalId }: Letter["chat"],
): Promise<Language> => (kind === "private" ? languageOf(tx, channel, externalId) : "vi");
