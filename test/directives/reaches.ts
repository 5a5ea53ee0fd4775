// What a reading of labelled documents has to reach, pooled, in one place.
import { expect } from "vitest";
import { MEASURES, type Score } from "./score.ts";
import { share } from "./scoring/tally.ts";

const LEAST = 0.95;

/** Fails with the list of what was not read as labelled. */
export const expectReached = (score: Score): void => {
  const misses = score.misses
    .map(({ what, line, expected, got }) => `line ${line}: ${what}: ${expected} → ${got}`)
    .join("\n");
  const low = MEASURES.flatMap((measure) => {
    const { recall, precision } = score.tallies[measure];
    const [found, right] = [share(recall), share(precision)];
    if (recall.all === 0) return [`${measure}: no labels`];
    return found < LEAST || right < LEAST
      ? [`${measure}: recall ${found.toFixed(3)}, precision ${right.toFixed(3)}`]
      : [];
  });
  expect(low, misses).toEqual([]);
  expect(score.falseDates, misses).toBe(0);
};
