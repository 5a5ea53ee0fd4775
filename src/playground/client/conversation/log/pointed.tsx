// The message that the tour points at: brought into view where it is not, and marked.
import { useEffect } from "preact/hooks";

import { logOf, pointedAt } from "../../state.ts";
import { useTalk } from "../talk.ts";
import { rowOf, type Scroller } from "./scroller.ts";

/** A history may have to be drawn first, and finds its own place when it opens. */
const LOOK_AGAIN_MS = 200;
const LOOKS = 8;

/** All of it stands before the visitor; of what is longer than the view, its beginning. */
function isInView(view: HTMLElement, row: HTMLElement): boolean {
  const outer = view.getBoundingClientRect();
  const inner = row.getBoundingClientRect();
  if (inner.top < outer.top || inner.top > outer.bottom - 48) return false;
  return inner.bottom <= outer.bottom || inner.height > outer.height - 48;
}

/** Marks it, and looks again for a while whether it is still in view; returns how to end that. */
function pointTo(scroller: Scroller, key: string): () => void {
  let row: HTMLElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (left: number): void => {
    const view = scroller.view();
    row = view === null ? null : rowOf(view, key);
    row?.setAttribute("data-pointed", "");
    if (view !== null && row !== null && !isInView(view, row)) scroller.show(key);
    if (left > 0) timer = setTimeout(() => look(left - 1), LOOK_AGAIN_MS);
  };
  timer = setTimeout(() => look(LOOKS), LOOK_AGAIN_MS);
  return () => {
    clearTimeout(timer);
    row?.removeAttribute("data-pointed");
  };
}

export function Pointed() {
  const { pane, scroller } = useTalk();
  const key = pointedAt.value;
  const isHere = logOf(pane.chat).value.messages.some((message) => message.key === key);
  useEffect(
    () => (key === null || !isHere ? undefined : pointTo(scroller, key)),
    [key, isHere, scroller],
  );
  return null;
}
