// The pages of a PDF as one text: heads and feet untangled, tables as rows, paragraphs told apart.
import { fold } from "#src/language/fold.ts";
import { tableRow } from "../table-row.ts";
import { columnParagraphs, columnsAt } from "./columns.ts";
import { withoutFurniture } from "./furniture.ts";
import { type GridTable, takeTables } from "./grid.ts";
import { type Line, linesOf } from "./lines.ts";
import { type Margins, marginsOf } from "./margins.ts";
import type { Page } from "./page-items.ts";
import { type PlacedLine, paragraphsOf } from "./paragraphs.ts";

type Part =
  | { kind: "line"; line: PlacedLine }
  | { kind: "columns"; paragraphs: readonly string[] }
  | { kind: "table"; rows: readonly (readonly string[])[] };

const HEAD_OR_FOOT = /cong hoa xa hoi chu nghia|dang cong san viet nam|noi nhan/;

const partsOf = (
  lines: readonly Line[],
  tables: readonly GridTable[],
  margins: Margins,
  page: number,
): Part[] => {
  const parts: Part[] = [];
  const waiting = [...tables].sort((a, b) => a.top - b.top);
  const before = (y: number): void => {
    while (waiting[0] !== undefined && waiting[0].top < y) {
      parts.push({ kind: "table", rows: waiting[0].rows });
      waiting.shift();
    }
  };
  const blocks = lines.flatMap((line, at) => {
    const block = HEAD_OR_FOOT.test(fold(line.text)) ? columnsAt(lines, at, margins) : null;
    return block === null ? [] : [block];
  });
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (line === undefined) break;
    before(line.y);
    const block = blocks.find(({ from, to }) => from <= at && at < to);
    if (block === undefined) parts.push({ kind: "line", line: { ...line, page, margins } });
    else {
      const paragraphs = [...columnParagraphs(block.left), ...columnParagraphs(block.right)];
      parts.push({ kind: "columns", paragraphs });
    }
    at = block?.to ?? at + 1;
  }
  before(Number.POSITIVE_INFINITY);
  return parts;
};

type Rows = readonly (readonly string[])[];

/** A table that goes on on the next page: without its head again, a row cut in two made whole. */
const continued = (rows: Rows, more: Rows): string[][] => {
  const all = rows.map((row) => [...row]);
  const head = rows[0]?.join("|");
  for (const row of more) {
    if (row.join("|") === head) continue;
    const last = all.at(-1);
    if (row === more[0] && row[0] === "" && last !== undefined) {
      for (const [at, cell] of row.entries()) last[at] = `${last[at] ?? ""} ${cell}`.trim();
    } else all.push([...row]);
  }
  return all;
};

const joinTables = (parts: readonly Part[]): Part[] => {
  const all: Part[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    const goesOn =
      part.kind === "table" &&
      last?.kind === "table" &&
      last.rows[0]?.length === part.rows[0]?.length;
    if (goesOn) last.rows = continued(last.rows, part.rows);
    else all.push(part);
  }
  return all;
};

const written = (parts: readonly Part[]): string => {
  const texts: string[] = [];
  let lines: PlacedLine[] = [];
  const flush = (): void => {
    texts.push(...paragraphsOf(lines).map((one) => one.map(({ text }) => text).join("\n")));
    lines = [];
  };
  for (const part of parts) {
    if (part.kind === "line") {
      lines.push(part.line);
      continue;
    }
    flush();
    if (part.kind === "columns") texts.push(...part.paragraphs);
    else texts.push(part.rows.map(tableRow).join("\n"));
  }
  flush();
  return texts.join("\n\n");
};

/** Pages of one width share their margins. */
const marginsByWidth = (pages: readonly Page[], lines: readonly (readonly Line[])[]) => {
  const widths = new Set(pages.map(({ width }) => Math.round(width)));
  return new Map(
    [...widths].map((width) => {
      const own = lines.filter((_page, at) => Math.round(pages[at]?.width ?? 0) === width);
      return [width, marginsOf(own)];
    }),
  );
};

export const pdfText = (pages: readonly Page[]): string => {
  const taken = pages.map(({ pieces, rules }) => takeTables(pieces, rules));
  const lines = withoutFurniture(
    pages.map(({ height }, at) => ({ height, lines: linesOf(taken[at]?.rest ?? []) })),
  );
  const margins = marginsByWidth(pages, lines);
  const parts = pages.flatMap(({ width }, at) => {
    const own = margins.get(Math.round(width));
    return own === undefined ? [] : partsOf(lines[at] ?? [], taken[at]?.tables ?? [], own, at);
  });
  return written(joinTables(parts));
};
