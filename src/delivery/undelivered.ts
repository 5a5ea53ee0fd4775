// What did not arrive and will not by itself, as the secretariat sees it: registered groups that
// the bot is no longer in, what was refused for good there, and people whom notices do not reach.
import type { Prisma } from "#prisma/generated/client.ts";
import type { Store, Tx } from "#src/database/client.ts";
import { privateChatsOf } from "./chats-store.ts";
import { type Letter, withChat } from "./send-again.ts";

/**
 * A dead letter: refused for good, or for 24 hours. A card that could not be redrawn is none: what
 * it tells was said in a message of its own.
 */
export const deadLetter = {
  state: "failed",
  kind: { not: "card" },
} satisfies Prisma.OutboxMessageWhereInput;

/** Rankings and answers to a group. */
const TO_GROUPS = ["ranking", "reply"];
const isRegistered = { kind: "group", bindings: { some: { endedAt: null } } };
const isLost = { status: { not: "active" } } satisfies Prisma.ChatWhereInput;

export type TroubledGroup = {
  chatId: number;
  title: string | null;
  /** Since when (civil clock) the bot is not in it; null where it is. */
  lost: { since: Date | null } | null;
  /** Refused for good; in a lost group also what waits. The oldest first. */
  letters: Letter[];
};

/** Registered groups that were lost, or that something could not be sent to. */
export const troubledGroups = async (store: Store, chatId?: number): Promise<TroubledGroup[]> => {
  const refused = { state: "failed" as const, kind: { in: TO_GROUPS } };
  const chats = await store.chat.findMany({
    where: {
      ...isRegistered,
      ...(chatId === undefined ? {} : { id: chatId }),
      OR: [isLost, { outbox: { some: refused } }],
    },
    orderBy: { id: "asc" },
  });
  const letters = await store.outboxMessage.findMany({
    where: {
      chatId: { in: chats.map(({ id }) => id) },
      kind: { in: TO_GROUPS },
      OR: [{ state: "failed" }, { state: "pending", chat: isLost }],
    },
    include: withChat,
    orderBy: { id: "asc" },
  });
  const byChat = Map.groupBy(letters, (letter) => letter.chatId);
  return chats.map(({ id, title, status, statusAt }) => ({
    chatId: id,
    title,
    lost: status === "active" ? null : { since: statusAt },
    letters: byChat.get(id) ?? [],
  }));
};

export type UnreachedPerson = {
  personId: number;
  fullName: string;
  agency: { id: number; name: string; code: string } | null;
  /** Whether they can be written to by now. */
  reachable: boolean;
  /** Notices that did not arrive, the oldest first. */
  letters: [Letter, ...Letter[]];
};

const isMember = { active: true, memberships: { some: { endedAt: null } } };

/** People with a role whom notices did not reach: refused for good, or waiting for a lost chat. */
export const unreachedPeople = async (
  store: Store,
  personId?: number,
): Promise<UnreachedPerson[]> => {
  const letters = await store.outboxMessage.findMany({
    where: {
      kind: "notice",
      person: { ...isMember, ...(personId === undefined ? {} : { id: personId }) },
      chat: { kind: "private" },
      OR: [{ state: "failed" }, { state: "pending", chat: isLost }],
    },
    include: withChat,
    orderBy: { id: "asc" },
  });
  const byPerson = Map.groupBy(letters, (letter) => letter.personId ?? 0);
  const people = await store.person.findMany({
    where: { id: { in: [...byPerson.keys()] } },
    include: { memberships: { where: { endedAt: null }, include: { agency: true } } },
    orderBy: { id: "asc" },
  });
  const chats = await privateChatsOf(store, [...byPerson.keys()]);
  const active = await store.chat.findMany({
    where: { id: { in: [...chats.values()] }, status: "active" },
    select: { id: true },
  });
  const open = new Set(active.map(({ id }) => id));
  return people.flatMap(({ id, fullName, memberships }): UnreachedPerson[] => {
    const [first, ...more] = byPerson.get(id) ?? [];
    if (first === undefined) return [];
    const agency = memberships.find((one) => one.agency !== null)?.agency ?? null;
    const reachable = open.has(chats.get(id) ?? 0);
    return [{ personId: id, fullName, agency, reachable, letters: [first, ...more] }];
  });
};

/** One message of those above by its number, or of those that may have reached a group. */
export const letterToDecide = (store: Store, id: bigint): Promise<Letter | null> =>
  store.outboxMessage.findFirst({
    where: {
      id,
      OR: [
        { state: { in: ["unknown", "failed"] }, kind: { in: TO_GROUPS }, chat: { kind: "group" } },
        { state: "failed", kind: "notice", person: isMember },
      ],
    },
    include: withChat,
  });

/** A group that is used no more receives nothing from now on (civil clock), in none of its topics. */
export const endRegistration = async (tx: Tx, chatId: number, now: Date): Promise<void> => {
  await tx.chatBinding.updateMany({ where: { chatId, endedAt: null }, data: { endedAt: now } });
};
