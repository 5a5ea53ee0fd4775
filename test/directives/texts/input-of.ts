import { randomFor } from "#src/sample/random.ts";
import { mutated, piecedTogether } from "./mutated.ts";

/** Input number `number`: a changed document (two of three), pieces, or letters of any kind. */
export const inputOf = (documents: readonly string[], seed: number, number: number): string => {
  const random = randomFor(seed, String(number));
  const kind = number % 6;
  if (kind === 0) return piecedTogether(random);
  if (kind === 1) {
    const letter = () =>
      String.fromCodePoint(random.whole(0, random.pick([0x7f, 0x1ef9, 0x10ffff])));
    return Array.from({ length: random.whole(0, 300) }, letter).join("");
  }
  return mutated(random.pick(documents), random);
};
