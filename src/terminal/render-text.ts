// A reply as plain text, for channels that know no markup: tables as aligned columns, details
// indented, every button as the command that one can type instead.
import type { Language } from "#src/messages/language.ts";
import type { Block, Button, Reply, Run } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/terminal.ts";
import { textColumns, tidy } from "./text-columns.ts";

const INDENT = "  ";

const textOf = (run: Run): string => {
  if (typeof run === "string") return run;
  if ("bold" in run) return run.bold;
  return "italic" in run ? run.italic : run.code;
};

export const runsText = (runs: readonly Run[]): string => tidy(runs.map(textOf).join(""));

const indented = (lines: readonly string[]): string[] =>
  lines.map((line) => (line === "" ? "" : INDENT + line));

const item = (runs: readonly Run[]): string[] => {
  const [first = "", ...more] = runsText(runs).split("\n");
  return [`- ${first}`, ...indented(more)];
};

/** Blocks that stand apart from what is around them. */
const isApart = ({ kind }: Block): boolean => kind === "table" || kind === "details";

const blockLines = (block: Block): string[] => {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return runsText(block.runs).split("\n");
    case "list":
      return block.items.flatMap(({ runs }) => item(runs));
    case "table":
      return [
        ...(block.caption === undefined ? [] : [tidy(block.caption)]),
        ...textColumns(block.header, block.rows, block.align),
      ];
    case "details":
      return [
        `${tidy(block.summary).replace(/[.:]$/, "")}:`,
        ...indented(blocksLines(block.blocks)),
      ];
  }
};

const blocksLines = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block, at) => {
    const before = blocks[at - 1];
    const apart =
      before !== undefined && (block.kind === "heading" || isApart(block) || isApart(before));
    return [...(apart ? [""] : []), ...blockLines(block)];
  });

/** The buttons of a reply in the order in which they are numbered. */
export const buttonsOf = ({ buttons }: Reply): Button[] => (buttons ?? []).flat();

const buttonLine = ({ label, command }: Button, number: number): string =>
  label === command
    ? `${number}) ${tidy(command)}`
    : `${number}) ${tidy(label)} → ${tidy(command)}`;

const keyLine = (language: Language, keys: readonly string[][]): string => {
  const names = keys.flat().map((key) => tidy(key));
  return words.keys(language, names.join(" | "));
};

export type RenderHow = {
  /** The number of the first button. */
  firstNumber?: number;
  /** Drawn again because what it shows has changed. */
  updated?: boolean;
  /** Of what the terminal adds: the names of keys, the mark of what was drawn again. */
  language?: Language;
};

/** The whole reply but for its files. */
export const renderText = (reply: Reply, how: RenderHow = {}): string => {
  const { firstNumber = 1, updated, language = "vi" } = how;
  const buttons = buttonsOf(reply).map((button, at) => buttonLine(button, firstNumber + at));
  const parts = [
    blocksLines(reply.blocks).join("\n"),
    buttons.join("\n"),
    reply.keys === undefined ? "" : keyLine(language, reply.keys),
  ];
  const text = parts.filter((part) => part !== "").join("\n\n");
  return updated === true ? words.updated(language, text) : text;
};
