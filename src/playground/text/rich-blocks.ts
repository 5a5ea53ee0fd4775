import type { RichBlock, RichBlockListItem, RichText } from "@grammyjs/types";

import { cannotParse } from "../api-error.ts";
import { given } from "../given.ts";
import { flatten, inlineText, rawText, richButton } from "./rich-inline.ts";
import { listLabel } from "./rich-list-label.ts";
import { richTable } from "./rich-table.ts";
import { inlineTags, type RichNode, richTree } from "./rich-tree.ts";

type HeadingSize = 1 | 2 | 3 | 4 | 5 | 6;

/** Makes a block of an `<img>` or `<tg-document>`; the files are the sender's. */
export type ReadMedia = (node: RichNode) => RichBlock;

/** @throws "can't parse entities" */
export const parseRichHtml = (source: string, readMedia: ReadMedia): RichBlock[] =>
  blocksOf(richTree(source).children, readMedia);

function blocksOf(children: RichNode["children"], readMedia: ReadMedia): RichBlock[] {
  const blocks: RichBlock[] = [];
  let line: RichNode["children"] = [];
  const endLine = () => {
    const text = inlineText(line);
    if (text !== "") blocks.push(isAnchor(text) ? text : { type: "paragraph", text });
    line = [];
  };

  for (const child of children) {
    if (typeof child === "string" || inlineTags.includes(child.name)) {
      line.push(child);
    } else {
      endLine();
      blocks.push(blockOf(child, readMedia));
    }
  }
  endLine();
  return blocks;
}

const isAnchor = (text: RichText) =>
  typeof text === "object" && "type" in text && text.type === "anchor";

function blockOf(node: RichNode, readMedia: ReadMedia): RichBlock {
  const { name, attributes, children } = node;
  const heading = /^h([1-6])$/.exec(name);
  if (heading) {
    const size = Number(heading[1]) as HeadingSize;
    return { type: "heading", size, text: inlineText(children) };
  }

  switch (name) {
    case "p":
      return { type: "paragraph", text: inlineText(children) };
    case "footer":
      return { type: "footer", text: inlineText(children) };
    case "hr":
      return { type: "divider" };
    case "pre":
      return preformatted(node);
    case "ul":
    case "ol":
      return { type: "list", items: listItems(node, readMedia) };
    case "blockquote":
      return quotation(node, readMedia);
    case "aside": {
      const { rest, credit } = takeCredit(children);
      return { type: "pullquote", text: inlineText(rest), ...credit };
    }
    case "table":
      return richTable(node);
    case "details":
      return details(node, readMedia);
    case "tg-math-block":
      return { type: "mathematical_expression", expression: rawText(node) };
    case "tg-button-row": {
      const align = attributes.align as "left" | "center" | "right" | undefined;
      const buttons = elements(children, "tg-button").map(richButton);
      return { type: "buttons", buttons, ...given({ align }) };
    }
    case "img":
    case "tg-document":
      return readMedia(node);
    default:
      throw cannotParse(`Tag "${name}" is not allowed here at byte offset ${node.at}`);
  }
}

function preformatted(node: RichNode): RichBlock {
  const [code] = elements(node.children, "code");
  const language = code?.attributes.class?.replace(/^language-/, "");
  return { type: "pre", text: rawText(node), ...given({ language }) };
}

function listItems(list: RichNode, readMedia: ReadMedia): RichBlockListItem[] {
  const items = elements(list.children, "li");
  const isOrdered = list.name === "ol";
  let value = Number(list.attributes.start ?? 1);

  return items.map((item) => {
    const [box] = elements(item.children, "input");
    const blocks = blocksOf(
      item.children.filter((child) => child !== box),
      readMedia,
    );
    const checkbox = box && {
      has_checkbox: true as const,
      ...("checked" in box.attributes ? { is_checked: true as const } : {}),
    };
    if (!isOrdered) return { label: "•", blocks, ...checkbox };

    value = Number(item.attributes.value ?? value);
    const type = (item.attributes.type ?? list.attributes.type ?? "1") as RichBlockListItem["type"];
    return {
      label: listLabel(value, type),
      blocks,
      ...checkbox,
      value: value++,
      ...given({ type }),
    };
  });
}

function quotation({ attributes, children }: RichNode, readMedia: ReadMedia): RichBlock {
  const { rest, credit } = takeCredit(children);
  if ("expandable" in attributes) {
    return { type: "expandable_blockquote", text: inlineText(rest), ...credit };
  }
  return { type: "blockquote", blocks: blocksOf(rest, readMedia), ...credit };
}

function details({ attributes, children }: RichNode, readMedia: ReadMedia): RichBlock {
  const [summary] = elements(children, "summary");
  return {
    type: "details",
    summary: summary ? inlineText(summary.children) : "",
    blocks: blocksOf(
      children.filter((child) => child !== summary),
      readMedia,
    ),
    ...("open" in attributes ? { is_open: true as const } : {}),
  };
}

function takeCredit(children: RichNode["children"]) {
  const cites = elements(children, "cite");
  const credit = flatten(cites.map((cite) => inlineText(cite.children)));
  return {
    rest: children.filter((child) => typeof child === "string" || child.name !== "cite"),
    credit: credit === "" ? {} : { credit },
  };
}

/** The child elements of one name. */
export const elements = (children: RichNode["children"], name: string) =>
  children.filter((child): child is RichNode => typeof child !== "string" && child.name === name);
