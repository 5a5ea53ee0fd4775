import type { MessageEntity, User } from "@grammyjs/types";

import { cannotParse } from "../api-error.ts";
import { type HtmlToken, htmlTokens } from "./html-tokens.ts";

export type Formatted = { text: string; entities: MessageEntity[] };

export type FindUser = (id: number) => User | undefined;

type Open = Extract<HtmlToken, { kind: "open" }> & { start: number };

type Style = MessageEntity.CommonMessageEntity["type"];

const styles: Record<string, Style> = {
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
  "tg-spoiler": "spoiler",
  span: "spoiler",
};

const otherTags = ["a", "pre", "blockquote", "tg-emoji", "tg-time"];

/**
 * Parses `parse_mode: "HTML"`; offsets are UTF-16 units.
 *
 * @throws "can't parse entities" with Telegram's sentence for the mistake
 */
export function parseHtml(source: string, findUser: FindUser): Formatted {
  const entities: MessageEntity[] = [];
  const open: Open[] = [];
  let text = "";

  for (const token of htmlTokens(source, "plain")) {
    if (token.kind === "text") text += token.text;
    else if (token.kind === "open") {
      checkTag(token);
      open.push({ ...token, start: text.length });
    } else {
      const tag = close(open, token);
      const inner = open.at(-1);
      const entity = entityOf(tag, text, inner, findUser);
      if (entity && entity.length > 0) add(entities, entity, tag);
    }
  }

  const unclosed = open.at(-1);
  if (unclosed) {
    throw cannotParse(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
  }
  return { text, entities };
}

function checkTag({ name, at, attributes }: Extract<HtmlToken, { kind: "open" }>) {
  if (!(name in styles) && !otherTags.includes(name)) {
    throw cannotParse(`Unsupported start tag "${name}" at byte offset ${at}`);
  }
  if (name === "span" && attributes.class !== "tg-spoiler") {
    throw cannotParse(`Tag "span" must have class "tg-spoiler" at byte offset ${at}`);
  }
}

function close(open: Open[], token: Extract<HtmlToken, { kind: "close" }>): Open {
  const tag = open.pop();
  if (!tag) throw cannotParse(`Unexpected end tag at byte offset ${token.at}`);
  if (token.name !== "" && token.name !== tag.name) {
    const names = `expected "</${tag.name}>", found "</${token.name}>"`;
    throw cannotParse(`Unmatched end tag at byte offset ${token.at}, ${names}`);
  }
  return tag;
}

function entityOf(tag: Open, text: string, outer: Open | undefined, findUser: FindUser) {
  const place = { offset: tag.start, length: text.length - tag.start };
  const { name, attributes } = tag;

  if (name === "a") return link(attributes.href ?? text.slice(tag.start), place, findUser);
  if (name === "pre") return { type: "pre" as const, ...place };
  if (name === "code" && outer?.name === "pre" && attributes.class?.startsWith("language-")) {
    // The language belongs to the <pre> around it; `add` moves it there.
    return { type: "pre" as const, ...place, language: attributes.class.slice(9) };
  }
  if (name === "blockquote") {
    const type = "expandable" in attributes ? "expandable_blockquote" : "blockquote";
    return { type, ...place } satisfies MessageEntity;
  }
  if (name === "tg-emoji") {
    const id = attributes["emoji-id"] ?? "";
    return { type: "custom_emoji" as const, ...place, custom_emoji_id: id };
  }
  if (name === "tg-time") return dateTime(attributes, place, tag.at);
  const type = styles[name];
  return type && ({ type, ...place } as MessageEntity);
}

type Place = { offset: number; length: number };

function dateTime(attributes: Record<string, string>, place: Place, at: number): MessageEntity {
  const unix = Number(attributes.unix);
  if (!Number.isInteger(unix))
    throw cannotParse(`Invalid date-time specified at byte offset ${at}`);
  type DateTime = MessageEntity.DateTimeMessageEntity;
  const format = (attributes.format ?? "") as DateTime["date_time_format"];
  return { type: "date_time", ...place, unix_time: unix, date_time_format: format };
}

export function link(url: string, place: Place, findUser: FindUser): MessageEntity | undefined {
  const mentioned = /^tg:\/\/user\?id=(\d+)$/.exec(url);
  if (!mentioned)
    return /^\S+\.\S+|^tg:/.test(url) ? { type: "text_link", ...place, url } : undefined;
  const user = findUser(Number(mentioned[1]));
  return user && { type: "text_mention", ...place, user };
}

/** `<pre><code class="language-x">` is one entity, not two. */
function add(entities: MessageEntity[], entity: MessageEntity, tag: Open) {
  const last = entities.at(-1);
  const sameSpan = last?.offset === entity.offset && last.length === entity.length;
  if (tag.name === "pre" && last?.type === "pre" && sameSpan) return;
  entities.push(entity);
}
