// Tells the server how far the visitor has read: only what stood before open eyes, a moment
// after it did, and never backwards.
import { effect } from "@preact/signals";

import { post } from "../api.ts";
import { chats, desk } from "./desk.ts";
import { panes, shownPanes } from "./panes.ts";

const DELAY = 300;

const seen = new Map<number, number>();
const told = new Map<number, number>();
let timer: ReturnType<typeof setTimeout> | undefined;

const isWatched = (): boolean => document.visibilityState === "visible" && document.hasFocus();
const isShown = (chat: number): boolean =>
  shownPanes.value.some((place) => panes.value[place]?.chat === chat);

async function tell(chat: number, upTo: number): Promise<void> {
  const before = told.get(chat);
  told.set(chat, upTo);
  try {
    await post("read", { chat, upTo });
  } catch {
    // Said again with the next message, or when the window is looked at again.
    if (before === undefined) told.delete(chat);
    else told.set(chat, before);
  }
}

function flush(): void {
  timer = undefined;
  // What waits while nobody looks is told when somebody does.
  if (!isWatched()) return;
  for (const [chat, upTo] of seen) {
    const known = Math.max(told.get(chat) ?? -1, chats.value.get(chat)?.readUpTo ?? -1);
    if (isShown(chat) && upTo > known) void tell(chat, upTo);
    seen.delete(chat);
  }
}

const soon = (): void => {
  if (timer === undefined) timer = setTimeout(flush, DELAY);
};

/** The end of a chat, `at` the place of its last message, stands before the visitor. */
export function markRead(chat: number, at: number): void {
  seen.set(chat, Math.max(at, seen.get(chat) ?? at));
  soon();
}

/** Another province counts from the beginning; eyes that come back have what waited told. */
export function watchReading(): void {
  let epoch: string | undefined;
  effect(() => {
    if (desk.value === null || desk.value.epoch === epoch) return;
    epoch = desk.value.epoch;
    seen.clear();
    told.clear();
  });
  window.addEventListener("focus", soon);
  document.addEventListener("visibilitychange", soon);
}
