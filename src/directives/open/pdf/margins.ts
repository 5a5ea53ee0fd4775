// The measures of a page's text: where its lines begin and end, and how far they stand apart.
import type { Line } from "./lines.ts";

export type Margins = {
  left: number;
  right: number;
  /** From line to line inside of a paragraph, for each point of letter size. */
  pitch: number;
};

const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
};

const USUAL_PITCH = 1.35;

/** `pages`: lines of pages of one format. */
export const marginsOf = (pages: readonly (readonly Line[])[]): Margins => {
  const lines = pages.flat();
  const right = quantile(
    lines.map(({ to }) => to),
    0.93,
  );
  const full = lines.filter(({ to, size }) => to > right - 2 * size);
  const left = quantile(
    full.map(({ x }) => x),
    0.08,
  );
  const pitches = pages.flatMap((page) =>
    page.slice(1).flatMap((line, at) => {
      const above = page[at];
      const isInside =
        above !== undefined && above.to > right - above.size && line.x < left + line.size / 3;
      return isInside ? [(line.y - above.y) / line.size] : [];
    }),
  );
  const pitch = pitches.length === 0 ? USUAL_PITCH : quantile(pitches, 0.5);
  return { left, right, pitch: pitch > 0.9 && pitch < 3 ? pitch : USUAL_PITCH };
};

const firstWord = (line: Line): string => /^\s*\S+/.exec(line.text)?.[0] ?? "";

/** The line was ended though the next one's first word would have fitted in. */
export const isEnded = (line: Line, next: Line, right: number): boolean => {
  const letter = (next.to - next.x) / Math.max(next.text.length, 1);
  const needed = (firstWord(next).length + 0.5) * letter * 1.15;
  return line.to + needed < right - 2;
};
