// What a command of `dondoc` is. Its values come in, its exit status goes out.
import type { Config } from "#src/config.ts";
import type { OpenDatabase } from "#src/database/open.ts";
import type { ChatInput } from "./chat-loop.ts";
import type { Moment } from "./moment.ts";

export type CliOption = {
  type: "string" | "boolean";
  /** How the value is shown in the help: `DATE`. */
  value?: string;
  help: string;
};

/** What was typed behind the command's name. */
export type Given = {
  words: readonly string[];
  text: (option: string) => string | undefined;
  flag: (option: string) => boolean;
  /** `--at`, read. */
  at: Moment | null;
};

/** Where a program reads and writes; tests bring their own. */
export type Surroundings = {
  env: NodeJS.ProcessEnv;
  input: ChatInput;
  /** What relative paths start from. */
  folder: string;
  out: (text: string) => void;
  err: (line: string) => void;
};

export type House = Surroundings & {
  config: Config;
  database: OpenDatabase;
  db: OpenDatabase["db"];
  /** The moment that the command is run for: `--at`, else `recordedAt`. */
  now: Date;
  /** The clock of this database, for what is written down. */
  recordedAt: Date;
};

type Shown = {
  /** As typed: `agencies import`. */
  name: string;
  summary: string;
  /** What follows the name: `FILE --issuer "…"`. */
  usage: string;
  options: Readonly<Record<string, CliOption>>;
  example: string;
  /** More than one line of help, where there is more to say. */
  details?: readonly string[];
};

/**
 * A command that works on an open, migrated database. `database`: "made" migrates a fresh one on
 * the fly, "there" sends the operator to `dondoc migrate`.
 */
export type DatabaseCommand = Shown & {
  database: "made" | "there";
  run: (house: House, given: Given) => Promise<number>;
};

/** A command that opens the database in its own way. */
export type BareCommand = Shown & {
  database: "own";
  run: (bare: Surroundings & { config: Config }, given: Given) => Promise<number>;
};

export type CliCommand = DatabaseCommand | BareCommand;

export const AT: CliOption = {
  type: "string",
  value: "DATE|TIME",
  help: "run for this day (noon) or moment, in Vietnamese time",
};
export const JSON_OUT: CliOption = { type: "boolean", help: "print JSON" };
