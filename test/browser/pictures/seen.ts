// What a picture says in words, so that a test can tell when the page no longer says it.
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Locator } from "playwright-core";
import type { Scene } from "./scene.ts";

export const PICTURES = path.join(import.meta.dirname, "../../../docs/pictures");
const SEEN = path.join(PICTURES, "seen.json");

/** Name of the picture → its lines. */
export type Seen = Record<string, string[]>;

/** Hours are those of the moment at which somebody looks, codes of invitations are random. */
const masked = (line: string, { numbersVary }: Scene): string =>
  line.replace(/[\w-]{24,}/g, "··").replace(numbersVary ? /\d+/g : /\b\d{1,2}:\d{2}\b/g, "··");

/**
 * The text in what was cut out, a line for each stretch of it. Of a conversation its newest two
 * messages: how many more fit on the screen depends on the letters that this machine has.
 */
export const seenIn = async (cut: Locator, scene: Scene): Promise<string[]> => {
  const lines = await cut.evaluate((root) => {
    const found: string[] = [];
    const isOld = (element: Element): boolean => {
      const message = element.closest("[role=log] > * > ol > li, [role=log] > ol > li");
      return message?.nextElementSibling?.nextElementSibling != null;
    };
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
      if (isOld(parent)) continue;
      const inside = parent.closest("p, li, td, th, h1, h2, h3, h4, button, summary, div, header");
      if (inside !== block) close();
      block = inside;
      line += node.textContent ?? "";
    }
    close();
    return found;
  });
  return lines.map((line) => masked(line, scene));
};

export const readSeen = (): Seen => {
  const seen: Seen = JSON.parse(readFileSync(SEEN, "utf8"));
  return seen;
};

export const seenFile = SEEN;
