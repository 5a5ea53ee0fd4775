// A chat that the bot may no longer write to. Whoever is reached through it misses what others
// believe that they know, so the secretariat is told, once each time that a chat is lost.
import type { Prisma } from "#prisma/generated/client.ts";
import { civilToday } from "#src/calendar/zone.ts";
import type { Tx } from "#src/database/client.ts";
import type { Language } from "#src/messages/language.ts";
import { say } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/delivery.ts";
import { grantText } from "#src/messages/words/people.ts";
import { unnamedGroup } from "#src/messages/words/publication.ts";
import type { Actor } from "#src/people/actor.ts";
import { findActorById, peopleWith } from "#src/people/people-store.ts";
import { tell } from "#src/tasks/tell.ts";
import { privateChatsOf } from "./chats-store.ts";
import { queueMessages } from "./outbox-store.ts";

/** `now`: the civil clock. */
type Cause = { now: Date; inboxId: bigint | null };

const include = {
  bindings: { where: { endedAt: null }, include: { agency: true } },
} satisfies Prisma.ChatInclude;
type LostChat = Prisma.ChatGetPayload<{ include: typeof include }>;

/** What the secretariat is told, and who of them needs no telling. */
type Loss = { text: (language: Language) => string; personId: number | null };

const lostGroup = ({ title, bindings }: LostChat): Loss | null => {
  if (bindings.length === 0) return null;
  const alertsOf = bindings.find(({ wantsAlerts }) => wantsAlerts)?.agency?.name ?? null;
  const receives = {
    ranking: bindings.some(({ wantsRanking }) => wantsRanking),
    bulletin: bindings.some(({ wantsBulletin }) => wantsBulletin),
    alertsOf,
  };
  return {
    text: (language) => words.groupGone(language, title ?? unnamedGroup(language), receives),
    personId: null,
  };
};

/** "cán bộ đầu mối – Sở Tài chính, …": what the person is themselves, not whom they stand in for. */
export const rolesOf = ({ grants }: Pick<Actor, "grants">, language: Language): string =>
  grants
    .filter(({ insteadOf }) => insteadOf === undefined)
    .map(({ role, agencyName }) => grantText(language, role, agencyName))
    .join(", ");

const lostPerson = async (tx: Tx, chat: LostChat, now: Date): Promise<Loss | null> => {
  const { channel, externalId } = chat;
  const identity = await tx.identity.findUnique({
    where: { channel_externalId: { channel, externalId } },
  });
  if (identity === null) return null;
  const { personId } = identity;
  const actor = await findActorById(tx, personId, civilToday(now));
  if (actor === null) return null;
  // Somebody who writes from another account by now is reached there.
  if ((await privateChatsOf(tx, [personId])).get(personId) !== chat.id) return null;
  return {
    text: (language) => words.personGone(language, actor.fullName, rolesOf(actor, language)),
    personId,
  };
};

/** A ranking is of its week: it is not posted by itself in a group that comes back some day. */
const setRankingsAside = async (tx: Tx, chatId: number): Promise<void> => {
  await tx.outboxMessage.updateMany({
    where: { chatId, state: "pending", kind: "ranking" },
    data: { state: "failed", errorCode: "chat is gone" },
  });
};

const tellSecretariat = async (tx: Tx, chatId: number, loss: Loss, cause: Cause) => {
  const { now } = cause;
  const today = civilToday(now);
  const ids = await peopleWith(tx, ["secretariat"], today);
  const messages = await tell(
    { tx, today },
    ids.filter((id) => id !== loss.personId),
    {
      key: `unreachable:${chatId}:${now.toISOString()}`,
      reply: ({ language }) => say(loss.text(language)),
    },
  );
  await queueMessages(tx, messages, cause);
};

/**
 * Marks a chat that the bot was blocked in or removed from, where it was active, and tells the
 * secretariat of a registered group or of a person with a role; of strangers nothing is said.
 * Replies and notices for it go on waiting; rankings stand in /choxuly.
 */
export const markUnreachable = async (
  tx: Tx,
  chatId: number,
  status: "blocked" | "gone",
  cause: Cause,
): Promise<void> => {
  // The claim: whoever changes the status tells of it.
  const { count } = await tx.chat.updateMany({
    where: { id: chatId, status: "active" },
    data: { status, statusAt: cause.now },
  });
  if (count === 0) return;
  await setRankingsAside(tx, chatId);
  const chat = await tx.chat.findUniqueOrThrow({ where: { id: chatId }, include });
  const loss = chat.kind === "private" ? await lostPerson(tx, chat, cause.now) : lostGroup(chat);
  if (loss !== null) await tellSecretariat(tx, chatId, loss, cause);
};
