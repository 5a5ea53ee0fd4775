// JSON lines at the configured level. Never a token, an invite code or a message's text: errors of
// the Bot API hold the address with the token in it, so every string is cleaned.
import { pino } from "pino";
import type { Log } from "./delivery/log.ts";

const TOKEN = /\b\d{5,}:[A-Za-z0-9_-]{20,}/g;

const clean = (text: string): string => text.replace(TOKEN, "<token>");

export const makeLog = (level: string): Log =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: {
      err: (error: unknown) =>
        error instanceof Error
          ? {
              type: error.name,
              message: clean(error.message),
              code: (error as { code?: unknown }).code,
              stack: clean(error.stack ?? ""),
            }
          : clean(String(error)),
    },
  });
