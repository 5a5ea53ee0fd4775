// Which update a message or a tap of somebody became, and how far the bot's calls had come then.
import type { Message, Update, User } from "@grammyjs/types";

import { keyIn } from "../state/messages.ts";
import type { World } from "../state/world.ts";

export type Step = {
  update: Update;
  /** The message that was said, changed or tapped on. */
  key: string;
  chat: number;
  person: number;
  /** Civil, epoch ms. */
  at: number;
  /** The number of the bot's last call before it. */
  callsBefore: number;
};

export type Trail = {
  /** Oldest first. */
  steps: () => readonly Step[];
};

const longest = 500;

export function createTrail(world: World, lastCall: () => number): Trail {
  let steps: Step[] = [];
  world.updatePushed.listen((update) => {
    const deed = deedOf(update);
    if (!deed) return;
    steps.push({ update, ...deed, at: world.now(), callsBefore: lastCall() });
    if (steps.length > 2 * longest) steps = steps.slice(-longest);
  });
  world.cleared.listen(() => {
    steps = [];
  });
  return { steps: () => steps.slice(-longest) };
}

type Placed = Pick<Message, "chat" | "message_id"> & { ephemeral_message_id?: number };

const deed = (message: Placed, from: User) => ({
  key: keyIn(message.chat.id, message),
  chat: message.chat.id,
  person: from.id,
});

function deedOf({ message, edited_message, callback_query }: Update) {
  if (callback_query?.message) return deed(callback_query.message, callback_query.from);
  const said = message ?? edited_message;
  return said?.from ? deed(said, said.from) : undefined;
}
