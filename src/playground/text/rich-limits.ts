import type { RichBlock } from "@grammyjs/types";

import { badRequest } from "../api-error.ts";
import { countCharacters } from "./formatted.ts";
import { childBlocks, type RichChildren, textsOf } from "./rich-walk.ts";

export const richLimits = { characters: 32_768, blocks: 500, levels: 16, columns: 20 };

/** @throws when a rich message is empty, too long, too deep or too wide */
export function checkRichLimits(blocks: RichBlock[]) {
  const all = flatten({ blocks, extra: 0 });
  const characters = blocks.reduce((sum, block) => sum + charactersIn(block), 0);
  if (blocks.length === 0) throw badRequest("message text is empty");
  if (characters > richLimits.characters) throw badRequest("message is too long");
  if (all.count > richLimits.blocks) throw badRequest("RICH_MESSAGE_BLOCKS_TOO_MUCH");
  if (Math.max(...blocks.map(depth)) > richLimits.levels) {
    throw badRequest("RICH_MESSAGE_NESTING_TOO_DEEP");
  }
  if (all.columns > richLimits.columns) throw badRequest("RICH_MESSAGE_TABLE_COLUMNS_TOO_MUCH");
}

function flatten({ blocks, extra }: RichChildren): { count: number; columns: number } {
  let count = blocks.length + extra;
  let columns = 0;
  for (const block of blocks) {
    const inside = flatten(childBlocks(block));
    count += inside.count;
    columns = Math.max(columns, inside.columns, tableColumns(block));
  }
  return { count, columns };
}

function tableColumns(block: RichBlock) {
  if (block.type !== "table") return 0;
  const width = (row: (typeof block.cells)[number]) =>
    row.reduce((sum, cell) => sum + (cell.colspan ?? 1), 0);
  return Math.max(0, ...block.cells.map(width));
}

const charactersIn = (block: RichBlock): number => {
  const own = textsOf(block).reduce((sum, { text }) => sum + countCharacters(text), 0);
  return childBlocks(block).blocks.reduce((sum, child) => sum + charactersIn(child), own);
};

const depth = (block: RichBlock): number => {
  const inText = Math.max(0, ...textsOf(block).map((text) => text.depth));
  const inBlocks = Math.max(0, ...childBlocks(block).blocks.map(depth));
  return 1 + Math.max(inText, inBlocks);
};
