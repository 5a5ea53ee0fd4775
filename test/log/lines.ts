// The real log, writing into memory.
import type { Log } from "#src/delivery/log.ts";
import { type LogOptions, makeLog } from "#src/log.ts";

export type Lines = Log & {
  /** Everything that was written. */
  all: () => string;
  last: () => unknown;
};

export const logInto = (level: string, options: Omit<LogOptions, "to"> = {}): Lines => {
  let written = "";
  const to = {
    write: (line: string) => {
      written += line;
    },
  };
  return {
    ...bound(makeLog(level, { ...options, to })),
    all: () => written,
    last: () => JSON.parse(written.trim().split("\n").at(-1) ?? "null"),
  };
};

/** The methods of a pino logger need the logger. */
const bound = (log: Log): Log => ({
  debug: (fields, text) => log.debug(fields, text),
  info: (fields, text) => log.info(fields, text),
  warn: (fields, text) => log.warn(fields, text),
  error: (fields, text) => log.error(fields, text),
});
