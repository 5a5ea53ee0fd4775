// What fingers, mouse and keys do to a message in the history. One set of listeners on the list.
import type { MessageView } from "../../../page/contract.ts";
import { beginEdit, beginReply, isEditable, type Talk } from "../talk.ts";
import { focusMessage, makeStop, messageAround, reached } from "./roving.ts";
import { isOwn } from "./rows.ts";

const LONG_PRESS_MS = 450;
const CONTROLS = "a, button, summary, input, [data-key] img";

type Find = (key: string) => MessageView | undefined;

const isControl = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(CONTROLS) !== null;

/** Listens until the returned function is called. */
export function listenToGestures(list: HTMLElement, talk: Talk, find: Find): () => void {
  const messageOf = (row: HTMLElement | null): MessageView | undefined =>
    row?.dataset.key === undefined ? undefined : find(row.dataset.key);

  const openMenu = (row: HTMLElement | null, x: number, y: number): boolean => {
    const message = messageOf(row);
    if (message === undefined) return false;
    talk.menu.value = { message, x, y };
    return true;
  };

  const openBeside = (row: HTMLElement): boolean => {
    const bubble = row.querySelector(".bubble") ?? row;
    const { left, top } = bubble.getBoundingClientRect();
    return openMenu(row, left + 24, Math.max(top + 24, 80));
  };

  const clicked = (event: MouseEvent): void => {
    const more = event.target instanceof Element ? event.target.closest("[data-more]") : null;
    if (more === null) return;
    const { left, bottom } = more.getBoundingClientRect();
    openMenu(messageAround(more), left, bottom);
  };

  const asked = (event: MouseEvent): void => {
    // Words that are marked, links and pictures have the browser's own menu.
    const isMarked = getSelection()?.isCollapsed === false;
    if (isMarked || (event.target instanceof Element && event.target.closest("a, img"))) return;
    if (openMenu(messageAround(event.target), event.clientX, event.clientY)) event.preventDefault();
  };

  let pressing: ReturnType<typeof setTimeout> | undefined;
  let isLong = false;
  const release = (event?: TouchEvent): void => {
    clearTimeout(pressing);
    // The end of a long press is no tap on what lies below the menu.
    if (isLong && event?.type === "touchend") event.preventDefault();
    isLong = false;
  };
  const pressed = (event: TouchEvent): void => {
    release();
    const [touch] = event.touches;
    if (touch === undefined || event.touches.length > 1) return;
    const { clientX, clientY } = touch;
    const row = messageAround(event.target);
    pressing = setTimeout(() => {
      isLong = openMenu(row, clientX, clientY);
    }, LONG_PRESS_MS);
  };

  const deed = (key: string, row: HTMLElement): boolean => {
    const message = messageOf(row);
    if (message === undefined) return false;
    if (key === "Enter" || key === "m" || key === "ContextMenu") return openBeside(row);
    if (key === "r") beginReply(talk, message);
    else if (key === "e" && isOwn(message, talk.pane.person) && isEditable(message)) {
      beginEdit(talk, message);
    } else return false;
    return true;
  };

  const typed = (event: KeyboardEvent): void => {
    const row = messageAround(event.target);
    if (row === null || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Tab") makeStop(list, row);
    if (event.key === "Escape") {
      // From a button to its message, from there to what one writes.
      if (event.target === row) talk.line.current?.focus();
      else focusMessage(list, row);
      event.preventDefault();
      return;
    }
    if (event.target !== row) return;
    const other = reached(list, row, event.key);
    if (other !== null) focusMessage(list, other);
    const isArrow = event.key === "ArrowUp" || event.key === "ArrowDown";
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (other !== null || isArrow || deed(key, row)) event.preventDefault();
  };

  const focused = (event: FocusEvent): void => {
    const row = messageAround(event.target);
    if (row !== null) makeStop(list, row);
  };

  const doubled = (event: MouseEvent): void => {
    const message = messageOf(messageAround(event.target));
    if (message === undefined || isControl(event.target)) return;
    if (getSelection()?.isCollapsed !== false) beginReply(talk, message);
  };

  const stop = new AbortController();
  const { signal } = stop;
  list.addEventListener("click", clicked, { signal });
  list.addEventListener("dblclick", doubled, { signal });
  list.addEventListener("contextmenu", asked, { signal });
  list.addEventListener("keydown", typed, { signal });
  list.addEventListener("focusin", focused, { signal });
  list.addEventListener("touchstart", pressed, { signal, passive: true });
  list.addEventListener("touchend", release, { signal });
  list.addEventListener("touchmove", release, { signal, passive: true });
  list.addEventListener("touchcancel", release, { signal, passive: true });
  return () => {
    release();
    stop.abort();
  };
}
