import type { RichBlock, RichMessageButton, RichText } from "@grammyjs/types";

/** Blocks inside a block; `extra` counts what has no block of its own (items, rows). */
export type RichChildren = { blocks: RichBlock[]; extra: number };

export function childBlocks(block: RichBlock): RichChildren {
  switch (block.type) {
    case "list":
      return { blocks: block.items.flatMap((item) => item.blocks), extra: block.items.length };
    case "table":
      return { blocks: [], extra: block.cells.length };
    case "details":
    case "blockquote":
    case "collage":
    case "slideshow":
      return { blocks: block.blocks, extra: 0 };
    default:
      return { blocks: [], extra: 0 };
  }
}

/** The texts of a block itself, without the blocks inside it. */
export function textsOf(block: RichBlock): { text: string; depth: number }[] {
  return richTexts(block).map((text) => ({ text: plain(text), depth: textDepth(text) }));
}

export function richTexts(block: RichBlock): RichText[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
    case "pre":
    case "footer":
    case "thinking":
    case "expandable_blockquote":
    case "pullquote":
      return [block.text];
    case "mathematical_expression":
      return [block.expression];
    case "details":
      return [block.summary];
    case "table":
      return [block.caption ?? "", ...block.cells.flat().map((cell) => cell.text ?? "")];
    case "buttons":
      return block.buttons.map((button) => button.text);
    case "document":
    case "photo":
      return [block.caption?.text ?? ""];
    default:
      return [];
  }
}

export function plain(text: RichText): string {
  if (typeof text === "string") return text;
  if (Array.isArray(text)) return text.map(plain).join("");
  if (text.type === "button") return `[${plain(text.button.text)}]`;
  if (text.type === "custom_emoji") return text.alternative_text;
  if (text.type === "mathematical_expression") return text.expression;
  return "text" in text ? plain(text.text) : "";
}

function textDepth(text: RichText): number {
  if (typeof text === "string") return 0;
  if (Array.isArray(text)) return Math.max(0, ...text.map(textDepth));
  return 1 + ("text" in text ? textDepth(text.text) : 0);
}

/** A rich message as plain lines, for people who read a test or the bare page. */
export function richPlainText(blocks: RichBlock[]): string {
  return blocks.map(blockPlainText).join("\n");
}

function blockPlainText(block: RichBlock): string {
  if (block.type === "divider") return "---";
  if (block.type === "table") {
    const rows = block.cells.map((row) => row.map((cell) => plain(cell.text ?? "")).join(" | "));
    return [...(block.caption ? [plain(block.caption)] : []), ...rows].join("\n");
  }
  if (block.type === "list") {
    return block.items
      .map(({ label, blocks, ...box }) => {
        const mark = box.has_checkbox ? (box.is_checked ? "[x]" : "[ ]") : label;
        return `${mark} ${richPlainText(blocks)}`;
      })
      .join("\n");
  }
  if (block.type === "buttons") return "";
  const texts = richTexts(block).map(plain);
  return [...texts, ...childBlocks(block).blocks.map(blockPlainText)].join("\n");
}

/** Every button of a rich message: those in rows and those inside texts. */
export function richButtons(blocks: RichBlock[]): RichMessageButton[] {
  return blocks.flatMap((block) => [
    ...(block.type === "buttons" ? block.buttons : richTexts(block).flatMap(buttonsInText)),
    ...richButtons(childBlocks(block).blocks),
  ]);
}

function buttonsInText(text: RichText): RichMessageButton[] {
  if (typeof text === "string") return [];
  if (Array.isArray(text)) return text.flatMap(buttonsInText);
  if (text.type === "button") return [text.button];
  return "text" in text ? buttonsInText(text.text) : [];
}
