// Counts the calls of the Bot API and how long they take. To be installed first: grammY runs what
// was installed last outermost, and the waiting for the pace is no part of a call.
import { type ApiCallFn, GrammyError, HttpError, type Transformer } from "grammy";
import { type Metrics, secondsSince } from "#src/metrics/metrics.ts";
import { failureOf } from "./outcome.ts";

/** Those that tell an operator something; a server that makes up others makes up no label. */
const TOLD = new Set([400, 401, 403, 404, 409, 429]);

const ofStatus = (status: number): string => {
  if (status >= 500) return "5xx";
  return TOLD.has(status) ? String(status) : "other";
};

/** `refused`: surely not taken; `lost`: it may have been; `aborted`: by us, at the end. */
const ofThrown = (error: unknown, isAborted: boolean): string => {
  if (isAborted) return "aborted";
  if (error instanceof GrammyError) return ofStatus(error.error_code);
  if (!(error instanceof HttpError)) return "other";
  return failureOf(error, "private").kind === "retry" ? "refused" : "lost";
};

/**
 * A transformer that counts: `ok`, an HTTP status (`400`, `403`, `429`, `5xx`, …), `refused`,
 * `lost` or `aborted`.
 */
export const observeCalls =
  (metrics: Metrics): Transformer =>
  async (previous: ApiCallFn, method, payload, signal) => {
    const since = performance.now();
    const end = (outcome: string) => metrics.callEnded(method, outcome, secondsSince(since));
    try {
      const answer = await previous(method, payload, signal);
      end(answer.ok ? "ok" : ofStatus(answer.error_code));
      return answer;
    } catch (error) {
      end(ofThrown(error, signal?.aborted === true));
      throw error;
    }
  };
