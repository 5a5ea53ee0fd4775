// What may not have arrived is never resent blindly: a person is asked when they write next
// whether to see it again, and a ranking in a group is offered to the secretariat.

import type { Tx } from "#src/database/client.ts";
import type { Language } from "#src/messages/language.ts";
import { type Reply, say } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/house.ts";
import { queueMessages } from "./outbox-store.ts";
import { type Letter, sendLetter, withChat } from "./send-again.ts";

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

/** Queues again, under new keys, what may not have arrived in a chat; how many. */
export const sendAgain = async (
  tx: Tx,
  chatId: number,
  language: Language,
  cause: Cause,
): Promise<number> => {
  const letters = await tx.outboxMessage.findMany({
    where: {
      state: "unknown",
      chatId,
      kind: { in: OFFERED },
      NOT: { key: { startsWith: OFFER } },
    },
    include: withChat,
    orderBy: { id: "asc" },
  });
  let count = 0;
  for (const letter of letters) {
    // Somebody asked for it now: it is an answer, at any hour.
    const sent = await sendLetter(tx, letter, { as: "answer", language }, cause);
    if (sent.kind === "queued") count += 1;
  }
  return count;
};

/**
 * Rankings and answers in groups whose outcome is unknown, for the secretariat to decide. An
 * alert is not among them: it is worked out anew the next morning.
 */
export const unknownInGroups = (tx: Tx): Promise<Letter[]> =>
  tx.outboxMessage.findMany({
    where: { state: "unknown", kind: { in: ["ranking", "reply"] }, chat: { kind: "group" } },
    include: withChat,
    orderBy: { id: "asc" },
  });
