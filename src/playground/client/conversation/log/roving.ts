// One message is the stop of the keyboard, and what can be pressed in it; the arrows lead on to
// the others. Set on the elements themselves, so that nothing is drawn again by it.

const isMessage = (row: Element | null | undefined): row is HTMLElement =>
  row instanceof HTMLElement && row.dataset.at !== undefined;

const setStops = (row: HTMLElement, tabIndex: 0 | -1): void => {
  row.tabIndex = tabIndex;
  for (const stop of row.querySelectorAll<HTMLElement>("[data-stop]")) stop.tabIndex = tabIndex;
};

/** The message that an element is in. */
export function messageAround(target: EventTarget | null): HTMLElement | null {
  const row = target instanceof Element ? target.closest("[data-at]") : null;
  return isMessage(row) ? row : null;
}

/** Makes a message the stop, and all others none. */
export function makeStop(list: HTMLElement, row: HTMLElement): void {
  for (const other of list.querySelectorAll<HTMLElement>('[data-at][tabindex="0"]')) {
    if (other !== row) setStops(other, -1);
  }
  setStops(row, 0);
}

/** After rows have changed: there is a stop, the newest message where there was none. */
export function ensureStop(list: HTMLElement): void {
  const stop = list.querySelector<HTMLElement>('[data-at][tabindex="0"]');
  const rows = list.querySelectorAll<HTMLElement>("[data-at]");
  const row = stop ?? rows[rows.length - 1];
  if (row !== undefined) makeStop(list, row);
}

/** The newest message is the stop again: nobody is in the middle of the history. */
export function stopAtNewest(list: HTMLElement): void {
  const rows = list.querySelectorAll<HTMLElement>("[data-at]");
  const newest = rows[rows.length - 1];
  if (newest !== undefined && !list.contains(document.activeElement)) makeStop(list, newest);
}

const next = (row: HTMLElement, step: "previous" | "next"): HTMLElement | null => {
  let found: Element | null = row;
  do {
    found = step === "next" ? found.nextElementSibling : found.previousElementSibling;
  } while (found !== null && !isMessage(found));
  return isMessage(found) ? found : null;
};

/** Where a key leads from a message; null for another key, or where there is none. */
export function reached(list: HTMLElement, row: HTMLElement, key: string): HTMLElement | null {
  const rows = list.querySelectorAll<HTMLElement>("[data-at]");
  if (key === "ArrowUp") return next(row, "previous");
  if (key === "ArrowDown") return next(row, "next");
  if (key === "Home") return rows[0] ?? null;
  return key === "End" ? (rows[rows.length - 1] ?? null) : null;
}

/** Puts the focus on a message and brings it before the eyes. */
export function focusMessage(list: HTMLElement, row: HTMLElement): void {
  makeStop(list, row);
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}
