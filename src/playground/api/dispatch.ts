import { setTimeout as sleep } from "node:timers/promises";

import type { ApiResponse } from "@grammyjs/types";

import { BotApiError, notFound, tooManyRequests } from "../api-error.ts";
import { type RawArguments, readArguments } from "./arguments.ts";
import type { Backend } from "./backend.ts";
import type { BotCall } from "./call-log.ts";
import type { Fault } from "./faults.ts";
import type { Call } from "./handlers.ts";
import type { MethodName } from "./method-types.ts";
import { methods } from "./methods/index.ts";

export type Answer =
  /** `unheard` is called when the response could not be given to the bot. */
  { kind: "answer"; response: ApiResponse<unknown>; unheard: () => void } | Dropped;

type Dropped = { kind: "reset" } | { kind: "hang" };

type Handler = (call: Call, args: Record<string, unknown>) => unknown;

/** Method names mean the same in any case. */
const byName = new Map(
  Object.entries(methods).map(([name, handler]) => [
    name.toLowerCase(),
    // Arguments are read by field name; that they are what the method asks for, is checked there.
    { name: name as MethodName, run: handler as Handler },
  ]),
);

/** Runs one call of the bot, with the faults that a test has ordered for it. */
export async function runCall(
  backend: Backend,
  methodName: string,
  raw: RawArguments,
  gone: AbortSignal,
): Promise<Answer> {
  const method = byName.get(methodName.toLowerCase());
  if (!method) return answer(failure(notFound()));

  let args: Record<string, unknown>;
  try {
    args = readArguments(raw);
  } catch (error) {
    const logged = backend.log.start(method.name, raw.fields);
    return finish(backend, logged, failure(error));
  }

  const logged = backend.log.start(method.name, args);
  const fault = backend.faults.next(method.name, args.chat_id);
  if (fault) logged.fault = fault.kind;
  if (fault?.kind === "delay") {
    await sleep(fault.ms, undefined, { signal: backend.stopped }).catch(() => {});
    // The store is closed: the call was not taken.
    if (backend.stopped.aborted) return { kind: "reset" };
  }

  const refusal = fault && refusalOf(fault);
  if (refusal) return finish(backend, logged, failure(refusal));
  if (fault?.kind === "reset-before" || (fault?.kind === "hang" && !fault.taken)) {
    backend.log.finish(logged, { lost: fault.kind });
    return { kind: fault.kind === "hang" ? "hang" : "reset" };
  }

  const response = await attempt(() => method.run({ ...backend, gone }, args));
  backend.world.store.commit();
  if (fault?.kind === "reset-after" || fault?.kind === "hang") {
    backend.log.finish(logged, { outcome: response, lost: fault.kind });
    return { kind: fault.kind === "hang" ? "hang" : "reset" };
  }
  return finish(backend, logged, response);
}

function refusalOf(fault: Fault) {
  if (fault.kind === "error")
    return new BotApiError(fault.code, fault.description, fault.parameters);
  if (fault.kind === "429") return tooManyRequests(fault.retryAfter);
  if (fault.kind === "500") return new BotApiError(500, "Internal Server Error");
  return undefined;
}

function finish(backend: Backend, call: BotCall, outcome: ApiResponse<unknown>): Answer {
  backend.log.finish(call, { outcome });
  return answer(outcome, () => backend.log.unheard(call));
}

const answer = (response: ApiResponse<unknown>, unheard = () => {}): Answer => ({
  kind: "answer",
  response,
  unheard,
});

async function attempt(run: () => unknown): Promise<ApiResponse<unknown>> {
  try {
    return { ok: true, result: await run() };
  } catch (error) {
    return failure(error);
  }
}

export function failure(error: unknown): ApiResponse<unknown> {
  if (!(error instanceof BotApiError)) {
    console.error("Local Bot API server:", error);
    return { ok: false, error_code: 500, description: "Internal Server Error" };
  }
  return {
    ok: false,
    error_code: error.code,
    description: error.description,
    ...(error.parameters ? { parameters: error.parameters } : {}),
  };
}
