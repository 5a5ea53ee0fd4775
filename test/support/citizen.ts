// A person of the scenario, in the private chat with the bot (or, by `in`, in a group).
import type { GroupHandle, Person } from "#src/playground/server.ts";

type Room = ReturnType<Person["dm"]>;
type Expected = Parameters<Room["expectMessage"]>[0];
export type Heard = Awaited<ReturnType<Room["expectMessage"]>>;

export type Citizen = {
  person: Person;
  room: Room;
  says: (text: string) => Promise<ReturnType<Room["say"]>>;
  attaches: (name: string, data: string | Buffer, caption: string) => Promise<void>;
  /** The bot's next untaken message that fits. */
  hears: (expected: Expected, timeoutMs?: number) => Promise<Heard>;
  /** What was said, and the answer to it. */
  asks: (text: string, expected: Expected) => Promise<Heard>;
  taps: (label: string | RegExp) => Promise<void>;
  sees: (expected: Expected) => Promise<Heard>;
  in: (group: GroupHandle) => Citizen;
};

const WAIT_MS = 30_000;

const inRoom = (person: Person, room: Room): Citizen => {
  const citizen: Citizen = {
    person,
    room,
    says: async (text) => room.say(text),
    attaches: async (name, data, caption) => {
      room.sendFile(name, { data, caption });
    },
    hears: (expected, timeoutMs = WAIT_MS) => room.expectMessage(expected, timeoutMs),
    asks: async (text, expected) => {
      room.say(text);
      return citizen.hears(expected);
    },
    taps: async (label) => {
      await room.click(label);
    },
    sees: (expected) => room.expectEdit(expected, WAIT_MS),
    in: (group) => inRoom(person, person.in(group)),
  };
  return citizen;
};

export const makeCitizen = (person: Person): Citizen => inRoom(person, person.dm());
