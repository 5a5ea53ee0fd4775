// One message, or one album, in the history.
import type { ReactionType } from "@grammyjs/types";
import { clockTime } from "../../civil.ts";
import { MoreIcon } from "../../shell/icons.tsx";
import { say } from "../../words.ts";
import { words } from "../../words-conversation.ts";
import { InlineKeyboard } from "../content/inline-keyboard.tsx";
import { MessageBody } from "../content/message-body.tsx";
import { Forwarded, Quote, quotedIn } from "../content/quote.tsx";
import { isoOf } from "../content/words.tsx";
import { nameColour, senderId, senderName } from "../names.ts";
import { STOP } from "../stop.ts";
import { estimatedHeight } from "./estimate.ts";
import { isWide } from "./looks.ts";
import type { MessageRow } from "./rows.ts";

const emojiOf = (reaction: ReactionType): string =>
  reaction.type === "emoji" ? reaction.emoji : reaction.type === "paid" ? "⭐" : "◆";

function Foot({ row }: { row: MessageRow }) {
  const [first] = row.messages;
  if (first === undefined) return null;
  const { message, onlyFor, reactions } = first;
  const isEdited = row.messages.some((view) => view.message.edit_date !== undefined);
  return (
    <footer class="foot">
      {reactions.length === 0 ? null : (
        <span
          class="reactions"
          role="img"
          aria-label={`${say(words.reactions)}: ${reactions.map(emojiOf).join(" ")}`}
        >
          {reactions.map((reaction) => (
            <span key={emojiOf(reaction)} class="reaction" aria-hidden="true">
              {emojiOf(reaction)}
            </span>
          ))}
        </span>
      )}
      {onlyFor === undefined ? null : <span class="only-you">{say(words.onlyYou)}</span>}
      {isEdited ? <span class="edited">{say(words.edited)}</span> : null}
      <time dateTime={isoOf(message.date)}>{clockTime(message.date * 1000)}</time>
    </footer>
  );
}

type Props = { row: MessageRow; hasNames: boolean; topic: string | undefined };

/** `hasNames`: others than the bot speak here too, so that names are shown. */
export function MessageItem({ row, hasNames, topic }: Props) {
  const [first] = row.messages;
  if (first === undefined) return null;
  const { message } = first;
  const quoted = quotedIn(message);
  const isNamed = hasNames && row.isFirst && row.side === "theirs";
  const look = [
    "row message",
    row.side,
    first.byBot ? "by-bot" : "",
    row.isFirst ? "first" : "",
    row.isLast ? "last" : "",
    first.onlyFor === undefined ? "" : "whispered",
    isWide(row.messages) ? "wide" : "",
  ];
  return (
    <li
      class={look.filter(Boolean).join(" ")}
      data-key={row.key}
      data-at={first.at}
      tabIndex={-1}
      style={{ containIntrinsicBlockSize: `auto ${estimatedHeight(row)}px` }}
    >
      <div class="bubble">
        {isNamed ? (
          <bdi class={`name colour-${nameColour(senderId(message))}`}>{senderName(message)}</bdi>
        ) : (
          <span class="sr">{row.side === "own" ? say(words.you) : senderName(message)}: </span>
        )}
        {topic === undefined ? null : <bdi class="topic"># {topic}</bdi>}
        <Forwarded message={message} />
        {quoted === undefined ? null : <Quote message={quoted} />}
        <MessageBody views={row.messages} />
        <Foot row={row} />
      </div>
      <InlineKeyboard view={first} />
      <button
        type="button"
        class="more"
        data-more
        {...STOP}
        aria-haspopup="menu"
        aria-label={say(words.actions)}
      >
        <MoreIcon size={18} />
      </button>
    </li>
  );
}
