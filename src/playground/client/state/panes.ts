// The conversations that this window shows, and what opens and closes them.
import { computed, effect, signal } from "@preact/signals";

import { kept } from "../kept.ts";
import { chats, desk, isBuilding, persons } from "./desk.ts";
import {
  closed,
  defaultPanes,
  MOST_PANES,
  opened,
  openedBeside,
  type Pane,
  shownPlaces,
  speakerIn,
  stillThere,
} from "./pane-rules.ts";

export type { Pane } from "./pane-rules.ts";

const isId = (value: unknown): value is number => Number.isSafeInteger(value);
const isPane = (value: unknown): value is Pane =>
  typeof value === "object" &&
  value !== null &&
  "chat" in value &&
  isId(value.chat) &&
  "person" in value &&
  isId(value.person) &&
  (!("thread" in value) || isId(value.thread));
const arePanes = (value: unknown): value is Pane[] => Array.isArray(value) && value.every(isPane);

/** At most as many as fit are shown; on a phone the focused one, or the list where it is -1. */
export const panes = kept<Pane[]>("panes", [], arePanes);
export const focused = kept<number>("focused", 0, isId);

/** How many fit side by side, and whether one thing at a time is shown: set by the layout. */
export const capacity = signal(1);
export const isPhone = signal(false);

/** The places (in `panes`) of those that are on the screen now. */
export const shownPanes = computed<number[]>(() => {
  const arrangement = { panes: panes.value, focused: focused.value };
  if (isPhone.value) return focused.value < 0 ? [] : shownPlaces(arrangement, 1);
  return shownPlaces(arrangement, capacity.value);
});

const arrange = (next: { panes: readonly Pane[]; focused: number }): void => {
  panes.value = [...next.panes];
  focused.value = next.focused;
};

function paneFor(chatId: number, person?: number, thread?: number): Pane | undefined {
  const chat = chats.value.get(chatId);
  if (chat === undefined) return undefined;
  const before = panes.value.find((pane) => pane.chat === chatId)?.person;
  const now = panes.value[focused.value]?.person;
  const speaker = speakerIn(chat, persons.value, [person, before, now]);
  if (speaker === undefined) return undefined;
  return { chat: chatId, person: speaker, ...(thread === undefined ? {} : { thread }) };
}

/** Opens a chat where the focus is (or moves the focus to it), as this person if they are in it. */
export function openChat(chat: number, person?: number, thread?: number): void {
  const pane = paneFor(chat, person, thread);
  if (pane === undefined) return;
  const before = { panes: panes.value, focused: focused.value };
  const places = isPhone.value ? panes.value.map((_, place) => place) : shownPanes.value;
  arrange(opened(before, pane, places));
}

/** Opens a chat next to the focused one; where only one fits, in its place. */
export function openBeside(chat: number, person?: number, thread?: number): void {
  const pane = paneFor(chat, person, thread);
  if (pane === undefined) return;
  const before = { panes: panes.value, focused: focused.value };
  arrange(openedBeside(before, pane, shownPanes.value, isPhone.value ? 1 : capacity.value));
}

export function closePane(place: number): void {
  arrange(closed({ panes: panes.value, focused: focused.value }, place));
}

/** Changes who speaks in a pane, or which topic it shows. */
export function changePane(place: number, change: (pane: Pane) => Pane): void {
  const pane = panes.value[place];
  if (pane !== undefined) panes.value = panes.value.with(place, change(pane));
}

/** On a phone: from the conversation to the list. */
export const backToList = (): void => {
  focused.value = -1;
};

const isYes = (value: unknown): value is boolean => typeof value === "boolean";
/** Whoever was here before and shut everything finds it shut. */
const welcomed = kept<boolean>("welcomed", false, isYes);

/** Keeps the panes true to the desk: a newcomer gets some, those of chats that are gone go. */
export function followDesk(): void {
  effect(() => {
    if (desk.value === null || chats.value.size === 0) return;
    const known = { chats: chats.value, persons: persons.value };
    const before = panes.peek();
    const there = stillThere(before, known);
    // While the province is being made, what is gone may come back; a newcomer sees it grow.
    if (isBuilding.value && before.length > 0) return;
    const isNew = before.length === 0 && !welcomed.peek();
    if (isNew || (there.length === 0 && before.length > 0)) {
      const first = defaultPanes(known);
      if (isBuilding.value && first.length < MOST_PANES) return;
      welcomed.value = true;
      arrange({ panes: first, focused: isPhone.peek() ? -1 : 0 });
      return;
    }
    if (JSON.stringify(there) === JSON.stringify(before)) return;
    arrange({ panes: there, focused: Math.min(focused.peek(), there.length - 1) });
  });
}
