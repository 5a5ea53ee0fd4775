// Everybody whom a visitor can be, and the groups; nothing moves in it, so that all stay findable.
import { signal } from "@preact/signals";
import type { TargetedKeyboardEvent } from "preact";

import { capacity, desk, isPhone } from "../state.ts";
import { say } from "../words.ts";
import { shellWords as words } from "../words-shell.ts";
import { ChatRow } from "./chat-row.tsx";
import { goTo } from "./going.ts";
import { CloseIcon, SearchIcon } from "./icons.tsx";
import { allRows, filtered, type Listing, listingOf, type Row, unreadIn } from "./listing.ts";
import { moveFocus } from "./roving.ts";

const ROW = ".row-open";

const sought = signal("");
/** The chat whose row Tab comes to. */
const stop = signal<number | null>(null);

const shown = (): Listing => {
  const { chats, persons } = desk.value ?? { chats: [], persons: [] };
  return filtered(listingOf({ chats, persons }), sought.value);
};

/** Opens the nth chat of the whole list, as Alt and a digit do. */
export function openNth(place: number): void {
  const { chats, persons } = desk.value ?? { chats: [], persons: [] };
  const row = allRows(listingOf({ chats, persons }))[place];
  if (row !== undefined) goTo(row.chat.id);
}

/** Empties the search; false where it was empty. */
export function clearSearch(): boolean {
  if (sought.value === "") return false;
  sought.value = "";
  return true;
}

function Search() {
  return (
    <search class="search">
      <SearchIcon size={18} />
      <input
        type="text"
        class="field"
        value={sought.value}
        placeholder={say(words.search)}
        aria-label={say(words.search)}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => {
          sought.value = event.currentTarget.value;
        }}
      />
      {sought.value !== "" && (
        <button
          type="button"
          class="icon-button"
          aria-label={say(words.clearSearch)}
          onClick={clearSearch}
        >
          <CloseIcon size={16} />
        </button>
      )}
    </search>
  );
}

type SectionProps = { title: string; rows: Row[]; stopAt: number | undefined };

function Rows({ title, rows, stopAt }: SectionProps) {
  const canOpenBeside = !isPhone.value && capacity.value > 1;
  return (
    <ul aria-label={title}>
      {rows.map((row) => (
        <ChatRow
          key={row.chat.id}
          row={row}
          canOpenBeside={canOpenBeside}
          isStop={row.chat.id === stopAt}
        />
      ))}
    </ul>
  );
}

const Section = (props: SectionProps) =>
  props.rows.length > 0 && (
    <section class="list-section">
      <h2>{props.title}</h2>
      <Rows {...props} />
    </section>
  );

/** Persons who matter less stand folded, with their unread messages in the fold's name. */
function Others(props: SectionProps) {
  if (props.rows.length === 0) return null;
  const unread = unreadIn(props.rows);
  return (
    <details class="list-section list-others" open={sought.value !== ""}>
      <summary>
        {props.title} ({props.rows.length}){unread > 0 && <span class="badge">{unread}</span>}
      </summary>
      <Rows {...props} />
    </details>
  );
}

const rowOf = (target: EventTarget | null): number | undefined => {
  const row = target instanceof HTMLElement ? target.dataset.row : undefined;
  return row === undefined ? undefined : Number(row);
};

/** Grey rows where the chats will be, as before the script came. */
const Waiting = () => (
  <div aria-hidden="true">
    {Array.from({ length: 8 }, (_, index) => (
      <div key={index} class="skeleton-row">
        <div class="skeleton-avatar" />
        <div class="skeleton-lines">
          <div />
          <div />
        </div>
      </div>
    ))}
  </div>
);

export function ChatList() {
  const listing = shown();
  const rows = allRows(listing);
  const isThere = rows.some(({ chat }) => chat.id === stop.value);
  const stopAt = isThere && stop.value !== null ? stop.value : rows[0]?.chat.id;

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (event.target instanceof HTMLInputElement && event.key !== "ArrowDown") return;
    const row = rowOf(event.target);
    // No browser clicks by Ctrl and Enter.
    if (row !== undefined && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      goTo(row, true);
    }
    moveFocus(event, event.currentTarget, ROW);
  };
  const onFocusIn = (event: FocusEvent) => {
    const row = rowOf(event.target);
    if (row !== undefined) stop.value = row;
  };
  return (
    <nav
      class="list"
      id="list"
      data-region="list"
      aria-label={say(words.chats)}
      onKeyDown={onKeyDown}
      onFocusIn={onFocusIn}
    >
      <Search />
      <div class="list-scroll">
        <Section title={say(words.people)} rows={listing.people} stopAt={stopAt} />
        <Section title={say(words.groups)} rows={listing.groups} stopAt={stopAt} />
        <Others title={say(words.morePeople)} rows={listing.others} stopAt={stopAt} />
        {rows.length === 0 && sought.value === "" && <Waiting />}
        {rows.length === 0 && sought.value !== "" && (
          <p class="list-empty" role="status">
            {say(words.nothingFound)}
          </p>
        )}
      </div>
    </nav>
  );
}
