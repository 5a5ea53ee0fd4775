// What a message says, without formatting: for quotes, for copying, for a screen reader.
import type { Message, RichBlock, RichText } from "@grammyjs/types";

/** A rich text as plain words; a button as its label in brackets. */
export function plainText(text: RichText | undefined): string {
  if (text === undefined) return "";
  if (typeof text === "string") return text;
  if (Array.isArray(text)) return text.map(plainText).join("");
  switch (text.type) {
    case "button":
      return `[${plainText(text.button.text)}]`;
    case "custom_emoji":
      return text.alternative_text;
    case "mathematical_expression":
      return text.expression;
    case "anchor":
      return "";
    default:
      return plainText(text.text);
  }
}

function tableLines(block: Extract<RichBlock, { type: "table" }>): string[] {
  const rows = block.cells.map((row) => row.map(({ text }) => plainText(text)).join("\t"));
  return block.caption === undefined ? rows : [plainText(block.caption), ...rows];
}

function blockLines(block: RichBlock): string[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
    case "pre":
    case "footer":
    case "thinking":
    case "expandable_blockquote":
    case "pullquote":
      return [plainText(block.text)];
    case "mathematical_expression":
      return [block.expression];
    case "list":
      return block.items.map(({ label, blocks, has_checkbox, is_checked }) => {
        const mark = has_checkbox ? (is_checked ? "☑" : "☐") : label;
        return `${mark} ${blocks.flatMap(blockLines).join("\n")}`;
      });
    case "table":
      return tableLines(block);
    case "details":
      return [plainText(block.summary), ...block.blocks.flatMap(blockLines)];
    case "blockquote":
    case "collage":
    case "slideshow":
      return block.blocks.flatMap(blockLines);
    default:
      return [];
  }
}

/** All the words of a message, line by line; of a file without words, its name. */
export function plainWords(message: Message): string {
  if (message.rich_message) return message.rich_message.blocks.flatMap(blockLines).join("\n");
  return message.text ?? message.caption ?? message.document?.file_name ?? "";
}

/** On one line and not endless, for a quote. */
export function shortWords(message: Message, most = 120): string {
  const line = plainWords(message).replace(/\s+/g, " ").trim();
  const letters = [...line];
  return letters.length <= most ? line : `${letters.slice(0, most).join("").trimEnd()}…`;
}
