// What a picture says in words, so that a test can tell when the page no longer says it.
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Locator } from "playwright-core";

export const PICTURES = path.join(import.meta.dirname, "../../../docs/pictures");
const SEEN = path.join(PICTURES, "seen.json");

/** Name of the picture → its lines. */
export type Seen = Record<string, string[]>;

/** Hours are those of the moment at which somebody looks. */
const masked = (line: string): string => line.replace(/\b\d{1,2}:\d{2}\b/g, "··:··");

/**
 * The text in what was cut out, a line for each stretch of it; all of a conversation that is
 * loaded, so that it does not depend on how high the letters of this machine are.
 */
export const seenIn = async (cut: Locator): Promise<string[]> => {
  const lines = await cut.evaluate((root) => {
    const found: string[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let line = "";
    let block: Element | null = null;
    const close = () => {
      const text = line.replace(/\s+/g, " ").trim();
      if (text !== "") found.push(text);
      line = "";
    };
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || !parent.checkVisibility({ visibilityProperty: true })) continue;
      const inside = parent.closest("p, li, td, th, h1, h2, h3, h4, button, summary, div, header");
      if (inside !== block) close();
      block = inside;
      line += node.textContent ?? "";
    }
    close();
    return found;
  });
  return lines.map(masked);
};

export const readSeen = (): Seen => {
  const seen: Seen = JSON.parse(readFileSync(SEEN, "utf8"));
  return seen;
};

export const seenFile = SEEN;
