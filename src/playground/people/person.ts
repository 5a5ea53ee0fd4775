import type { User } from "@grammyjs/types";

import { findUser, privateChat, userById } from "../state/chats.ts";
import { setBlocked, setMember } from "../state/members.ts";
import type { GroupHandle } from "./group.ts";
import { openRoom, type Room } from "./room.ts";
import type { Playing } from "./sent-message.ts";

/** Somebody who uses Telegram, moved by a test or by the page. */
export type Person = {
  readonly id: number;
  readonly user: User;
  /** Their chat with the bot; the bot can't write there before they have. */
  dm: () => Room;
  in: (group: GroupHandle) => Room;
  block: () => void;
  unblock: () => void;
  join: (group: GroupHandle) => void;
  leave: (group: GroupHandle) => void;
};

export function person(playing: Playing, id: number): Person {
  const { world } = playing.backend;
  const user = () => userById(world, id);
  const change = (deed: () => void) => {
    deed();
    world.store.commit();
  };

  return {
    id,
    get user() {
      return user();
    },
    dm: () => openRoom(playing, user(), () => privateChat(world, user())),
    in: (group) => openRoom(playing, user(), group.record),
    block: () => change(() => setBlocked(world, privateChat(world, user()), true)),
    unblock: () => change(() => setBlocked(world, privateChat(world, user()), false)),
    join: (group) => change(() => setMember(world, group.record(), user(), "member", user())),
    leave: (group) => change(() => setMember(world, group.record(), user(), "left", user())),
  };
}

export const findPerson = (playing: Playing, id: number) =>
  findUser(playing.backend.world, id) && person(playing, id);
