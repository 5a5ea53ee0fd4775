type Size = { width: number; height: number };

const MARGIN = 8;

const within = (wish: number, size: number, room: number): number =>
  Math.max(MARGIN, Math.min(wish, room - size - MARGIN));

/** Where a menu stands whole: at the point where it is possible, above it where it is not. */
export function placeOf(point: { x: number; y: number }, menu: Size, room: Size) {
  const fitsBelow = point.y + menu.height + MARGIN <= room.height;
  const top = fitsBelow ? point.y : point.y - menu.height;
  return {
    left: within(point.x, menu.width, room.width),
    top: within(top, menu.height, room.height),
  };
}
