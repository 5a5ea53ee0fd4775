// Tells who cannot see the page what has just come, once, and never what was there before.
import { useSignal, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";

import type { MessageView } from "../../../page/contract.ts";
import { arrived, logOf, sees } from "../../state.ts";
import { say } from "../../words.ts";
import { newMessages } from "../../words-conversation.ts";
import { shortWords } from "../content/plain.ts";
import { senderName } from "../names.ts";
import { useTalk } from "../talk.ts";
import { isOwn } from "./rows.ts";

const MOST_WORDS = 600;
/** More than these at once are only counted. */
const MOST_MESSAGES = 3;

const spoken = ({ message }: MessageView): string =>
  `${senderName(message)}: ${shortWords(message, MOST_WORDS)}`;

export function Announcer() {
  const { pane } = useTalk();
  const text = useSignal("");
  const last = useRef<number | null>(null);
  const log = logOf(pane.chat);

  useSignalEffect(() => {
    const newest = log.value.messages.at(-1)?.at ?? -1;
    const fresh = arrived.value.filter(
      (one) =>
        one.chat === pane.chat &&
        !one.deleted &&
        sees(pane.person, one) &&
        !isOwn(one, pane.person) &&
        last.current !== null &&
        one.at > last.current,
    );
    // What was loaded with the conversation counts as known.
    if (log.value.loaded) last.current = Math.max(newest, last.current ?? newest);
    if (fresh.length === 0) return;
    text.value =
      fresh.length > MOST_MESSAGES ? say(newMessages(fresh.length)) : fresh.map(spoken).join("\n");
  });

  return (
    <div class="sr" aria-live="polite" lang="vi">
      {text.value}
    </div>
  );
}
