// F6 goes around the regions of the page: bar, list, conversations, the panel behind the glass.

const STOP = "button:not([tabindex='-1']), input, select, textarea, a[href], [tabindex='0']";

const canTake = (element: HTMLElement): boolean =>
  element.checkVisibility() && !element.matches(":disabled");

/** Where the focus goes in a region: to what one writes in, else to its first stop. */
export function enter(region: HTMLElement): void {
  const input = region.querySelector<HTMLElement>("textarea");
  const stops = [...region.querySelectorAll<HTMLElement>(STOP)];
  const target = input !== null && canTake(input) ? input : stops.find(canTake);
  (target ?? region).focus();
}

/** The place after this one, around the end. Pure. */
export const nextPlace = (place: number, count: number, back: boolean): number => {
  if (place < 0) return back ? count - 1 : 0;
  return (place + (back ? count - 1 : 1)) % count;
};

export function cycleRegions(back: boolean): void {
  const regions = [...document.querySelectorAll<HTMLElement>("[data-region]")].filter((one) =>
    one.checkVisibility(),
  );
  if (regions.length === 0) return;
  const now = regions.findIndex((one) => one.contains(document.activeElement));
  const next = regions[nextPlace(now, regions.length, back)];
  if (next !== undefined) enter(next);
}

/** After what was asked for is drawn. */
const afterDrawing = (deed: () => void): void => {
  requestAnimationFrame(() => requestAnimationFrame(deed));
};

/**
 * To the composer of a pane; on a phone to the pane itself, for its keyboard would cover what one
 * came to read.
 */
export function enterPane(place: number, isPhone: boolean): void {
  afterDrawing(() => {
    const pane = document.querySelector<HTMLElement>(`[data-region="pane"][data-place="${place}"]`);
    if (pane === null) return;
    if (isPhone) pane.focus();
    else enter(pane);
  });
}

/** Back to the row of a chat in the list. */
export function enterRow(chat: number): void {
  afterDrawing(() => document.querySelector<HTMLElement>(`[data-row="${chat}"]`)?.focus());
}
