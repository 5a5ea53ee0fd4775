// A picture that somebody sends: the counters of a one-stop shop, drawn as a plan.
import { png } from "./png.ts";

type Colour = readonly [red: number, green: number, blue: number];
type Box = { x: number; y: number; width: number; height: number; colour: Colour };

const WIDTH = 480;
const HEIGHT = 320;
const FLOOR: Colour = [244, 238, 226];
const WALL: Colour = [92, 84, 76];
const DONE: Colour = [46, 125, 50];
const WAITING: Colour = [236, 163, 62];
const SEAT: Colour = [92, 145, 189];
const WAY: Colour = [207, 216, 220];

const counters: Box[] = [0, 1, 2, 3, 4, 5].map((n) => ({
  x: 40 + n * 68,
  y: 36,
  width: 56,
  height: 40,
  colour: n < 4 ? DONE : WAITING,
}));

const seats: Box[] = [0, 1].flatMap((row) =>
  [0, 1, 2, 3, 4, 5, 6, 7].map((n) => ({
    x: 60 + n * 46,
    y: 140 + row * 40,
    width: 26,
    height: 20,
    colour: SEAT,
  })),
);

const boxes: readonly Box[] = [
  { x: 0, y: 0, width: WIDTH, height: HEIGHT, colour: WALL },
  { x: 10, y: 10, width: WIDTH - 20, height: HEIGHT - 20, colour: FLOOR },
  // The way for wheelchairs, from the door to the counters.
  { x: 212, y: 84, width: 36, height: 226, colour: WAY },
  ...counters,
  ...seats,
  { x: 196, y: HEIGHT - 10, width: 68, height: 10, colour: WAY },
];

const pixels = (): Uint8Array => {
  const row = 1 + WIDTH * 3;
  const bytes = new Uint8Array(row * HEIGHT);
  for (const { x, y, width, height, colour } of boxes) {
    for (let line = y; line < y + height; line++) {
      for (let column = x; column < x + width; column++) {
        bytes.set(colour, line * row + 1 + column * 3);
      }
    }
  }
  return bytes;
};

/** The picture's bytes. */
export const counterPlan = (): Uint8Array => png(WIDTH, HEIGHT, pixels());
