import { GrammyError, HttpError } from "grammy";
import { expect, it } from "vitest";
import { failureOf } from "#src/telegram/outcome.ts";

const answered = (error_code: number, description: string, parameters = {}) =>
  new GrammyError("failed", { ok: false, error_code, description, parameters }, "sendMessage", {});

const broken = (code: string | undefined, reason: string) =>
  new HttpError(
    "failed",
    Object.assign(new Error(`request to http://x/bot1:S/sendMessage failed, reason: ${reason}`), {
      code,
    }),
  );

it.each([
  [
    answered(429, "Too Many Requests: retry after 7", { retry_after: 7 }),
    { kind: "retry", afterMs: 7000 },
  ],
  [answered(500, "Internal Server Error"), { kind: "retry", afterMs: null }],
  [answered(502, "Bad Gateway"), { kind: "retry", afterMs: null }],
  [answered(401, "Unauthorized"), { kind: "retry", afterMs: 60_000 }],
  [answered(404, "Not Found"), { kind: "retry", afterMs: 60_000 }],
  [answered(403, "Forbidden: bot was blocked by the user"), { kind: "gone", status: "blocked" }],
  [answered(403, "Forbidden: user is deactivated"), { kind: "gone", status: "blocked" }],
  [
    answered(403, "Forbidden: bot can't initiate conversation with a user"),
    { kind: "gone", status: "blocked" },
  ],
  [
    answered(403, "Forbidden: bot was kicked from the supergroup chat"),
    { kind: "gone", status: "gone" },
  ],
  [
    answered(403, "Forbidden: bot is not a member of the group chat"),
    { kind: "gone", status: "gone" },
  ],
  [answered(403, "Forbidden: the group chat was deleted"), { kind: "gone", status: "gone" }],
  [
    answered(400, "Bad Request: group chat was upgraded", { migrate_to_chat_id: -100 }),
    { kind: "migrated", externalId: "-100" },
  ],
  [
    answered(400, "Bad Request: chat not found"),
    { kind: "rejected", errorCode: "400 Bad Request: chat not found" },
  ],
  [answered(413, "Request Entity Too Large"), { kind: "rejected" }],
])("%s means %j", (error, meaning) => {
  expect(failureOf(error, "private")).toMatchObject(meaning);
});

it("a 403 whose wording is new is of the group in a group", () => {
  expect(failureOf(answered(403, "Forbidden: no"), "group")).toMatchObject({ status: "gone" });
  expect(failureOf(answered(403, "Forbidden: no"), "private")).toMatchObject({ status: "blocked" });
});

it.each([
  ["ECONNREFUSED", "connect ECONNREFUSED 127.0.0.1:1", "retry"],
  ["ENOTFOUND", "getaddrinfo ENOTFOUND api.telegram.org", "retry"],
  ["EAI_AGAIN", "getaddrinfo EAI_AGAIN api.telegram.org", "retry"],
  ["ETIMEDOUT", "connect ETIMEDOUT 149.154.167.220:443", "retry"],
  ["ETIMEDOUT", "", "retry"],
  ["EHOSTUNREACH", "connect EHOSTUNREACH 149.154.167.220:443", "retry"],
  [
    "ECONNRESET",
    "Client network socket disconnected before secure TLS connection was established",
    "retry",
  ],
  ["CERT_HAS_EXPIRED", "certificate has expired", "retry"],
  ["ECONNRESET", "read ECONNRESET", "unknown"],
  ["ECONNRESET", "socket hang up", "unknown"],
  ["ETIMEDOUT", "read ETIMEDOUT", "unknown"],
  ["EPIPE", "write EPIPE", "unknown"],
  ["EHOSTUNREACH", "read EHOSTUNREACH", "unknown"],
])("a connection failing with %s (%s) leaves it %s", (code, reason, kind) => {
  expect(failureOf(broken(code, reason), "private")).toMatchObject({ kind, errorCode: code });
});

it("an answer that is not Telegram's, or none in time, leaves it unknown", () => {
  const late = new HttpError(
    "failed",
    new Error("Request to 'sendMessage' timed out after 25 seconds"),
  );
  expect(failureOf(late, "private")).toEqual({ kind: "unknown", errorCode: "timeout" });
  const page = new HttpError(
    "failed",
    Object.assign(new Error("invalid json"), { type: "invalid-json" }),
  );
  expect(failureOf(page, "private")).toEqual({ kind: "unknown", errorCode: "invalid-json" });
});
