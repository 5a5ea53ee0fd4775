import { cannotParse } from "../api-error.ts";
import { htmlTokens } from "./html-tokens.ts";

export type RichNode = {
  name: string;
  attributes: Record<string, string>;
  children: (RichNode | string)[];
  /** Byte offset of the tag, for errors. */
  at: number;
};

export const inlineTags = [
  ..."b strong i em u ins s strike del code mark sub sup a br tg-spoiler tg-reference".split(" "),
  ..."tg-emoji tg-time tg-math tg-button".split(" "),
];

export const blockTags = [
  ..."h1 h2 h3 h4 h5 h6 p pre footer hr ul ol blockquote aside table details".split(" "),
  ..."tg-math-block tg-button-row img tg-document figure".split(" "),
];

/** Only inside the block that they belong to. */
const partTags = "li input cite tr td th caption summary figcaption".split(" ");

const emptyTags = ["br", "hr", "img", "input"];

/**
 * The tree of a rich message's HTML.
 *
 * @throws "can't parse entities" for tags that are unknown, unclosed or closed wrongly
 */
export function richTree(source: string): RichNode {
  const root: RichNode = { name: "", attributes: {}, children: [], at: 0 };
  const open = [root];
  const current = () => open.at(-1) ?? root;

  for (const token of htmlTokens(source, "rich")) {
    if (token.kind === "text") {
      current().children.push(token.text);
    } else if (token.kind === "open") {
      const { name, attributes, at } = token;
      if (![...inlineTags, ...blockTags, ...partTags].includes(name)) {
        throw cannotParse(`Unsupported start tag "${name}" at byte offset ${at}`);
      }
      const node: RichNode = { name, attributes, children: [], at };
      current().children.push(node);
      if (!token.empty && !emptyTags.includes(name)) open.push(node);
    } else {
      if (emptyTags.includes(token.name)) continue;
      if (open.length === 1) throw cannotParse(`Unexpected end tag at byte offset ${token.at}`);
      const tag = open.pop();
      if (tag && token.name !== "" && tag.name !== token.name) {
        const names = `expected "</${tag.name}>", found "</${token.name}>"`;
        throw cannotParse(`Unmatched end tag at byte offset ${token.at}, ${names}`);
      }
    }
  }

  if (open.length > 1) {
    throw cannotParse(`Can't find end tag corresponding to start tag "${current().name}"`);
  }
  return root;
}
