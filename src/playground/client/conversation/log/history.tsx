// The history of a chat, as one person sees it.
import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";

import type { ChatView, MessageView } from "../../../page/contract.ts";
import { connection, desk, logOf, markRead, type Pane, sees } from "../../state.ts";
import { loadOlder, openLog } from "../../sync.ts";
import { language, say } from "../../words.ts";
import { words } from "../../words-conversation.ts";
import { useTalk } from "../talk.ts";
import { Announcer } from "./announcer.tsx";
import { dayNumber } from "./day.ts";
import { isNearBeginning } from "./edges.ts";
import { EndButton } from "./end-button.tsx";
import { listenToGestures } from "./gestures.ts";
import { openingPlace, type Place } from "./opening.ts";
import { Pointed } from "./pointed.tsx";
import { ensureStop } from "./roving.ts";
import { RowItem } from "./row-item.tsx";
import { keptRows, type Row, rowsOf } from "./rows.ts";
import { Typing } from "./typing.tsx";

const SOON_MS = 160;

const isInPlace = ({ message }: MessageView, { thread }: Pane): boolean =>
  thread === undefined || message.message_thread_id === thread || message.message_id === thread;

type Opened = { place: Place; readUpTo: number | null; isPlaced: boolean };

/** Rows as elements; one that did not change is the same element as before. */
function useDrawnRows(rows: readonly Row[], chat: ChatView, thread: number | undefined): VNode[] {
  const drawn = useRef(new Map<string, { row: Row; mode: string; element: VNode }>());
  const today = dayNumber((desk.value?.now ?? 0) / 1000);
  const hasNames = chat.type !== "private";
  const topics = thread === undefined ? chat.topics : [];
  const names = topics.map(({ id, name }) => `${id}${name}`).join();
  const next: typeof drawn.current = new Map();
  const elements = rows.map((row) => {
    const mode = `${language.value}${names}${row.kind === "day" ? today : ""}`;
    const old = drawn.current.get(row.key);
    const isSame = old?.row === row && old.mode === mode;
    const element = isSame ? (
      old.element
    ) : (
      <RowItem key={row.key} row={row} today={today} hasNames={hasNames} topics={topics} />
    );
    next.set(row.key, { row, mode, element });
    return element;
  });
  drawn.current = next;
  return elements;
}

const Loading = ({ hasFailed, onAgain }: { hasFailed: boolean; onAgain: () => void }) => (
  <p class="log-note">
    {say(hasFailed ? words.loadFailed : words.loading)}{" "}
    {hasFailed ? (
      <button type="button" class="button" onClick={onAgain}>
        {say(words.again)}
      </button>
    ) : null}
  </p>
);

export function History({ chat }: { chat: ChatView }) {
  const talk = useTalk();
  const { pane, scroller } = talk;
  const view = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const opened = useRef<Opened | null>(null);
  const before = useRef<Row[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const hasFailed = useSignal(false);

  const log = logOf(pane.chat).value;
  const messages = useMemo(
    () => log.messages.filter((one) => sees(pane.person, one) && isInPlace(one, pane)),
    [log.messages, pane],
  );
  const newest = messages.at(-1)?.at ?? 0;

  if (!log.loaded) opened.current = null;
  const isOpening = log.loaded && opened.current === null;
  const place = isOpening
    ? openingPlace({ ...chat, ...pane, messages, hasMore: log.hasMore, left: scroller.left() })
    : null;
  if (place !== null && place.kind !== "older") {
    const readUpTo = place.kind === "unread" ? chat.readUpTo : null;
    opened.current = { place, readUpTo, isPlaced: false };
  }

  const readUpTo = opened.current?.readUpTo ?? null;
  const isOpen = opened.current !== null;
  const rows = useMemo(() => {
    if (!isOpen) return [];
    return keptRows(before.current, rowsOf({ messages, person: pane.person, readUpTo }));
  }, [messages, pane, readUpTo, isOpen]);
  if (rows !== before.current) scroller.hold();
  const elements = useDrawnRows(rows, chat, pane.thread);

  const load = (): void => {
    hasFailed.value = false;
    const page = log.loaded ? loadOlder(pane.chat) : openLog(pane.chat);
    page.catch(() => {
      hasFailed.value = true;
    });
  };
  // What failed is tried again when somebody asks for it.
  const older = (): void => {
    if (log.loaded && log.hasMore && !hasFailed.peek()) load();
  };
  const see = (): void => {
    const seen = scroller.lastSeen();
    if (seen !== null && seen > chat.readUpTo) markRead(pane.chat, seen);
    if (opened.current?.isPlaced) scroller.remember(newest);
  };
  // What listens for long calls what is true now.
  const now = useRef({ older, see });
  now.current = { older, see };

  useLayoutEffect(() => {
    if (view.current === null || list.current === null) return;
    const detach = scroller.attach(view.current, list.current);
    const find = (key: string) => logOf(pane.chat).value.messages.find((one) => one.key === key);
    const unlisten = listenToGestures(list.current, talk, find);
    return () => {
      clearTimeout(timer.current);
      now.current.see();
      unlisten();
      detach();
    };
  }, [talk, pane, scroller]);

  useLayoutEffect(() => {
    before.current = rows;
    if (opened.current?.isPlaced === false) {
      opened.current.isPlaced = true;
      scroller.open(opened.current.place);
    } else scroller.settle();
    if (list.current !== null) ensureStop(list.current);
  }, [rows, scroller]);

  const isLost = connection.value === "lost";
  useEffect(() => {
    if (!log.loaded && !isLost) load();
  }, [log.loaded, isLost, pane]);

  const mustLoad = place?.kind === "older";
  useEffect(() => {
    if (view.current === null) return;
    if (mustLoad || (isOpen && isNearBeginning(view.current))) older();
    if (isOpen) see();
  });

  const onScroll = (): void => {
    if (view.current !== null && isOpen && isNearBeginning(view.current)) now.current.older();
    clearTimeout(timer.current);
    timer.current = setTimeout(() => now.current.see(), SOON_MS);
  };

  return (
    <div class="history">
      <div
        class="log"
        ref={view}
        role="log"
        aria-live="off"
        aria-label={say(words.history)}
        aria-busy={!isOpen}
        onScroll={onScroll}
      >
        <div class="log-inside">
          {isOpen && !log.hasMore ? null : <Loading hasFailed={hasFailed.value} onAgain={load} />}
          {isOpen && rows.length === 0 ? <p class="log-note">{say(words.empty)}</p> : null}
          <ol class="rows" ref={list} lang="vi">
            {elements}
          </ol>
          <Typing chat={chat} />
        </div>
      </div>
      <EndButton unread={chat.unread} />
      <Pointed />
      <Announcer />
    </div>
  );
}
