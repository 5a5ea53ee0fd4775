import type { RichBlock } from "@grammyjs/types";

import type { MessageView } from "../../../page/contract.ts";

const holdsTable = (block: RichBlock): boolean =>
  block.type === "table" || (block.type === "details" && block.blocks.some(holdsTable));

/** A message with a table takes all the width there is. */
export const isWide = (views: readonly MessageView[]): boolean =>
  views.some(({ message }) => message.rich_message?.blocks.some(holdsTable) ?? false);
