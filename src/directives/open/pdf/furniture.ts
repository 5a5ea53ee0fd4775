// What stands on every page and is no part of the text: page numbers, running heads and feet.
import { fold } from "#src/language/fold.ts";
import type { Line } from "./lines.ts";

export type LinedPage = { height: number; lines: readonly Line[] };

const OUTERMOST = 2;
const EDGE = 0.12;
const PAGE_NUMBER = /^[-–—\s]*(trang|page)?\s*\d{1,4}\s*((\/|of|tren)\s*\d{1,4})?[-–—.\s]*$/;

const isAtEdge = ({ y }: Line, height: number): boolean =>
  y < height * EDGE || y > height * (1 - EDGE);

const outermost = ({ lines, height }: LinedPage): Line[] =>
  [...new Set([...lines.slice(0, OUTERMOST), ...lines.slice(-OUTERMOST)])].filter((line) =>
    isAtEdge(line, height),
  );

/** The same words at the same height, whatever numbers stand in them. */
const keyOf = ({ text, y }: Line): string =>
  `${Math.round(y / 6)} ${fold(text).replace(/\d+/g, "#")}`;

/** The pages without it. */
export const withoutFurniture = (pages: readonly LinedPage[]): Line[][] => {
  const times = new Map<string, number>();
  for (const page of pages) {
    for (const line of outermost(page)) {
      times.set(keyOf(line), (times.get(keyOf(line)) ?? 0) + 1);
    }
  }
  const isRepeated = (line: Line): boolean =>
    (times.get(keyOf(line)) ?? 0) >= Math.max(2, Math.ceil(pages.length / 3));
  return pages.map((page) => {
    const edges = outermost(page);
    const gone = new Set(
      edges.filter((line) => isRepeated(line) || PAGE_NUMBER.test(fold(line.text).trim())),
    );
    return page.lines.filter((line) => !gone.has(line));
  });
};
