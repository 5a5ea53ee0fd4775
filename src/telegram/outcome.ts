// What a failed call means. The one question that matters: was the message surely not taken?
import { GrammyError, HttpError } from "grammy";
import type { Sent } from "#src/delivery/channel.ts";

export type Failure = Exclude<Sent, { kind: "sent" }>;

/** How long to leave Telegram alone where it does not know our token. */
const TOKEN_PAUSE_MS = 60_000;

const REFUSED = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"]);

/** Certificates are checked before anything is said. */
const DISTRUST = /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED|UNABLE_TO_)/;

/**
 * node-fetch keeps of the system's error its code, and its words at the end of its own. An empty
 * reason is that of several addresses of a host tried in vain.
 */
const neverConnected = (code: string, message: string): boolean => {
  if (REFUSED.has(code) || DISTRUST.test(code)) return true;
  const reason = /, reason: (.*)$/s.exec(message)?.[1];
  if (reason === undefined) return false;
  return (
    (reason === "" && /^(ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/.test(code)) ||
    /^(connect|getaddrinfo) /.test(reason) ||
    reason.includes("before secure TLS connection was established")
  );
};

type Thrown = { code?: unknown; type?: unknown; message?: unknown };

const ofNetwork = ({ error }: HttpError): Failure => {
  const { code, type, message } = (error ?? {}) as Thrown;
  const text = typeof message === "string" ? message : "";
  if (typeof code === "string") {
    return neverConnected(code, text)
      ? { kind: "retry", afterMs: null, errorCode: code }
      : { kind: "unknown", errorCode: code };
  }
  if (text.includes("timed out")) return { kind: "unknown", errorCode: "timeout" };
  return { kind: "unknown", errorCode: typeof type === "string" ? type : "network" };
};

const BLOCKED = /blocked by the user|user is deactivated|can't initiate conversation|to bots/i;
const GONE = /kicked|not a member|chat was deleted|group is deactivated/i;

const ofAnswer = (error: GrammyError, chatKind: string): Failure => {
  const { error_code: code, description, parameters } = error;
  const errorCode = `${code} ${description}`.slice(0, 120);
  if (code === 429) {
    return { kind: "retry", afterMs: (parameters.retry_after ?? 1) * 1000, errorCode };
  }
  if (code >= 500 || code === 409) return { kind: "retry", afterMs: null, errorCode };
  if (code === 401 || code === 404) return { kind: "retry", afterMs: TOKEN_PAUSE_MS, errorCode };
  if (code === 403) {
    const isGone = GONE.test(description) || (chatKind !== "private" && !BLOCKED.test(description));
    return { kind: "gone", status: isGone ? "gone" : "blocked", errorCode };
  }
  if (parameters.migrate_to_chat_id !== undefined) {
    return { kind: "migrated", externalId: String(parameters.migrate_to_chat_id) };
  }
  return { kind: "rejected", errorCode };
};

/** What became of a call that threw. */
export const failureOf = (error: unknown, chatKind: string): Failure => {
  if (error instanceof GrammyError) return ofAnswer(error, chatKind);
  if (error instanceof HttpError) return ofNetwork(error);
  throw error;
};

/** Code and pause of anything thrown while receiving; never a text that could hold the token. */
export const faultOf = (error: unknown): { code: string; afterMs: number | null } => {
  if (error instanceof GrammyError || error instanceof HttpError) {
    const failure = failureOf(error, "private");
    const code = "errorCode" in failure ? failure.errorCode : failure.kind;
    return { code, afterMs: failure.kind === "retry" ? failure.afterMs : null };
  }
  const { code, name } = error as { code?: unknown; name?: unknown };
  return { code: String(code ?? name ?? "unknown"), afterMs: null };
};

const says = (error: unknown, words: RegExp): boolean =>
  error instanceof GrammyError && error.error_code === 400 && words.test(error.description);

export const isNotModified = (error: unknown): boolean => says(error, /message is not modified/i);

/** The message that was to be edited is gone, too old, or holds a file instead of a text. */
export const cannotBeEdited = (error: unknown): boolean =>
  says(
    error,
    /message to edit not found|can't be edited|MESSAGE_ID_INVALID|no text in the message/i,
  );

/** The server does not know this kind of message; a plain one may do. */
export const mayBeTooNew = (error: unknown): boolean =>
  error instanceof GrammyError &&
  [400, 404].includes(error.error_code) &&
  error.parameters.migrate_to_chat_id === undefined &&
  !isNotModified(error) &&
  !cannotBeEdited(error);

/** It will not know it tomorrow either. */
export const isUnknownMethod = (error: unknown): boolean =>
  error instanceof GrammyError &&
  (error.error_code === 404 || /method not found/i.test(error.description));
