// How much fits on the screen, in CSS pixels. Pure; app.css knows the same widths.
export const PHONE_BELOW = 900;
export const PANE_LEAST = 340;
const TIGHT_BELOW = 1360;

export type Room = {
  isPhone: boolean;
  /** Conversations side by side. */
  capacity: number;
  listWidth: number;
  glassWidth: number;
  /** The glass lies over the conversation: beside it there is no room. */
  isGlassOver: boolean;
};

/** What fits into a window of this width, with the panel behind the glass open or shut. */
export function roomIn(width: number, isGlassOpen: boolean, most: number): Room {
  const isTight = width < TIGHT_BELOW;
  const listWidth = isTight ? 256 : 304;
  const glassWidth = isTight ? 344 : 420;
  const beside = width - listWidth;
  const isGlassOver = isGlassOpen && beside - glassWidth < PANE_LEAST;
  const left = isGlassOpen && !isGlassOver ? beside - glassWidth : beside;
  const fits = Math.floor(left / PANE_LEAST);
  const capacity = Math.min(most, Math.max(1, fits));
  return { isPhone: width < PHONE_BELOW, capacity, listWidth, glassWidth, isGlassOver };
}
