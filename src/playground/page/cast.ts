// Whom and what the page shows: of a house its cast, with their private chats, and every group.
import type { CastMember, House } from "../house.ts";
import { Refused } from "../refused.ts";
import { findChat, findUser, lookUpChat, privateChat } from "../state/chats.ts";
import type { ChatRecord } from "../state/records.ts";
import type { World } from "../state/world.ts";
import type { PersonView } from "./contract.ts";

export type Cast = {
  /** In the order in which the house offers them; without a house everybody. */
  persons: () => PersonView[];
  /** Their private chats in the same order, then the groups; none that was upgraded. */
  chats: () => ChatRecord[];
  isShown: (chat: ChatRecord | undefined) => chat is ChatRecord;
  /** @throws for somebody whom the page doesn't show */
  user: (id: number) => NonNullable<ReturnType<typeof findUser>>;
  /** @throws for a chat that the page doesn't show */
  chat: (id: number) => ChatRecord;
};

export function createCast(world: World, house: House | undefined): Cast {
  const isCast = (id: number) =>
    world.users.has(String(id)) && (house?.cast.some((member) => member.id === id) ?? true);
  const members = (): Pick<CastMember, "id">[] =>
    (house?.cast ?? [...world.users.values()]).filter(({ id }) => isCast(id));
  const isShown = (chat: ChatRecord | undefined): chat is ChatRecord =>
    chat !== undefined &&
    chat.migratedTo === undefined &&
    (chat.type !== "private" || isCast(chat.id));

  const describe = (id: number): PersonView[] => {
    const user = findUser(world, id);
    if (!user) return [];
    const described = house?.cast.find((member) => member.id === id);
    return [
      {
        id,
        name: [user.first_name, user.last_name].filter(Boolean).join(" "),
        ...(user.username === undefined ? {} : { username: user.username }),
        ...(described ? { about: described.about } : {}),
        main: described?.main ?? true,
      },
    ];
  };

  return {
    persons: () => members().flatMap(({ id }) => describe(id)),
    chats: () => {
      const own = members().flatMap(({ id }) => {
        const user = findUser(world, id);
        return user ? [privateChat(world, user)] : [];
      });
      const others = [...world.chats.values()].filter(({ type }) => type !== "private");
      return [...own, ...others].filter(isShown);
    },
    isShown,
    user: (id) => {
      const user = isCast(id) ? findUser(world, id) : undefined;
      if (!user) throw new Refused("There is no such person here");
      return user;
    },
    chat: (id) => {
      const chat = isCast(id) ? lookUpChat(world, id) : findChat(world, id);
      if (!isShown(chat)) throw new Refused("There is no such chat here");
      return chat;
    },
  };
}
