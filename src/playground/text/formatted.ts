import type { MessageEntity, ParseMode } from "@grammyjs/types";

import { badRequest } from "../api-error.ts";
import { detectEntities } from "./detect.ts";
import { type FindUser, type Formatted, parseHtml } from "./parse-html.ts";
import { parseMarkdown } from "./parse-markdown.ts";

export type TextInput = {
  text: string;
  parseMode: ParseMode | undefined;
  entities: MessageEntity[] | undefined;
};

/**
 * What a bot's text becomes: formatting read, white space around it cut off, commands,
 * mentions and links found.
 *
 * @throws "can't parse entities"
 */
export function readText(input: TextInput, findUser: FindUser): Formatted {
  const { text, entities } = trim(parse(input, findUser));
  return { text, entities: detectEntities(text, entities) };
}

/** Letters, as Telegram counts them for its limits: code points, not UTF-16 units. */
export const countCharacters = (text: string) => [...text].length;

function parse({ text, parseMode, entities }: TextInput, findUser: FindUser): Formatted {
  const mode = parseMode?.toLowerCase();
  if (mode === "html") return parseHtml(text, findUser);
  if (mode === "markdownv2") return parseMarkdown(text, 2, findUser);
  if (mode === "markdown") return parseMarkdown(text, 1, findUser);
  if (mode !== undefined && mode !== "") throw badRequest("unsupported parse_mode");

  for (const { offset, length } of entities ?? []) {
    if (offset + length > text.length) {
      const end = `ends after the end of the text at UTF-16 offset ${offset + length}`;
      throw badRequest(`entity beginning at UTF-16 offset ${offset} ${end}`);
    }
  }
  return { text, entities: entities ?? [] };
}

function trim({ text, entities }: Formatted): Formatted {
  const kept = text.trim();
  const cut = text.length - text.trimStart().length;
  const moved = entities.flatMap((entity) => {
    const start = Math.max(0, entity.offset - cut);
    const end = Math.min(kept.length, entity.offset + entity.length - cut);
    return end > start ? [{ ...entity, offset: start, length: end - start }] : [];
  });
  return { text: kept, entities: moved };
}
