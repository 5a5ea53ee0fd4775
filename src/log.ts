// JSON lines at the configured level. Never, at any level, a token, an invite code or a password;
// no text that people wrote, and no name of theirs, unless the level is debug (docs/operations.md).
import { type DestinationStream, pino } from "pino";
import type { Log } from "./delivery/log.ts";
import { describeError } from "./log/describe-error.ts";
import { makeMask } from "./log/mask-secrets.ts";
import { shownText } from "./log/shown-text.ts";

export type LogOptions = {
  /** Secrets of this process, to be masked wherever they come up; an address: its password. */
  secrets?: readonly string[];
  /** Where the lines go; the standard output unless told. */
  to?: DestinationStream;
};

const isWhole = (level: string): boolean => level === "debug" || level === "trace";

/** A field as it may be shown: errors described, strings without values, what is nested likewise. */
const shown = (value: unknown, whole: boolean): unknown => {
  if (value instanceof Error) return describeError(value, whole);
  if (typeof value === "bigint") return String(value);
  if (typeof value === "string") return whole ? value : shownText(value);
  if (value instanceof Date || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => shown(one, whole));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shown(one, whole)]));
};

/**
 * Makes the log of a process.
 * @param level A level of pino; at `debug` and `trace` messages of errors are whole
 */
export const makeLog = (level: string, { secrets = [], to }: LogOptions = {}): Log => {
  const whole = isWhole(level);
  const field = (value: unknown) => shown(value, whole);
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) =>
          Object.fromEntries(
            Object.entries(fields).map(([key, value]) => [
              key,
              // Anything may be thrown, and not only errors are.
              key === "err" ? describeError(value, whole) : field(value),
            ]),
          ),
      },
      serializers: { err: (described: unknown) => described },
      hooks: { streamWrite: makeMask(secrets) },
    },
    to ?? pino.destination({ fd: 1, sync: true }),
  );
};
