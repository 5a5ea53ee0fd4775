import type { MessageEntity } from "@grammyjs/types";

import { cannotParse } from "../api-error.ts";
import { type FindUser, type Formatted, link } from "./parse-html.ts";

type Mark = { sign: string; type: MessageEntity["type"]; name: string };
type Open = { mark: Mark; start: number; at: number };

/** Longer signs first: `__` is not twice `_`. */
const marks: Mark[] = [
  { sign: "```", type: "pre", name: "Pre" },
  { sign: "__", type: "underline", name: "Underline" },
  { sign: "||", type: "spoiler", name: "Spoiler" },
  { sign: "*", type: "bold", name: "Bold" },
  { sign: "_", type: "italic", name: "Italic" },
  { sign: "~", type: "strikethrough", name: "Strikethrough" },
  { sign: "`", type: "code", name: "Code" },
];

const legacySigns = ["```", "*", "_", "`"];
const reserved = "_*[]()~`>#+-=|{}.!";

/**
 * Parses `MarkdownV2`, or the older `Markdown`, which reserves fewer signs and does not nest.
 *
 * @throws "can't parse entities" for an unescaped reserved sign or an entity without end
 */
export function parseMarkdown(source: string, version: 1 | 2, findUser: FindUser): Formatted {
  const known = version === 2 ? marks : marks.filter(({ sign }) => legacySigns.includes(sign));
  const entities: MessageEntity[] = [];
  const open: Open[] = [];
  const byteAt = (index: number) => Buffer.byteLength(source.slice(0, index));
  let text = "";
  let quoteStart: number | undefined;
  let index = 0;

  const endQuote = () => {
    if (quoteStart === undefined) return;
    const length = text.length - quoteStart;
    entities.push({ type: "blockquote", offset: quoteStart, length });
    quoteStart = undefined;
  };

  while (index < source.length) {
    const char = source[index] ?? "";
    const inCode = ["pre", "code"].includes(open.at(-1)?.mark.type ?? "");
    const atLineStart = index === 0 || source[index - 1] === "\n";

    if (atLineStart && !inCode && version === 2) {
      if (char === ">") {
        quoteStart ??= text.length;
        index++;
        continue;
      }
      endQuote();
    }

    if (char === "\\" && index + 1 < source.length && isEscapable(source[index + 1] ?? "")) {
      text += source[index + 1];
      index += 2;
      continue;
    }

    const mark = known.find(({ sign }) => source.startsWith(sign, index));
    const current = open.at(-1);
    if (mark && current?.mark === mark) {
      open.pop();
      const length = text.length - current.start;
      if (length > 0) entities.push(spanOf(mark, current.start, length));
      index += mark.sign.length;
    } else if (inCode) {
      text += char;
      index++;
    } else if (mark) {
      open.push({ mark, start: text.length, at: byteAt(index) });
      index += mark.sign.length;
    } else if (char === "[") {
      const found = /^\[((?:\\.|[^\]\\])*)\]\(((?:\\.|[^)\\])*)\)/.exec(source.slice(index));
      if (!found) throw cannotParse(`Can't find end of a URL at byte offset ${byteAt(index)}`);
      const inner = parseMarkdown(found[1] ?? "", version, findUser);
      const place = { offset: text.length, length: inner.text.length };
      const entity = link((found[2] ?? "").replace(/\\(.)/g, "$1"), place, findUser);
      if (entity) entities.push(entity);
      entities.push(...inner.entities.map((e) => ({ ...e, offset: e.offset + text.length })));
      text += inner.text;
      index += found[0].length;
    } else if (version === 2 && reserved.includes(char)) {
      const hint = "is reserved and must be escaped with the preceding '\\'";
      throw cannotParse(`Character '${char}' ${hint}`);
    } else {
      text += char;
      index++;
    }
  }

  const unclosed = open.at(-1);
  if (unclosed) {
    throw cannotParse(
      `Can't find end of ${unclosed.mark.name} entity at byte offset ${unclosed.at}`,
    );
  }
  endQuote();
  return { text, entities };
}

const isEscapable = (char: string) => char.charCodeAt(0) > 0 && char.charCodeAt(0) <= 126;

const spanOf = ({ type }: Mark, offset: number, length: number) =>
  ({ type, offset, length }) as MessageEntity;
