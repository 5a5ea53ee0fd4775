// Arrows in a list of buttons: one of them is what Tab comes to, the arrows lead on from it.

const STEPS: Record<string, (place: number, count: number) => number> = {
  ArrowDown: (place, count) => Math.min(place + 1, count - 1),
  ArrowUp: (place) => Math.max(place - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Where a key leads from the nth of so many; undefined for another key. Pure. */
export const stepped = (key: string, place: number, count: number): number | undefined =>
  count === 0 ? undefined : STEPS[key]?.(place, count);

/** Moves the focus among the visible elements of a list; true where the key was one of these. */
export function moveFocus(
  event: KeyboardEvent,
  list: Element,
  selector: string,
  key = event.key,
): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false;
  const stops = [...list.querySelectorAll<HTMLElement>(selector)].filter((one) =>
    one.checkVisibility(),
  );
  const { activeElement } = document;
  const place = activeElement instanceof HTMLElement ? stops.indexOf(activeElement) : -1;
  const next = stepped(key, place, stops.length);
  if (next === undefined) return false;
  event.preventDefault();
  stops[next]?.focus();
  return true;
}
