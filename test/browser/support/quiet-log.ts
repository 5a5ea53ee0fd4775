// A log that keeps warnings and errors instead of printing them.
import type { Log } from "#src/delivery/log.ts";

const worded = (fields: object, text: string): string => {
  const error = "err" in fields && fields.err instanceof Error ? `: ${fields.err.stack}` : "";
  return `${text}${error}`;
};

export const quietLog = (): { log: Log; problems: string[] } => {
  const problems: string[] = [];
  const nothing = () => undefined;
  const error = (fields: object, text: string) => {
    problems.push(worded(fields, text));
  };
  return { log: { debug: nothing, info: nothing, warn: nothing, error }, problems };
};
