import type { ApiResponse } from "@grammyjs/types";

import { createSignal, type Signal } from "../signal.ts";
import type { Fault } from "./faults.ts";
import type { MethodName } from "./method-types.ts";

export type BotCall = {
  /** Grows by one with each call. */
  number: number;
  /** Civil time, epoch ms. */
  at: number;
  /** On the clock of the pace, ms: when the call was read, and when its outcome was known. */
  startedMs: number;
  endedMs?: number;
  method: MethodName;
  payload: Readonly<Record<string, unknown>>;
  /** Absent while the call runs, and for ever when it was not taken. */
  outcome?: ApiResponse<unknown>;
  /** The fault that was ordered for it. */
  fault?: Fault["kind"];
  /** What kept the answer from the bot; "cut": its connection was closed before the answer left. */
  lost?: "reset-before" | "reset-after" | "hang" | "cut";
};

export type CallLog = {
  start: (method: MethodName, payload: Record<string, unknown>) => BotCall;
  finish: (call: BotCall, end: Pick<BotCall, "outcome" | "lost">) => void;
  /** The bot hung up, or its connection was cut, before it could hear the outcome. */
  unheard: (call: BotCall) => void;
  /** The newest calls, oldest first. */
  all: () => readonly BotCall[];
  /** The number of the newest call, 0 before the first. */
  last: () => number;
  finished: Signal<BotCall>;
};

/** A bot that polls for weeks must not fill the memory. */
const longest = 20_000;

export function createCallLog(now: () => number, monotonic: () => number): CallLog {
  let calls: BotCall[] = [];
  let last = 0;
  const finished = createSignal<BotCall>();

  return {
    start: (method, payload) => {
      const told = withoutBytes(payload) as BotCall["payload"];
      const startedMs = monotonic();
      const call: BotCall = { number: ++last, at: now(), startedMs, method, payload: told };
      calls.push(call);
      if (calls.length > 2 * longest) calls = calls.slice(-longest);
      return call;
    },
    finish: (call, end) => {
      Object.assign(call, end, { endedMs: monotonic() });
      finished.emit(call);
    },
    unheard: (call) => {
      call.lost ??= "cut";
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
