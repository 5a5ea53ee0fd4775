// What a message says, as plain lines, and what can be tapped in it: for the panels, which tell of
// messages and do not draw them. It reads any kind of block, known or not.
import type { Message } from "@grammyjs/types";

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** A rich text: a string, several, or one that is wrapped in formatting. */
function plain(text: unknown): string {
  if (typeof text === "string") return text;
  if (Array.isArray(text)) return text.map(plain).join("");
  return isRecord(text) ? plain(text.text ?? text.alternative_text) : "";
}

function linesOf(block: unknown): string[] {
  if (Array.isArray(block)) return block.flatMap(linesOf);
  if (!isRecord(block)) return [];
  const { text, summary, caption, items, blocks, cells } = block;
  const row = (cell: unknown) => (Array.isArray(cell) ? [cell.map(plain).join(" | ")] : []);
  return [
    ...[caption, summary, text].map(plain),
    ...linesOf(items),
    ...linesOf(blocks),
    ...(Array.isArray(cells) ? cells.flatMap(row) : []),
  ];
}

/** The lines of a message that are not empty. */
export function linesIn(message: Message): string[] {
  const lines = message.rich_message
    ? linesOf(message.rich_message.blocks)
    : (message.text ?? message.caption ?? message.document?.file_name ?? "").split("\n");
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}

export type Tappable = { label: string; data: string };

/** Every button that answers the bot, wherever in the message it stands. */
export function tappables(value: unknown): Tappable[] {
  if (Array.isArray(value)) return value.flatMap(tappables);
  if (!isRecord(value)) return [];
  const { callback_data: data } = value;
  if (typeof data === "string") return [{ label: plain(value.text), data }];
  return Object.values(value).flatMap(tappables);
}

/** The first code of a task in a text: NV-061. */
export const codeIn = (text: string): string | null => /NV-\d+/.exec(text)?.[0] ?? null;
