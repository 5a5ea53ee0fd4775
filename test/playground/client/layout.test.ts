import { expect, it } from "vitest";

import { nextPlace } from "#src/playground/client/shell/regions.ts";
import { PANE_LEAST, roomIn } from "#src/playground/client/shell/room.ts";
import { stepped } from "#src/playground/client/shell/roving.ts";

it.each([
  [320, true, 1],
  [390, true, 1],
  [899, true, 1],
  [900, false, 1],
  [1280, false, 3],
  [1920, false, 3],
])("a window of %i px is a phone: %s, and shows %i side by side", (width, isPhone, capacity) => {
  expect(roomIn(width, false, 3)).toMatchObject({ isPhone, capacity });
});

it("never makes a conversation narrower than it can be read, with the glass open or shut", () => {
  for (let width = 900; width < 2600; width += 1) {
    for (const isOpen of [false, true]) {
      const { capacity, listWidth, glassWidth, isGlassOver } = roomIn(width, isOpen, 3);
      const beside = isOpen && !isGlassOver ? glassWidth : 0;
      expect((width - listWidth - beside) / capacity).toBeGreaterThanOrEqual(PANE_LEAST);
    }
  }
});

it("lays the glass over the conversation only where there is no room beside it", () => {
  expect(roomIn(1280, true, 3)).toMatchObject({ capacity: 2, isGlassOver: false });
  expect(roomIn(900, true, 3)).toMatchObject({ capacity: 1, isGlassOver: true });
});

it("leads by arrows to the ends of a list and no further", () => {
  expect(stepped("ArrowDown", 0, 3)).toBe(1);
  expect(stepped("ArrowDown", 2, 3)).toBe(2);
  expect(stepped("ArrowDown", -1, 3)).toBe(0);
  expect(stepped("ArrowUp", 0, 3)).toBe(0);
  expect(stepped("End", 0, 3)).toBe(2);
  expect(stepped("Home", 2, 3)).toBe(0);
  expect(stepped("a", 0, 3)).toBeUndefined();
  expect(stepped("ArrowDown", 0, 0)).toBeUndefined();
});

it("goes around the regions in both directions, from nowhere to the first or the last", () => {
  expect(nextPlace(2, 3, false)).toBe(0);
  expect(nextPlace(0, 3, true)).toBe(2);
  expect(nextPlace(-1, 3, false)).toBe(0);
  expect(nextPlace(-1, 3, true)).toBe(2);
});
