// About how tall a row will be, before it was ever drawn: rows far from the window are not drawn,
// and the nearer their guessed height, the steadier the scroll bar.
import type { RichBlock } from "@grammyjs/types";

import type { MessageView } from "../../../page/contract.ts";
import { plainText } from "../content/plain.ts";
import type { Row } from "./rows.ts";

const LINE = 21;
const LETTERS_IN_LINE = 44;

const linesIn = (text: string): number =>
  text
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LETTERS_IN_LINE)), 0);

function blockHeight(block: RichBlock): number {
  switch (block.type) {
    case "table":
      return 20 + block.cells.length * 32;
    case "details":
      return 34;
    case "list":
      return block.items
        .flatMap(({ blocks }) => blocks)
        .reduce((sum, b) => sum + blockHeight(b), 8);
    case "photo":
      return 240;
    case "paragraph":
    case "heading":
    case "footer":
    case "pre":
      return linesIn(plainText(block.text)) * LINE + 8;
    default:
      return LINE + 12;
  }
}

function messageHeight({ message }: MessageView): number {
  const { text, caption, photo, document, rich_message, reply_to_message, reply_markup } = message;
  const rich = (rich_message?.blocks ?? []).reduce((sum, block) => sum + blockHeight(block), 0);
  const words = text ?? caption;
  return (
    30 +
    rich +
    (words === undefined ? 0 : linesIn(words) * LINE) +
    (photo === undefined ? 0 : 240) +
    (document === undefined ? 0 : 56) +
    (reply_to_message === undefined ? 0 : 44) +
    (reply_markup?.inline_keyboard.length ?? 0) * 42
  );
}

/** Pixels. */
export function estimatedHeight(row: Row): number {
  if (row.kind !== "messages") return 40;
  return row.messages.reduce((sum, message) => sum + messageHeight(message), 0);
}
