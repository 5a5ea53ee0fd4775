import { parseArgs } from "node:util";
import type { CliCommand, Given } from "./cli-command.ts";
import { wrongUsage } from "./cli-error.ts";
import { readMoment } from "./moment.ts";

/** The command whose name the first words are, the longest first, and what follows them. */
export const findCommand = (
  commands: readonly CliCommand[],
  argv: readonly string[],
): { command: CliCommand; rest: string[] } | null => {
  const byLength = [...commands].sort((a, b) => b.name.length - a.name.length);
  for (const command of byLength) {
    const words = command.name.split(" ");
    if (words.every((word, at) => argv[at] === word)) {
      return { command, rest: argv.slice(words.length) };
    }
  }
  return null;
};

const parse = (command: CliCommand, rest: readonly string[]) => {
  const types = Object.entries(command.options).map(([name, { type }]) => [name, { type }]);
  const options = { ...Object.fromEntries(types), help: { type: "boolean", short: "h" } } as Record<
    string,
    { type: "string" | "boolean" }
  >;
  try {
    return parseArgs({ args: [...rest], options, allowPositionals: true, strict: true });
  } catch (error) {
    // Node's own sentence; what follows its first one tells programmers how to quote.
    const [said = ""] = (error as Error).message.split(/(?<=')\. /);
    throw wrongUsage(`${said.replace(/\.$/, "")}; see: dondoc ${command.name} --help`);
  }
};

/** @throws CliError for options that the command does not have, or a moment that is none. */
export const readGiven = (
  command: CliCommand,
  rest: readonly string[],
): { help: boolean; given: Given } => {
  const { values, positionals } = parse(command, rest);
  const text = (option: string): string | undefined => {
    const value = values[option];
    return typeof value === "string" ? value : undefined;
  };
  const atText = text("at");
  const at = atText === undefined ? null : readMoment(atText);
  if (atText !== undefined && at === null) {
    throw wrongUsage(`--at “${atText}” is no date (2026-11-23) or time (2026-11-23T08:00+07:00)`);
  }
  const given = { words: positionals, text, flag: (option: string) => values[option] === true, at };
  return { help: values.help === true, given };
};

/** The only word that a command takes. @throws CliError where there is none, or another. */
export const onlyWord = ({ words }: Given, what: string): string => {
  const [word, another] = words;
  if (word === undefined || word.trim() === "") throw wrongUsage(`${what} is missing`);
  if (another !== undefined) throw wrongUsage(`“${another}” is one word too many`);
  return word;
};

/** @throws CliError for any word. */
export const noWords = ({ words }: Given): void => {
  if (words[0] !== undefined) throw wrongUsage(`“${words[0]}” is one word too many`);
};
