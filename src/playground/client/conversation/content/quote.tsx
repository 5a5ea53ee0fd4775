// What stands above the words of a message: whom it answers, from where it was passed on.
import type { Message } from "@grammyjs/types";

import { say } from "../../words.ts";
import { words } from "../../words-conversation.ts";
import { keyIn } from "../keys.ts";
import { jumpTo } from "../log/jump.ts";
import { nameColour, originName, senderId, senderName } from "../names.ts";
import { STOP } from "../stop.ts";
import { useTalk } from "../talk.ts";
import { shortWords } from "./plain.ts";

/** What a message without words is called in a quote. */
export const kindWords = (message: Message): string =>
  shortWords(message) || say(message.photo === undefined ? words.file : words.photo);

/** In a topic every message answers the one that opened it: that is no quote. */
export const quotedIn = ({ reply_to_message }: Message): Message | undefined =>
  reply_to_message === undefined || reply_to_message.forum_topic_created !== undefined
    ? undefined
    : reply_to_message;

/** Tapping it goes to the message that is quoted. */
export function Quote({ message }: { message: Message }) {
  const talk = useTalk();
  const name = senderName(message);
  return (
    <button
      type="button"
      class={`quote colour-${nameColour(senderId(message))}`}
      {...STOP}
      onClick={() => jumpTo(talk, keyIn(talk.pane.chat, message))}
    >
      <span class="sr">{say(words.inReplyTo)} </span>
      <bdi class="quote-name">{name}</bdi>
      <bdi class="quote-words">{kindWords(message)}</bdi>
    </button>
  );
}

export const Forwarded = ({ message: { forward_origin } }: { message: Message }) =>
  forward_origin === undefined ? null : (
    <p class="forwarded">
      {say(words.forwarded)} <bdi>{originName(forward_origin)}</bdi>
    </p>
  );
