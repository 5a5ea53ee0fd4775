// Several messages by jobs for one person become one: their parts under one another, in as many
// lines as one message holds. Each part keeps what it came with, so that what is no longer needed
// when the message is sent is left out of it. Pure.

import { formatTaskCode } from "#src/language/task-code.ts";
import type { Language } from "#src/messages/language.ts";
import {
  type Block,
  type Button,
  type MessageKind,
  type OutgoingMessage,
  paragraph,
  type Reply,
} from "#src/messages/reply.ts";
import { withinLimit } from "#src/messages/within-limit.ts";
import { andMore } from "#src/messages/words/alerts.ts";
import { waitsForMorning } from "./quiet-hours.ts";

export type Part = { key: string; kind: MessageKind; nag: boolean; reply: Reply };

/** One message of Telegram holds 4,096 characters where it is plain text. */
const MOST_CHARACTERS = 3_600;
const MOST_BUTTON_ROWS = 8;
/** Lines in the lists of each part, tried one after another until the whole fits. */
const LINES = [12, 8, 5, 3, 1];
/** Of a part that does not fit: what it is about. */
const FIRST_BLOCKS = 2;

const BETWEEN = paragraph("———");

const textLength = (block: Block): number => {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return block.runs.reduce(
        (sum, run) => sum + (typeof run === "string" ? run : (Object.values(run)[0] ?? "")).length,
        1,
      );
    case "list":
      return block.items.reduce(
        (sum, { runs }) => sum + 2 + textLength({ kind: "paragraph", runs }),
        0,
      );
    case "table":
      return [block.header, ...block.rows].reduce((sum, row) => sum + row.join("  ").length + 1, 0);
    case "details":
      return block.summary.length + lengthOf(block.blocks);
  }
};

const lengthOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + textLength(block), 0);

/**
 * What an earlier part says (a ranking for two groups) is not said again; a heading is, where
 * something new stands under it.
 */
const withoutRepeats = (replies: readonly Reply[]): Reply[] => {
  const said = new Set<string>();
  return replies.map((reply) => {
    const texts = reply.blocks.map((block) => JSON.stringify(block));
    const kept: Block[] = [];
    let keptNext = false;
    for (const [at, block] of [...reply.blocks.entries()].reverse()) {
      keptNext = !said.has(texts[at] ?? "") || (block.kind === "heading" && keptNext);
      if (keptNext) kept.unshift(block);
    }
    for (const text of texts) said.add(text);
    return { ...reply, blocks: kept };
  });
};

const together = (parts: readonly Block[][]): Block[] =>
  parts
    .filter((blocks) => blocks.length > 0)
    .flatMap((blocks, at) =>
      at === 0 || blocks[0]?.kind === "heading" ? blocks : [BETWEEN, ...blocks],
    );

/** Among others a card's "Báo tiến độ" does not say of what: its code leads to the card. */
const buttonsOf = ({ reply }: Part): Button[][] => {
  if (reply.card === undefined) return reply.buttons ?? [];
  const code = formatTaskCode(reply.card.taskId);
  return [[{ label: code, command: `/viec ${code}` }]];
};

/** The same command once; where two have one label, what each is about stands beside it. */
const distinct = (rows: readonly Button[][]): Button[][] => {
  const all = new Map(rows.flat().map((button) => [button.command, button]));
  const sharing = (label: string): number =>
    [...all.values()].filter((button) => button.label === label).length;
  const seen = new Set<string>();
  return rows
    .map((row) =>
      row.flatMap((button) => {
        if (seen.has(button.command)) return [];
        seen.add(button.command);
        const about = /\s(.+)$/.exec(button.command)?.[1];
        const clash = sharing(button.label) > 1 && about !== undefined;
        return [clash ? { ...button, label: `${button.label} · ${about}` } : button];
      }),
    )
    .filter((row) => row.length > 0)
    .slice(0, MOST_BUTTON_ROWS);
};

/** As much as one message holds; of the rest the first lines, then how many there are. */
const fitting = (parts: readonly Part[], language: Language): Block[] => {
  const replies = withoutRepeats(parts.map(({ reply }) => reply));
  for (const lines of LINES) {
    const blocks = together(replies.map((reply) => withinLimit(reply, lines).blocks));
    if (lengthOf(blocks) <= MOST_CHARACTERS) return blocks;
  }
  const shown: Block[][] = [];
  const short = replies.map((reply) => withinLimit(reply, 1).blocks);
  for (const [at, blocks] of short.entries()) {
    const room = MOST_CHARACTERS - lengthOf(shown.flat());
    const rest = short.length - at;
    // Something is always said of the first, as long as it may be alone.
    if (at === 0 || lengthOf(blocks) <= room / rest) shown.push(blocks);
    else if (lengthOf(blocks.slice(0, FIRST_BLOCKS)) <= room) {
      shown.push(blocks.slice(0, FIRST_BLOCKS));
    } else {
      return [...together(shown), paragraph(andMore(language, rest, "/viec"))];
    }
  }
  return together(shown);
};

/** What the parts say together; a single one says it as it is. */
export const joinParts = (parts: readonly Part[], language: Language): Reply => {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return withinLimit(only.reply);
  const buttons = distinct(parts.flatMap(buttonsOf));
  const files = parts.flatMap(({ reply }) => reply.files ?? []);
  return {
    blocks: fitting(parts, language),
    ...(buttons.length === 0 ? {} : { buttons }),
    ...(files.length === 0 ? {} : { files }),
  };
};

export const toPart = ({ key, kind, nag, reply }: OutgoingMessage): Part => ({
  key,
  kind,
  nag: nag === true,
  reply,
});

/** A slot's messages as they would go out: to each person one. */
export const bundled = (messages: readonly OutgoingMessage[]): OutgoingMessage[] => {
  const whole = Map.groupBy(messages, ({ to, kind, key }) =>
    "personId" in to && waitsForMorning(kind) ? `person:${to.personId}` : key,
  );
  return [...whole.values()].flatMap((several): OutgoingMessage[] => {
    const [first] = several;
    if (first === undefined) return [];
    const parts = several.map(toPart);
    const language = first.reply.limit?.language ?? "vi";
    return [{ ...first, kind: kindOf(parts), reply: joinParts(parts, language) }];
  });
};

/** An alert is stale once a chat was blocked; whatever else is among the parts is not. */
export const kindOf = (parts: readonly Part[]): MessageKind => {
  const kinds = new Set(parts.map(({ kind }) => kind));
  const [only] = kinds;
  return only !== undefined && kinds.size === 1 ? only : "notice";
};
