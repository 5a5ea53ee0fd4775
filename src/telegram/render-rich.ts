// A reply as a rich message: real tables, headings, and details that unfold.
import type { Block, Reply, Run } from "#src/messages/reply.ts";
import { escapeHtml, lengthOf, runHtml, textOfRun } from "./escape.ts";
import type { Table } from "./table-text.ts";

/** Telegram's limits are 32,768 characters, 500 blocks, 16 levels, 20 columns. */
const most = { characters: 32_000, blocks: 480, levels: 12, columns: 20 };

const inline = (html: string): string => html.replaceAll("\n", "<br/>");
const text = (words: string): string => inline(escapeHtml(words));
const runsHtml = (runs: readonly Run[]): string => inline(runs.map(runHtml).join(""));

const row = (cells: readonly string[], tag: "th" | "td", { align = [] }: Table): string => {
  const tags = cells.map((cell, column) => {
    const side = align[column] ?? "left";
    const aligned = side === "left" ? "" : ` align="${side}"`;
    return `<${tag}${aligned}>${text(cell)}</${tag}>`;
  });
  return `<tr>${tags.join("")}</tr>`;
};

const tableHtml = (table: Table): string => {
  const caption = table.caption === undefined ? "" : `<caption>${text(table.caption)}</caption>`;
  const hasHead = table.header.some((cell) => cell.trim() !== "");
  const head = hasHead ? row(table.header, "th", table) : "";
  const body = table.rows.map((cells) => row(cells, "td", table)).join("");
  return `<table bordered striped compact>${caption}${head}${body}</table>`;
};

const blockHtml = (block: Block): string => {
  switch (block.kind) {
    case "heading":
      return `<h3>${runsHtml(block.runs)}</h3>`;
    case "paragraph":
      return `<p>${runsHtml(block.runs)}</p>`;
    case "list":
      return `<ul>${block.items.map(({ runs }) => `<li>${runsHtml(runs)}</li>`).join("")}</ul>`;
    case "table":
      return tableHtml(block);
    case "details": {
      const inside = block.blocks.map(blockHtml).join("");
      return `<details><summary>${text(block.summary)}</summary>${inside}</details>`;
    }
  }
};

type Size = { characters: number; blocks: number; levels: number; columns: number };

const nothing: Size = { characters: 0, blocks: 0, levels: 0, columns: 0 };

const added = (a: Size, b: Size): Size => ({
  characters: a.characters + b.characters,
  blocks: a.blocks + b.blocks,
  levels: Math.max(a.levels, b.levels),
  columns: Math.max(a.columns, b.columns),
});

const count = (words: readonly string[]): number =>
  words.reduce((sum, word) => sum + lengthOf(word), 0);

const sizeOf = (block: Block): Size => {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return { ...nothing, characters: count(block.runs.map(textOfRun)), blocks: 1, levels: 2 };
    case "list": {
      const words = block.items.flatMap(({ runs }) => runs.map(textOfRun));
      return {
        characters: count(words),
        blocks: 1 + 2 * block.items.length,
        levels: 3,
        columns: 0,
      };
    }
    case "table": {
      const rows = [block.header, ...block.rows];
      return {
        characters: count([block.caption ?? "", ...rows.flat()]),
        blocks: 1 + rows.length,
        levels: 2,
        columns: Math.max(0, ...rows.map((cells) => cells.length)),
      };
    }
    case "details": {
      const inside = block.blocks.map(sizeOf).reduce(added, nothing);
      const own = { ...nothing, characters: lengthOf(block.summary), blocks: 1 };
      return { ...added(inside, own), levels: inside.levels + 1 };
    }
  }
};

const fits = (blocks: readonly Block[]): boolean => {
  const size = blocks.map(sizeOf).reduce(added, nothing);
  return (
    size.characters <= most.characters &&
    size.blocks <= most.blocks &&
    size.levels <= most.levels &&
    size.columns <= most.columns
  );
};

/** The rich HTML of a reply that gains by it, having a table or details; else null. */
export const renderRich = ({ blocks }: Reply): string | null => {
  const gains = blocks.some(({ kind }) => kind === "table" || kind === "details");
  return gains && fits(blocks) ? blocks.map(blockHtml).join("") : null;
};
