// Chats as an operator knows them: a group by its title, a private chat by its person.
import type { Chat } from "#prisma/generated/client.ts";
import type { Store } from "#src/database/client.ts";

export type Placed = { chat: string; reachable: boolean };

/** Looks up whose the private chats are. */
export const placesOf = async (
  store: Store,
  chats: readonly Chat[],
): Promise<(chat: Chat) => Placed> => {
  const externalId = {
    in: chats.filter(({ kind }) => kind === "private").map((one) => one.externalId),
  };
  const identities = await store.identity.findMany({
    where: { externalId },
    select: { channel: true, externalId: true, person: { select: { fullName: true } } },
  });
  const names = new Map(
    identities.map((one) => [`${one.channel}:${one.externalId}`, one.person.fullName]),
  );
  return ({ id, kind, title, channel, externalId: outside, status }) => {
    const name = kind === "private" ? names.get(`${channel}:${outside}`) : title;
    return { chat: name ?? `chat ${id}`, reachable: status === "active" };
  };
};
