import type { ApiResponse } from "@grammyjs/types";

import { createSignal, type Signal } from "../signal.ts";
import type { MethodName } from "./method-types.ts";

export type BotCall = {
  /** Grows by one with each call. */
  number: number;
  /** Civil time, epoch ms. */
  at: number;
  method: MethodName;
  payload: Readonly<Record<string, unknown>>;
  /** Absent while the call runs, and for ever when it was not taken. */
  outcome?: ApiResponse<unknown>;
  /** The fault that kept the answer from the bot. */
  lost?: "reset-before" | "reset-after" | "hang";
};

export type CallLog = {
  start: (method: MethodName, payload: Record<string, unknown>) => BotCall;
  finish: (call: BotCall, end: Pick<BotCall, "outcome" | "lost">) => void;
  /** The newest calls, oldest first. */
  all: () => readonly BotCall[];
  /** The number of the newest call, 0 before the first. */
  last: () => number;
  finished: Signal<BotCall>;
};

/** A bot that polls for weeks must not fill the memory. */
const longest = 20_000;

export function createCallLog(now: () => number): CallLog {
  let calls: BotCall[] = [];
  let last = 0;
  const finished = createSignal<BotCall>();

  return {
    start: (method, payload) => {
      const told = withoutBytes(payload) as BotCall["payload"];
      const call: BotCall = { number: ++last, at: now(), method, payload: told };
      calls.push(call);
      if (calls.length > 2 * longest) calls = calls.slice(-longest);
      return call;
    },
    finish: (call, end) => {
      Object.assign(call, end);
      finished.emit(call);
    },
    all: () => calls,
    last: () => last,
    finished,
  };
}

/** Of an uploaded file the log keeps the size, not the contents. */
function withoutBytes(value: unknown): unknown {
  if (Buffer.isBuffer(value)) return { bytes: value.length };
  if (Array.isArray(value)) return value.map(withoutBytes);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutBytes(item)]));
}
