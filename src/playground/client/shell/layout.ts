// Follows the window: how many panes fit, what a phone's keyboard leaves of the height.
import { effect, signal } from "@preact/signals";

import { glass } from "../state/around.ts";
import { MOST_PANES } from "../state/pane-rules.ts";
import { capacity, isPhone } from "../state/panes.ts";
import { type Room, roomIn } from "./room.ts";

const width = signal(globalThis.innerWidth);
export const room = signal<Room>(roomIn(width.value, false, MOST_PANES));

/** A phone's keyboard covers the page without resizing it in some browsers: the rest is told. */
function followHeight(): void {
  const view = window.visualViewport;
  if (view === null) return;
  const follow = () => {
    const isCovered = view.scale === 1 && window.innerHeight - view.height > 1;
    const height = isCovered ? `${Math.round(view.height)}px` : "";
    document.documentElement.style.setProperty("--app-height", height);
    if (isCovered) window.scrollTo(0, 0);
  };
  view.addEventListener("resize", follow);
}

export function followLayout(): void {
  window.addEventListener("resize", () => {
    width.value = window.innerWidth;
  });
  effect(() => {
    const next = roomIn(width.value, glass.value !== null, MOST_PANES);
    room.value = next;
    capacity.value = next.capacity;
    isPhone.value = next.isPhone;
  });
  followHeight();
}
