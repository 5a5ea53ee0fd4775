import type { MessageEntity } from "@grammyjs/types";

type Detected = "bot_command" | "mention" | "url" | "email" | "hashtag";

/**
 * What Telegram finds by itself in plain text. The order matters: an address inside a URL
 * is not a mention. A command ends where a letter of any alphabet follows, so `/việc` is
 * none: commands are ASCII, and a bot in privacy mode never sees such a message.
 */
const patterns: [Detected, RegExp][] = [
  ["url", /(?<![\p{L}\p{N}_@])(?:https?:\/\/|t\.me\/)[^\s<>"]*[^\s<>".,;:!?)\]]/giu],
  ["email", /(?<![\p{L}\p{N}_.+-])[a-z0-9_.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/giu],
  [
    "bot_command",
    /(?<![\p{L}\p{N}_/<>])\/[a-z0-9_]{1,64}(?:@[a-z0-9_]{3,32})?(?![\p{L}\p{N}_/])/giu,
  ],
  ["mention", /(?<![\p{L}\p{N}_@])@[a-z0-9_]{3,32}(?![\p{L}\p{N}_])/giu],
  ["hashtag", /(?<![\p{L}\p{N}_])#(?=[\p{N}_]*\p{L})[\p{L}\p{M}\p{N}_]{1,255}/gu],
];

/** Entities of plain text, beside the ones it has; offsets are UTF-16 units. */
export function detectEntities(text: string, existing: readonly MessageEntity[] = []) {
  const found: MessageEntity[] = [];
  const isTaken = (offset: number, length: number) =>
    [...existing.filter(isOpaque), ...found].some(
      (entity) => offset < entity.offset + entity.length && entity.offset < offset + length,
    );

  for (const [type, pattern] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const length = match[0].length;
      if (!isTaken(match.index, length)) found.push({ type, offset: match.index, length });
    }
  }
  return inOrder([...existing, ...found]);
}

const isOpaque = ({ type }: MessageEntity) =>
  ["code", "pre", "text_link", "text_mention"].includes(type);

/** Outer entities before those inside them. */
export const inOrder = (entities: MessageEntity[]) =>
  entities.sort((a, b) => a.offset - b.offset || b.length - a.length);
