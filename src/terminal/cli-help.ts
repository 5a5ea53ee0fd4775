import type { CliCommand, CliOption } from "./cli-command.ts";

const column = (pairs: readonly (readonly [string, string])[]): string[] => {
  const width = Math.max(0, ...pairs.map(([left]) => left.length));
  return pairs.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
};

const optionLine = ([name, option]: [string, CliOption]): [string, string] => [
  option.type === "string" ? `--${name} ${option.value ?? "TEXT"}` : `--${name}`,
  option.help,
];

export const programHelp = (commands: readonly CliCommand[]): string =>
  [
    "dondoc: the operator's command line of Đôn Đốc. It works while the bot runs.",
    "",
    "Usage: npm run -s dondoc -- COMMAND [options]",
    "",
    ...column(commands.map(({ name, summary }) => [name, summary] as const)),
    "",
    "dondoc COMMAND --help tells about one command.",
    "The database is the one that the bot uses with the same settings: DATABASE_URL, else embedded in",
    "DATA_DIR; without BOT_TOKEN the playground's, in DATA_DIR/playground.",
    "Exit status: 0 it worked, 1 it did not, 2 it was asked wrongly.",
  ].join("\n");

export const commandHelp = (command: CliCommand): string =>
  [
    command.summary,
    "",
    `Usage: dondoc ${command.name} ${command.usage}`.trimEnd(),
    "",
    ...column([
      ...Object.entries(command.options).map(optionLine),
      ["--help", "this text"] as [string, string],
    ]),
    ...(command.details === undefined ? [] : ["", ...command.details]),
    "",
    `Example: npm run -s dondoc -- ${command.example}`,
  ].join("\n");
