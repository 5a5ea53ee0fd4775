// What may not have arrived is never resent blindly: a person is asked when they write next
// whether to see it again, and a ranking in a group is offered to the secretariat.

import type { Tx } from "#src/database/client.ts";
import type { Language } from "#src/messages/language.ts";
import { paragraph, type Reply, say } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/house.ts";
import { eraseOnce } from "./erase-once.ts";
import { type OutboxPayload, priorities } from "./outbox-payload.ts";
import { queueMessages } from "./outbox-store.ts";

type Cause = { now: Date; inboxId: bigint | null };

/** Kinds that are offered to their reader; an alert is worked out anew the next morning. */
const OFFERED = ["reply", "notice"];
const OFFER = "offer:";

/** Asks once, in a private chat, about messages whose outcome is unknown. */
export const offerUnknown = async (
  tx: Tx,
  here: { chatId: number; personId: number | null },
  cause: Cause,
): Promise<void> => {
  if (here.personId === null) return;
  const unknownHere = { chatId: here.chatId, state: "unknown" as const };
  // An offer that may not have arrived is made again, for all that it offered.
  const lostOffers = await tx.outboxMessage.updateMany({
    where: { ...unknownHere, key: { startsWith: OFFER } },
    data: { state: "dropped", errorCode: "offered again" },
  });
  const where = {
    ...unknownHere,
    kind: { in: OFFERED },
    ...(lostOffers.count > 0 ? {} : { offeredAt: null }),
    chat: { kind: "private" },
  };
  const { count } = await tx.outboxMessage.updateMany({ where, data: { offeredAt: cause.now } });
  if (count === 0) return;
  const person = await tx.person.findUnique({ where: { id: here.personId } });
  const language = person?.language === "en" ? "en" : "vi";
  const reply: Reply = {
    ...say(words.offerAgain(language, count)),
    buttons: [[{ label: words.showAgain(language), command: "/guilai" }]],
  };
  const message = {
    to: { chatId: here.chatId },
    kind: "reply" as const,
    key: `${OFFER}${cause.inboxId}`,
    reply,
  };
  await queueMessages(tx, [message], cause);
};

/** Whoever did get it the first time must see that this is not news. */
const shownAgain = ({ reply }: OutboxPayload, language: Language): OutboxPayload => ({
  reply: { ...reply, blocks: [paragraph(words.shownAgain(language)), ...reply.blocks] },
});

/** Queues again, under new keys, messages whose outcome is unknown; how many. */
export const sendAgain = async (
  tx: Tx,
  which: { chatId: number } | { outboxId: bigint },
  language: Language,
  cause: Cause,
): Promise<number> => {
  const rows = await tx.outboxMessage.findMany({
    where: {
      state: "unknown",
      ...("chatId" in which
        ? { chatId: which.chatId, kind: { in: OFFERED }, NOT: { key: { startsWith: OFFER } } }
        : { id: which.outboxId }),
    },
    orderBy: { id: "asc" },
  });
  for (const row of rows) {
    // The claim: whoever changes the state sends it, and sends it once.
    const { count } = await tx.outboxMessage.updateMany({
      where: { id: row.id, state: "unknown" },
      data: { state: "dropped", errorCode: "sent again" },
    });
    if (count === 0) continue;
    const { key, chatId, threadId, personId, eligibility } = row;
    await tx.outboxMessage.create({
      data: {
        key: `${key}#again:${row.id}`,
        chatId,
        threadId,
        // Somebody asked for it now: it is an answer, at any hour.
        kind: "reply",
        priority: priorities.reply,
        personId,
        payload: shownAgain(row.payload as OutboxPayload, language),
        ...(eligibility === null ? {} : { eligibility }),
        createdAt: cause.now,
        inboxId: cause.inboxId,
      },
    });
    const { reply } = row.payload as OutboxPayload;
    await eraseOnce(tx, row.id, reply, { keepFiles: true });
  }
  return rows.length;
};

/**
 * Rankings and answers in groups whose outcome is unknown, for the secretariat to decide. An
 * alert is not among them: it is worked out anew the next morning.
 */
export const unknownInGroups = (tx: Tx) =>
  tx.outboxMessage.findMany({
    where: { state: "unknown", kind: { in: ["ranking", "reply"] }, chat: { kind: "group" } },
    include: { chat: true },
    orderBy: { id: "asc" },
  });
