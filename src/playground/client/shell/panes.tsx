// The conversations side by side; one at a time on a phone.
import { Conversation } from "../conversation/conversation.tsx";
import { cleanName } from "../conversation/names.ts";
import {
  chats,
  desk,
  focused,
  isBuilding,
  type Pane,
  panes,
  persons,
  shownPanes,
} from "../state.ts";
import { say } from "../words.ts";
import { named, shellWords as words } from "../words-shell.ts";
import { PaneHeader } from "./pane-header.tsx";

const keyOf = ({ chat, person, thread }: Pane): string => `${chat}/${person}/${thread ?? ""}`;

function PaneFrame({ place, pane }: { place: number; pane: Pane }) {
  const chat = chats.value.get(pane.chat);
  if (chat === undefined) return null;
  const isPrivate = chat.type === "private";
  const name = cleanName((isPrivate && persons.value.get(pane.person)?.name) || chat.title);
  const label = say(named(isPrivate ? words.conversationWith : words.groupNamed, name));
  const hasFocus = focused.value === place;
  const take = () => {
    if (!hasFocus) focused.value = place;
  };
  return (
    <section
      class={`pane${hasFocus ? " is-focused" : ""}`}
      data-region="pane"
      data-place={place}
      aria-label={label}
      tabIndex={-1}
      onFocusIn={take}
      onPointerDown={take}
    >
      <PaneHeader place={place} pane={pane} chat={chat} />
      <div class="pane-body">
        <Conversation key={keyOf(pane)} pane={pane} />
      </div>
    </section>
  );
}

/** What stands here instead of conversations: what to do, or what is being waited for. */
function Nothing() {
  if (desk.value === null) {
    return (
      <div class="nothing">
        <p class="nothing-soon">{say(words.connecting)}</p>
      </div>
    );
  }
  const [head, more] = isBuilding.value
    ? [words.building, words.buildingMore]
    : [words.nothingOpen, words.nothingOpenMore];
  return (
    <div class="nothing" data-region="pane" tabIndex={-1}>
      <p class="nothing-head">{say(head)}</p>
      <p>{say(more)}</p>
    </div>
  );
}

export function Panes() {
  const shown = shownPanes.value.flatMap((place) => {
    const pane = panes.value[place];
    return pane !== undefined && chats.value.has(pane.chat) ? [{ place, pane }] : [];
  });
  if (shown.length === 0) return <Nothing />;
  return (
    <div class="panes">
      {shown.map(({ place, pane }) => (
        <PaneFrame key={place} place={place} pane={pane} />
      ))}
    </div>
  );
}
