import type { Log } from "#src/delivery/log.ts";
import { errorLine } from "./cli-error.ts";

/** What goes wrong behind a session, one line each; everything else only where LOG_LEVEL is debug. */
export const makeTerminalLog = (err: (line: string) => void, level: string): Log => {
  const line =
    (name: string) =>
    (fields: object, text: string): void => {
      const { err: cause, ...rest } = fields as { err?: unknown };
      const figures = Object.entries(rest).map(([key, value]) => `${key}=${String(value)}`);
      const told = cause === undefined ? [] : [errorLine(cause)];
      err([`${name}: ${text}`, ...figures, ...told].join(" · "));
      if (level === "debug" && cause instanceof Error) err(cause.stack ?? "");
    };
  const quiet = level === "debug" ? line : () => () => undefined;
  return { debug: quiet("debug"), info: quiet("info"), warn: line("warn"), error: line("error") };
};
