// A small generator of numbers that anybody can repeat: the same seed, the same province.

export type Random = {
  /** 0 ≤ n < 1. */
  next: () => number;
  /** A whole number from `least` to `most`, both included. */
  whole: (least: number, most: number) => number;
  /** @throws RangeError for an empty list. */
  pick: <Item>(items: readonly Item[]) => Item;
};

/** mulberry32: 32 bits of state, good enough to invent a province. */
const mulberry32 = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** FNV-1a, so that every name draws a sequence of its own. */
const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
};

/**
 * What is drawn for `name` depends on the seed and the name alone: another task in the list
 * changes nothing about the others.
 */
export const randomFor = (seed: number, name: string): Random => {
  const next = mulberry32(hash(`${seed}:${name}`));
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    whole,
    pick: (items) => {
      const picked = items[whole(0, items.length - 1)];
      if (picked === undefined) throw new RangeError("nothing to pick from");
      return picked;
    },
  };
};
