import type { Switches } from "../api/switches.ts";
import type { Typing } from "../api/typing.ts";
import type { House } from "../house.ts";
import type { World } from "../state/world.ts";
import type { BusySign } from "./busy.ts";
import type { Cast } from "./cast.ts";
import { chatView } from "./chat-view.ts";
import type { ClockStops } from "./clock-stops.ts";
import type { Desk } from "./contract.ts";

export type DeskParts = {
  world: World;
  house: House | undefined;
  cast: Cast;
  typing: Typing;
  busy: BusySign;
  stops: ClockStops;
  switches: Switches;
};

/** Everything that the page shows but the messages, as it is now. */
export function deskOf({ world, house, cast, typing, busy, stops, switches }: DeskParts): Desk {
  const persons = cast.persons();
  const hasHouse = house !== undefined;
  const { id, firstName, username } = world.bot;
  const chats = cast
    .chats()
    .map((chat) => chatView(world, chat, { persons, isTyping: typing.isOn(chat.id) }));
  return {
    epoch: world.epoch,
    bot: { id, name: firstName, username },
    now: world.now(),
    canMoveClock: hasHouse,
    canReset: hasHouse,
    hasGlass: hasHouse,
    stops: stops.known(),
    busy: busy.get(),
    faults: switches.on(),
    persons,
    chats,
  };
}
