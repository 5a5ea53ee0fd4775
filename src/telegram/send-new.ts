// A reply as new messages: the text in as many parts as it takes, then the files.
import { setTimeout as sleep } from "node:timers/promises";
import type { Message } from "grammy/types";
import type { SendHow, SendTo, Sent } from "#src/delivery/channel.ts";
import { messageIdOf } from "./ephemeral.ts";
import { markupOfParts } from "./markup.ts";
import { failureOf, faultOf } from "./outcome.ts";
import { type Part, type Place, postPart } from "./post.ts";
import type { Prepared } from "./prepared.ts";
import { sendFile } from "./send-file.ts";
import type { Sender } from "./sender.ts";
import { richOrPlain } from "./server-support.ts";

const LONGEST_WAIT_MS = 10_000;
const TRIES = 3;

/** Later parts are tried again while they were surely not taken: what began should be whole. */
const insist = async <T>(attempt: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      const failure = failureOf(error, "private");
      const waitMs =
        failure.kind === "retry" ? (failure.afterMs ?? 1_000) : Number.POSITIVE_INFINITY;
      if (tries === TRIES || waitMs > LONGEST_WAIT_MS) throw error;
      await sleep(waitMs);
    }
  }
};

const placeOf = ({ asks }: Sender, to: SendTo, onlyTo: SendHow["onlyTo"]): Place => {
  const chat_id = Number(to.externalId);
  const thread = to.threadId > 0 ? { message_thread_id: to.threadId } : {};
  if (onlyTo === undefined) return { chat_id, ...thread };
  const { externalId, tapId } = onlyTo;
  const asked = tapId === undefined ? asks.last(to.externalId, externalId) : undefined;
  return {
    chat_id,
    ...thread,
    ephemeral_message_parameters: {
      receiver_user_id: Number(externalId),
      ...(tapId === undefined ? {} : { callback_query_id: tapId }),
    },
    ...(asked === undefined ? {} : { reply_parameters: { ephemeral_message_id: asked } }),
  };
};

/** An old server does not know "for one person only" and shows it to all: taken back at once. */
const takeBackIfPublic = async (
  sender: Sender,
  place: Place,
  message: Message,
): Promise<boolean> => {
  if (place.ephemeral_message_parameters === undefined) return false;
  if (message.ephemeral_message_id !== undefined) return false;
  sender.support.ephemeral = false;
  await sender.api.deleteMessage(place.chat_id, message.message_id).catch(() => {
    sender.log.error({ chat: place.chat_id }, "an answer for one person is visible to all");
  });
  return true;
};

type Step = () => Promise<Message>;

/** Posts the first part, rich where it can be; then the steps that are left. */
const begin = async (
  sender: Sender,
  place: Place,
  { rich, html, inline, reply, files }: Prepared,
  isPrivate: boolean,
): Promise<{ first: Message; texts: Step[]; rest: Step[] }> => {
  const asFiles = (markups: ReturnType<typeof markupOfParts>): Step[] =>
    files.map((file, at) => () => sendFile(sender, place, file, markups[at]));
  const markups = (parts: number) => markupOfParts(reply, { inline, parts, isPrivate });
  if (html.length === 0) {
    const [head, ...rest] = asFiles(markups(files.length));
    if (head === undefined) throw new TypeError("nothing to send");
    return { first: await head(), texts: [], rest };
  }
  return richOrPlain(sender.support, rich, async (only) => {
    const parts: Part[] = only === null ? html.map((text) => ({ html: text })) : [only];
    const under = markups(parts.length);
    const [head, ...texts] = parts.map(
      (part, at): Step =>
        () =>
          postPart(sender.api, place, part, under[at]),
    );
    if (head === undefined) throw new TypeError("nothing to send");
    return { first: await head(), texts, rest: asFiles([]) };
  });
};

/** Sends; after the first message nothing is ever "not taken" again, only sent or unknown. */
export const sendNew = async (
  sender: Sender,
  to: SendTo,
  prepared: Prepared,
  onlyTo: SendHow["onlyTo"],
): Promise<Sent> => {
  if (prepared.html.length === 0 && prepared.files.length === 0) {
    return { kind: "rejected", errorCode: "empty" };
  }
  if (onlyTo !== undefined && !sender.support.ephemeral) {
    return { kind: "rejected", errorCode: "no ephemeral messages" };
  }
  const place = placeOf(sender, to, onlyTo);
  const { first, texts, rest } = await begin(sender, place, prepared, to.kind === "private");
  if (await takeBackIfPublic(sender, place, first)) {
    return { kind: "rejected", errorCode: "no ephemeral messages" };
  }
  // The buttons are under the last text: that is the message to draw again.
  let holder = first;
  try {
    for (const step of texts) holder = await insist(step);
    for (const step of rest) await insist(step);
  } catch (error) {
    sender.log.warn({ chat: to.externalId }, "a message of several parts broke off");
    return { kind: "unknown", errorCode: `broke off: ${faultOf(error).code}` };
  }
  return { kind: "sent", messageId: messageIdOf(holder, Number(onlyTo?.externalId ?? 0)) };
};
