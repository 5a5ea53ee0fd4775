// What the people of the sample said before a visitor came: really said, and really answered.
import type { Db } from "#src/database/client.ts";
import type { Playground } from "#src/playground/server.ts";
import type { SampleMessage } from "#src/sample/index.ts";
import type { Placed } from "./place-people.ts";

const LOOK_MS = 10;
/** An answer that does not come (a fault that somebody switched on) must not stop the story. */
const LONGEST_MS = 5_000;

/** Waits until the bot has taken and handled everything that was said to it. */
export const heardAll = async (db: Db, server: Playground): Promise<void> => {
  const until = performance.now() + LONGEST_MS;
  while (performance.now() < until) {
    if (server.pendingUpdates() === 0) {
      const waiting = await db.inboxUpdate.findFirst({
        where: { channel: "telegram", state: "pending" },
        select: { id: true },
      });
      if (waiting === null) return;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
};

/** Says one message where it belongs. */
export const sayMessage = ({ people, groups }: Placed, message: SampleMessage): void => {
  const person = people.get(message.person);
  const group = groups.get(message.chat);
  if (person === undefined) throw new RangeError(`nobody in the sample is ${message.person}`);
  const room = group === undefined ? person.dm() : person.in(group);
  const here = message.threadId === undefined ? room : room.topic(message.threadId);
  if ("text" in message) {
    here.say(message.text);
    return;
  }
  const { name, bytes, as } = message.file;
  const data = Buffer.from(bytes);
  if (as === "photo") here.sendPhoto({ data, caption: message.caption });
  else here.sendFile(name, { data, caption: message.caption });
};
