// One chat in the list: whose it is, what was said last, what is unread.
import type { ChatView } from "../../page/contract.ts";
import { cleanName } from "../conversation/names.ts";
import { civilNow, panes, shownPanes } from "../state.ts";
import { language, say } from "../words.ts";
import { memberWords, unreadWords, shellWords as words } from "../words-shell.ts";
import { Avatar } from "./avatar.tsx";
import { goTo } from "./going.ts";
import { BesideIcon } from "./icons.tsx";
import { previewSender, type Row } from "./listing.ts";
import { timeLabel } from "./times.ts";

function Preview({ chat }: { chat: ChatView }) {
  const { last, typing } = chat;
  if (typing) return <span class="row-preview is-typing">{say(words.typing)}</span>;
  if (last === undefined) return <span class="row-preview">{say(words.noMessages)}</span>;
  const sender = previewSender(chat, say(words.you));
  return (
    <span class="row-preview">
      {sender !== "" && (
        <span class="row-sender">
          <bdi lang="vi">{sender}</bdi>:{" "}
        </span>
      )}
      <bdi lang="vi">{last.text}</bdi>
    </span>
  );
}

function LastTime({ date }: { date: number }) {
  const moment = date * 1000;
  return (
    <time class="row-time" dateTime={new Date(moment).toISOString()}>
      {timeLabel(moment, civilNow(), language.value)}
    </time>
  );
}

const Unread = ({ count }: { count: number }) =>
  count > 0 && (
    <span class="badge">
      <span aria-hidden="true">{count > 99 ? "99+" : count}</span>
      <span class="sr">, {say(unreadWords(count))}</span>
    </span>
  );

const isOpen = (chat: number): boolean =>
  shownPanes.value.some((place) => panes.value[place]?.chat === chat);

const about = ({ chat, person }: Row): string =>
  person === undefined
    ? say(memberWords(chat.memberCount))
    : person.about === undefined
      ? ""
      : say(person.about);

type ChatRowProps = { row: Row; canOpenBeside: boolean; isStop: boolean };

/** `isStop`: the one row of the list that Tab comes to; arrows lead to the others. */
export function ChatRow({ row, canOpenBeside, isStop }: ChatRowProps) {
  const { chat, person } = row;
  const name = cleanName(person?.name ?? chat.title);
  return (
    <li class={`chat-row${isOpen(chat.id) ? " is-open" : ""}`}>
      <button
        type="button"
        class="row-open"
        data-row={chat.id}
        tabIndex={isStop ? 0 : -1}
        aria-current={isOpen(chat.id) ? "true" : undefined}
        onClick={(event) => goTo(chat.id, event.ctrlKey || event.metaKey)}
      >
        <Avatar id={chat.id} name={name} isGroup={person === undefined} />
        <span class="row-text">
          <span class="row-line">
            <bdi class="row-name" lang="vi">
              {name}
            </bdi>
            {chat.last && <LastTime date={chat.last.date} />}
          </span>
          <span class="row-about">{about(row)}</span>
          <span class="row-line">
            <Preview chat={chat} />
            <Unread count={chat.unread} />
          </span>
        </span>
      </button>
      {canOpenBeside && (
        <button
          type="button"
          class="icon-button row-beside"
          tabIndex={isStop ? 0 : -1}
          title={say(words.beside)}
          aria-label={`${say(words.beside)}: ${name}`}
          onClick={() => goTo(chat.id, true)}
        >
          <BesideIcon size={18} />
        </button>
      )}
    </li>
  );
}
