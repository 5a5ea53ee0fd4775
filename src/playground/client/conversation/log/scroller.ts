// The window over a history: where it stands, and that it stays there when rows are added above,
// below or change. Everything here touches the page only when it is called.
import { type Signal, signal } from "@preact/signals";

import { firstBelow, isAtEnd } from "./edges.ts";
import { type Left, leftFrom, type Place } from "./opening.ts";

export type Scroller = {
  /** Whether the end stands before the visitor. */
  atEnd: Signal<boolean>;
  attach: (view: HTMLElement, list: HTMLElement) => () => void;
  /** Before rows change: what stands at the upper edge. */
  hold: () => void;
  /** After rows have changed: the same stands there again, or the end does. */
  settle: () => void;
  open: (place: Place) => void;
  toEnd: (smoothly?: boolean) => void;
  /** Brings a row into the middle and marks it for a moment; false where there is none. */
  show: (key: string) => boolean;
  /** Where the last visit stopped. */
  left: () => Left | null;
  remember: (newest: number) => void;
  /** The place in the chat of the last message that stands before the visitor; null: none. */
  lastSeen: () => number | null;
  view: () => HTMLElement | null;
};

const SMOOTH_WITHIN = 4000;
const FLASH_MS = 1600;

const isCalm = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** The element of a message, an album's inner ones too. */
export const rowOf = (view: HTMLElement, key: string): HTMLElement | null =>
  view.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);

export function createScroller(name: string): Scroller {
  const atEnd = signal(true);
  let view: HTMLElement | null = null;
  let list: HTMLElement | null = null;
  let held: { row: HTMLElement; top: number } | null = null;
  /** While somebody unfolds something, the end is not held. */
  let isUnfolding = false;

  const topOf = (row: HTMLElement): number =>
    view === null ? 0 : row.getBoundingClientRect().top - view.getBoundingClientRect().top;

  const rowAtEdge = (): HTMLElement | null => {
    if (view === null || list === null) return null;
    const rows = list.children;
    const bottomOf = (place: number): number => {
      const row = rows[place];
      return row instanceof HTMLElement ? row.offsetTop + row.offsetHeight : 0;
    };
    const row = rows[firstBelow(rows.length, view.scrollTop, bottomOf)];
    return row instanceof HTMLElement ? row : null;
  };

  const lastSeen = (): number | null => {
    if (view === null || list === null) return null;
    const rows = list.children;
    const line = view.scrollTop + view.clientHeight;
    const bottomOf = (place: number): number => {
      const row = rows[place];
      return row instanceof HTMLElement ? row.offsetTop + row.offsetHeight - 24 : 0;
    };
    const below = atEnd.peek() ? rows.length : firstBelow(rows.length, line, bottomOf);
    for (let place = below - 1; place >= 0; place--) {
      const row = rows[place];
      if (row instanceof HTMLElement && row.dataset.at !== undefined) return Number(row.dataset.at);
    }
    return null;
  };

  const look = (): void => {
    if (view !== null) atEnd.value = isAtEnd(view);
  };

  const toEnd = (smoothly = false): void => {
    if (view === null) return;
    const far = view.scrollHeight - view.scrollTop - view.clientHeight;
    const behavior = smoothly && far < SMOOTH_WITHIN && !isCalm() ? "smooth" : "instant";
    view.scrollTo({ top: view.scrollHeight, behavior });
    if (behavior === "instant") atEnd.value = true;
  };

  const toRow = (row: HTMLElement, offset: number): void => {
    if (view !== null) view.scrollTop += topOf(row) - offset;
  };

  /** Rows get their true height when they are drawn: the place is taken again until it holds. */
  const overFrames = (take: () => void, frames = 3): void => {
    take();
    if (frames > 0) requestAnimationFrame(() => overFrames(take, frames - 1));
    else look();
  };

  return {
    atEnd,
    toEnd,
    lastSeen,
    view: () => view,

    attach(newView, newList) {
      view = newView;
      list = newList;
      const unfolding = (event: Event): void => {
        if (!(event.target instanceof Element)) return;
        if (event.target.closest("summary, [data-unfolds]") === null) return;
        isUnfolding = true;
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            isUnfolding = false;
            look();
          }),
        );
      };
      const resized = new ResizeObserver(() => {
        if (atEnd.value && !isUnfolding) toEnd();
      });
      resized.observe(newView);
      resized.observe(newList.parentElement ?? newList);
      newView.addEventListener("scroll", look, { passive: true });
      newList.addEventListener("click", unfolding);
      return () => {
        resized.disconnect();
        newView.removeEventListener("scroll", look);
        newList.removeEventListener("click", unfolding);
        view = null;
        list = null;
      };
    },

    hold() {
      const row = atEnd.peek() ? null : rowAtEdge();
      held = row === null ? null : { row, top: topOf(row) };
    },

    settle() {
      if (atEnd.peek()) toEnd();
      else if (held?.row.isConnected) toRow(held.row, held.top);
      held = null;
    },

    open(place) {
      if (place.kind === "end") {
        overFrames(() => toEnd());
        return;
      }
      atEnd.value = false;
      const key = place.kind === "message" ? place.key : "unread";
      const offset = place.kind === "message" ? place.offset : 56;
      overFrames(() => {
        const row = view === null ? null : rowOf(view, key);
        if (row !== null) toRow(row, offset);
      });
    },

    show(key) {
      const row = view === null ? null : rowOf(view, key);
      if (view === null || row === null) return false;
      atEnd.value = false;
      const middle = Math.max(16, (view.clientHeight - row.offsetHeight) / 2);
      overFrames(() => toRow(row, middle));
      row.classList.add("flash");
      setTimeout(() => row.classList.remove("flash"), FLASH_MS);
      return true;
    },

    left: () => leftFrom(sessionStorage.getItem(name)),

    remember(newest) {
      let row = rowAtEdge();
      // A day's name is no message: the first one under it is.
      while (row !== null && row.dataset.at === undefined) {
        row = row.nextElementSibling instanceof HTMLElement ? row.nextElementSibling : null;
      }
      const key = atEnd.value ? null : (row?.dataset.key ?? null);
      const at = Number(row?.dataset.at ?? 0);
      const left: Left = { key, at, offset: row === null ? 0 : topOf(row), newest };
      try {
        sessionStorage.setItem(name, JSON.stringify(left));
      } catch {
        // The page works without a memory too.
      }
    },
  };
}
