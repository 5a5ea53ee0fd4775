// Which conversations stand side by side: pure rules over what is open and how much fits.
import type { ChatView, PersonView } from "../../page/contract.ts";

/** One conversation: a chat as one person sees it, perhaps in one topic of it. */
export type Pane = { chat: number; person: number; thread?: number };

export type Arrangement = { panes: readonly Pane[]; focused: number };

type Known = {
  chats: ReadonlyMap<number, ChatView>;
  persons: ReadonlyMap<number, PersonView>;
};

/** More side by side is more than one can watch. */
export const MOST_PANES = 3;

/** Who may be the visitor in a chat, in the order of the desk. */
export const speakersOf = (chat: ChatView, persons: Known["persons"]): PersonView[] =>
  [...persons.values()].filter(({ id }) => chat.members.includes(id));

/** Who the visitor is in a chat that is opened: whoever they were last, if that one is in it. */
export function speakerIn(
  chat: ChatView,
  persons: Known["persons"],
  preferred: readonly (number | undefined)[],
): number | undefined {
  if (chat.type === "private") return chat.members[0];
  const speakers = speakersOf(chat, persons);
  const wished = preferred.find((id) => speakers.some((person) => person.id === id));
  return wished ?? speakers[0]?.id;
}

/** What a newcomer sees: the head of the secretariat, a department and the committee. */
export function defaultPanes({ chats, persons }: Known): Pane[] {
  const all = [...chats.values()];
  const mains = [...persons.values()].filter(({ main }) => main);
  const wanted = mains.length > 2 ? mains.slice(1, 3) : mains.slice(0, 2);
  const own = wanted.flatMap(({ id }) => {
    const chat = all.find(({ type, members }) => type === "private" && members[0] === id);
    return chat === undefined ? [] : [{ chat: chat.id, person: id }];
  });
  const group = all.find(({ type }) => type !== "private");
  const speaker = group && speakerIn(group, persons, [mains[0]?.id]);
  return group === undefined || speaker === undefined
    ? own
    : [...own, { chat: group.id, person: speaker }];
}

/** Panes whose chat, person or topic is gone are left out, or mended where that is possible. */
export function stillThere(panes: readonly Pane[], { chats, persons }: Known): Pane[] {
  return panes.flatMap((pane) => {
    const chat = chats.get(pane.chat);
    if (chat === undefined) return [];
    const person = speakerIn(chat, persons, [pane.person]);
    if (person === undefined) return [];
    const hasTopic = chat.topics.some(({ id }) => id === pane.thread);
    const thread = hasTopic && pane.thread !== undefined ? { thread: pane.thread } : {};
    return [{ chat: chat.id, person, ...thread }];
  });
}

/** The places of the panes that are shown: as many as fit, the focused one among them. */
export function shownPlaces({ panes, focused }: Arrangement, capacity: number): number[] {
  const count = Math.min(panes.length, Math.max(1, capacity));
  const first = Math.max(0, Math.min(focused, panes.length - 1) - count + 1);
  return Array.from({ length: count }, (_, index) => first + index);
}

const isSame = (one: Pane, other: Pane): boolean =>
  one.chat === other.chat && one.person === other.person && one.thread === other.thread;

const clamped = ({ panes, focused }: Arrangement): number =>
  Math.min(Math.max(0, focused), Math.max(0, panes.length - 1));

/** Opens a chat where the focus is; one that is shown already gets the focus instead. */
export function opened(before: Arrangement, pane: Pane, shown: readonly number[]): Arrangement {
  const { panes } = before;
  const focused = clamped(before);
  if (panes.length === 0) return { panes: [pane], focused: 0 };
  const open = shown.find((place) => panes[place]?.chat === pane.chat);
  const place = panes[focused]?.chat === pane.chat ? focused : (open ?? focused);
  return { panes: panes.with(place, pane), focused: place };
}

/** Opens a chat next to the focused one; where no more fit, in place of that neighbour. */
export function openedBeside(
  before: Arrangement,
  pane: Pane,
  shown: readonly number[],
  capacity: number,
): Arrangement {
  const { panes } = before;
  const focused = clamped(before);
  const open = shown.find((place) => panes[place] !== undefined && isSame(panes[place], pane));
  if (open !== undefined) return { panes, focused: open };
  if (panes.length === 0 || capacity < 2) return opened(before, pane, shown);
  const last = shown.at(-1) ?? focused;
  if (shown.length < capacity && panes.length < MOST_PANES) {
    return { panes: panes.toSpliced(focused + 1, 0, pane), focused: focused + 1 };
  }
  const place = focused < last ? focused + 1 : Math.max(0, focused - 1);
  return { panes: panes.with(place, pane), focused: place };
}

export function closed({ panes, focused }: Arrangement, place: number): Arrangement {
  const left = panes.toSpliced(place, 1);
  const next = place < focused ? focused - 1 : focused;
  return { panes: left, focused: Math.min(next, left.length - 1) };
}
