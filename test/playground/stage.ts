import type { ApiResponse } from "@grammyjs/types";
import { afterEach } from "vitest";

import { type BotApiServerOptions, startBotApiServer } from "#src/playground/server.ts";

export const token = "123456:TEST";

export const startOfTime = Date.UTC(2026, 10, 23, 1, 0, 0);

/** A civil clock that stands still until a test moves it. */
export function createClock() {
  let now = startOfTime;
  return {
    now: () => now,
    forward: (ms: number) => {
      now += ms;
    },
  };
}

const endings: (() => Promise<unknown> | unknown)[] = [];

/** Does something when the test is over, the newest first. */
export const atEnd = (ending: () => Promise<unknown> | unknown) => endings.push(ending);

afterEach(async () => {
  while (endings.length > 0) await endings.pop()?.();
});

export type StageOptions = Partial<BotApiServerOptions>;

/** A server, a person who has started the bot, and a group with both and a second person. */
export async function openStage(options: StageOptions = {}) {
  const clock = createClock();
  const playground = await startBotApiServer({
    port: 0,
    now: clock.now,
    bot: { id: 123456, firstName: "Đôn Đốc", username: "dondoc_bot", token },
    limits: { pace: false, ...options.limits },
    ...Object.fromEntries(Object.entries(options).filter(([key]) => key !== "limits")),
  });
  atEnd(() => playground.close());

  const lan = playground.createUser({ firstName: "Lan", username: "lan_stc" });
  const minh = playground.createUser({ firstName: "Minh" });
  const group = playground.createGroup({ title: "Tổ CCHC", members: [lan, minh] });
  return { playground, clock, lan, minh, group, call: caller(playground.url) };
}

export type Call = ReturnType<typeof caller>;

/** Calls the Bot API as a client without a library; gives the envelope with the HTTP status. */
export const caller =
  (url: string) =>
  async (method: string, args: Record<string, unknown> = {}, signal?: AbortSignal) => {
    const response = await fetch(`${url}/bot${token}/${method}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(args),
      ...(signal ? { signal } : {}),
    });
    const body = (await response.json()) as ApiResponse<unknown>;
    return { status: response.status, ...body };
  };

/** The result of a call that must work. */
export async function ok<T = unknown>(answer: ReturnType<Call>): Promise<T> {
  const { ok: isOk, ...rest } = await answer;
  if (!isOk) throw new Error(`The call failed: ${JSON.stringify(rest)}`);
  return (rest as { result: T }).result;
}

/** `400 Bad Request: …`, or what it gave instead. */
export async function refusal(answer: ReturnType<Call>): Promise<string> {
  const body = await answer;
  if (body.ok) return `ok ${JSON.stringify(body.result)}`;
  return `${body.status === body.error_code ? "" : "status differs "}${body.error_code} ${body.description}`;
}
