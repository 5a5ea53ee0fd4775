// Scrolling in numbers: pure.

export type Measures = { scrollTop: number; clientHeight: number; scrollHeight: number };

/** Nearer than this to the end counts as being there. */
const AT_END = 48;

export const isAtEnd = ({ scrollTop, clientHeight, scrollHeight }: Measures): boolean =>
  scrollHeight - clientHeight - scrollTop <= AT_END;

/** Two windows' height before the beginning is reached, the page before is fetched. */
export const isNearBeginning = ({ scrollTop, clientHeight }: Measures): boolean =>
  scrollTop < Math.max(600, 2 * clientHeight);

/** The first of rows that lie below each other whose lower edge is below a line. */
export function firstBelow(count: number, line: number, bottomOf: (row: number) => number): number {
  let from = 0;
  let to = count;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (bottomOf(middle) > line) to = middle;
    else from = middle + 1;
  }
  return from;
}
