// The plain words of a rich message: somebody may reply to one of our tables.
type Part = { [name: string]: unknown };

const fields = ["summary", "caption", "text", "items", "cells", "blocks"] as const;

/** Text of a rich message's blocks, one line for each block, cell row and item. */
export const richWords = (blocks: unknown): string => {
  if (typeof blocks === "string") return blocks;
  if (!Array.isArray(blocks)) {
    if (typeof blocks !== "object" || blocks === null) return "";
    const part = blocks as Part;
    return joined(fields.map((name) => richWords(part[name])));
  }
  const isInline = blocks.some((part) => typeof part === "string");
  if (isInline) return blocks.map(richWords).join("");
  return joined(blocks.map(richWords));
};

const joined = (words: string[]): string => words.filter((word) => word !== "").join("\n");
