import type { RichMessageButton, RichText, RichTextDateTime } from "@grammyjs/types";

import { cannotParse } from "../api-error.ts";
import { given } from "../given.ts";
import type { RichNode } from "./rich-tree.ts";

const simple: Record<
  string,
  "bold" | "italic" | "underline" | "strikethrough" | "code" | "marked"
> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  ins: "underline",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  code: "code",
  mark: "marked",
};

/** Text of nodes in a line: white space counts once, and not at the edges. */
export function inlineText(children: RichNode["children"]): RichText {
  return trimEdges(children.map((child) => inlineNode(child)));
}

/** Text whose white space is kept: `<pre>`. */
export const rawText = (node: RichNode): string =>
  node.children.map((child) => (typeof child === "string" ? child : rawText(child))).join("");

function inlineNode(node: RichNode | string): RichText {
  if (typeof node === "string") return node.replace(spaces, " ");
  const { name, attributes } = node;
  const text = flatten(node.children.map((child) => inlineNode(child)));

  const type = simple[name];
  if (type) return { type, text };
  switch (name) {
    case "br":
      return "\n";
    case "sub":
      return { type: "subscript", text };
    case "sup":
      return { type: "superscript", text };
    case "tg-spoiler":
      return { type: "spoiler", text };
    case "a":
      return anchor(attributes, text);
    case "tg-reference":
      return { type: "reference", text, name: attributes.name ?? "" };
    case "tg-emoji":
      return {
        type: "custom_emoji",
        custom_emoji_id: attributes["emoji-id"] ?? "",
        alternative_text: rawText(node),
      };
    case "tg-time":
      return dateTime(attributes, text);
    case "tg-math":
      return { type: "mathematical_expression", expression: rawText(node) };
    case "tg-button":
      return { type: "button", button: richButton(node) };
    default:
      throw cannotParse(`Tag "${name}" is not allowed here at byte offset ${node.at}`);
  }
}

const spaces = /[^\S\u00a0]+/g;

function anchor({ href, name }: Record<string, string>, text: RichText): RichText {
  if (href === undefined) return { type: "anchor", name: name ?? "" };
  if (href.startsWith("#")) return { type: "anchor_link", text, anchor_name: href.slice(1) };
  if (href.startsWith("mailto:")) {
    return { type: "email_address", text, email_address: href.slice(7) };
  }
  if (href.startsWith("tel:")) return { type: "phone_number", text, phone_number: href.slice(4) };
  return { type: "url", text, url: href };
}

function dateTime(attributes: Record<string, string>, text: RichText): RichTextDateTime {
  const format = (attributes.format ?? "") as RichTextDateTime["date_time_format"];
  return { type: "date_time", text, unix_time: Number(attributes.unix), date_time_format: format };
}

export function richButton(node: RichNode): RichMessageButton {
  const { type, style, url = "", data = "", query = "", text = "" } = node.attributes;
  const common = {
    text: inlineText(node.children),
    ...given({ style: style as RichMessageButton["style"] }),
  };
  if (type === "url") return { ...common, url };
  if (type === "callback_data") return { ...common, callback_data: data };
  if (type === "web_app") return { ...common, web_app: { url } };
  if (type === "copy_text") return { ...common, copy_text: { text } };
  if (type === "disabled") return { ...common, disabled: {} };
  if (type === "switch_inline_query") return { ...common, switch_inline_query: query };
  if (type === "switch_inline_query_current_chat") {
    return { ...common, switch_inline_query_current_chat: query };
  }
  throw cannotParse(`Unsupported button type "${type}" at byte offset ${node.at}`);
}

/** Nested lists of texts made one, neighbouring strings joined, a single text unwrapped. */
export function flatten(texts: RichText[]): RichText {
  const parts: RichText[] = [];
  for (const text of texts.flat(8) as RichText[]) {
    const last = parts.at(-1);
    if (typeof text === "string" && typeof last === "string") parts[parts.length - 1] = last + text;
    else if (text !== "") parts.push(text);
  }
  return parts.length === 0 ? "" : parts.length === 1 ? (parts[0] ?? "") : parts;
}

function trimEdges(texts: RichText[]): RichText {
  const flat = flatten(texts);
  if (typeof flat === "string") return flat.trim();
  if (!Array.isArray(flat)) return flat;
  const [first, last] = [flat[0], flat.at(-1)];
  if (typeof first === "string") flat[0] = first.trimStart();
  if (typeof last === "string") flat[flat.length - 1] = last.trimEnd();
  return flatten(flat);
}
