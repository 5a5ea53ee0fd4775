import type { User } from "@grammyjs/types";

import type { Backend, CallbackAnswer } from "../api/backend.ts";
import type { ChatRecord, MessageRecord } from "../state/records.ts";
import { pushUpdate } from "../state/updates.ts";
import { patience } from "./watch.ts";

/**
 * A person taps a button; resolves with what the bot answers.
 *
 * @throws when the bot has not answered after `timeoutMs` of real time
 */
export async function tap(
  { world, taps }: Backend,
  user: User,
  record: MessageRecord,
  data: string,
  timeoutMs = patience,
): Promise<CallbackAnswer> {
  const { id, answer } = taps.open(user.id);
  pushUpdate(world, {
    callback_query: {
      id,
      from: user,
      message: record.message,
      chat_instance: String(record.chatId * 31),
      data,
    },
  });
  world.store.commit();
  return within(answer, timeoutMs, () => `The bot did not answer the tap on ${data}`);
}

/** A person types `@bot query` somewhere; resolves with the results that the bot offers. */
export async function askInline(
  { world, inlineQueries }: Backend,
  user: User,
  chat: ChatRecord,
  query: string,
  timeoutMs = patience,
) {
  const { id, answer } = inlineQueries.open(user.id);
  const chat_type = chat.type === "private" ? "sender" : chat.type;
  pushUpdate(world, { inline_query: { id, from: user, query, offset: "", chat_type } });
  world.store.commit();
  return within(answer, timeoutMs, () => `The bot did not answer the inline query ${query}`);
}

function within<T>(promise: Promise<T>, ms: number, describe: () => string): Promise<T> {
  const failure = new Error();
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => {
      failure.message = `${describe()} (after ${ms} ms)`;
      reject(failure);
    }, ms);
    promise.then((value) => {
      clearTimeout(timer);
      resolve(value);
    }, reject);
  });
}
