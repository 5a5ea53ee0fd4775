// From the words on the command line to an exit status.
import { jobs } from "#jobs/index.ts";
import { type Config, loadEnvFile, readConfig } from "#src/config.ts";
import { plainLetters } from "#src/messages/plain-letters.ts";
import { findCommand, readGiven } from "./cli-arguments.ts";
import type { CliCommand, Given, Surroundings } from "./cli-command.ts";
import { openMigrated } from "./cli-database.ts";
import { CliError, didNotWork, errorLine, wrongUsage } from "./cli-error.ts";
import { commandHelp, programHelp } from "./cli-help.ts";
import { cliCommands } from "./commands/index.ts";
import { databaseClock } from "./database-clock.ts";

const configOf = (env: NodeJS.ProcessEnv): Config => {
  const known = jobs.map((job) => job.setting);
  const read = readConfig(loadEnvFile(".env", env), known);
  if (!read.ok) throw didNotWork(read.mistakes.join("; "));
  return read.config;
};

const run = async (command: CliCommand, given: Given, around: Surroundings): Promise<number> => {
  const config = configOf(around.env);
  if (command.database === "own") return command.run({ ...around, config }, given);
  const database = await openMigrated(config.database, command.database);
  try {
    const { db } = database;
    const recordedAt = await databaseClock(db);
    const now = given.at?.at ?? recordedAt;
    return await command.run({ ...around, config, database, db, now, recordedAt }, given);
  } finally {
    await database.close();
  }
};

const unknown = ([first]: readonly string[]): string => {
  if (first === undefined) return "a command is missing";
  const longer = cliCommands.filter(({ name }) => name.startsWith(`${first} `));
  if (longer.length === 0) return `unknown command “${first}”`;
  return `“${first}” is only the beginning of ${longer.map(({ name }) => name).join(", ")}`;
};

const runOrThrow = async (argv: readonly string[], around: Surroundings): Promise<number> => {
  const [first] = argv;
  const found = findCommand(cliCommands, argv);
  if (found === null) {
    if (first === "--help" || first === "-h" || first === "help") {
      around.out(programHelp(cliCommands));
      return 0;
    }
    throw wrongUsage(`${unknown(argv)}; see: dondoc --help`);
  }
  const { help, given } = readGiven(found.command, found.rest);
  if (help) {
    around.out(commandHelp(found.command));
    return 0;
  }
  return run(found.command, given, around);
};

/** Never throws: an error is one line on stderr, with its stack where LOG_LEVEL is debug. */
export const runCli = async (argv: readonly string[], bare: Surroundings): Promise<number> => {
  // Whatever a command prints, figures as JSON and errors too, steers nobody's terminal.
  const around: Surroundings = {
    ...bare,
    out: (text) => bare.out(plainLetters(text)),
    err: (line) => bare.err(plainLetters(line)),
  };
  try {
    return await runOrThrow(argv, around);
  } catch (error) {
    around.err(`dondoc: ${errorLine(error)}`);
    const debug = around.env.LOG_LEVEL === "debug";
    if (debug && error instanceof Error && !(error instanceof CliError)) {
      around.err(error.stack ?? "");
    }
    return error instanceof CliError ? error.exitCode : 1;
  }
};
