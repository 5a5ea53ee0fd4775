import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import type { Update } from "@grammyjs/types";
import { expect, it } from "vitest";

import { atEnd, ok, openStage, refusal, token } from "./stage.ts";

it("ends the earlier of two polls with 409", async () => {
  const { call } = await openStage();
  await ok(call("getUpdates", { offset: 100 }));
  const earlier = refusal(call("getUpdates", { timeout: 20 }));
  await new Promise((resolve) => setTimeout(resolve, 30));
  const later = call("getUpdates", { timeout: 1 });
  expect(await earlier).toBe(
    "409 Conflict: terminated by other getUpdates request; " +
      "make sure that only one bot instance is running",
  );
  expect(await ok(later)).toEqual([]);
});

it("lets a client that hung up poll again without a conflict", async () => {
  const { call, lan } = await openStage();
  await ok(call("getUpdates", { offset: 100 }));
  await expect(call("getUpdates", { timeout: 20 }, AbortSignal.timeout(40))).rejects.toThrow();
  const poll = call("getUpdates", { timeout: 5 });
  await new Promise((resolve) => setTimeout(resolve, 20));
  lan.dm().say("/start");
  expect(await ok<Update[]>(poll)).toMatchObject([{ message: { text: "/start" } }]);
});

it("refuses to poll while a webhook is set", async () => {
  const { call } = await openStage();
  await ok(call("setWebhook", { url: "http://127.0.0.1:9/" }));
  expect(await refusal(call("getUpdates"))).toBe(
    "409 Conflict: can't use getUpdates method while webhook is active; " +
      "use deleteWebhook to delete the webhook first",
  );
  await ok(call("deleteWebhook"));
  await ok(call("getUpdates"));
  expect(await refusal(call("setWebhook", { url: "https://example.org/" }))).toMatch("loopback");
});

it("confirms by offset, goes back from the end, and keeps to the limit", async () => {
  const { call, lan } = await openStage();
  await ok(call("getUpdates", { offset: 100 }));
  for (const text of ["một", "hai", "ba", "bốn"]) lan.dm().say(text);
  const poll = async (args: Record<string, unknown>) =>
    (await ok<Update[]>(call("getUpdates", args))).map(({ message }) => message?.text);

  expect(await poll({ limit: 2 })).toEqual(["một", "hai"]);
  const [first] = await ok<Update[]>(call("getUpdates"));
  expect(await poll({ offset: (first?.update_id ?? 0) + 1 })).toEqual(["hai", "ba", "bốn"]);
  expect(await poll({ offset: -1 })).toEqual(["bốn"]);
  expect(await poll({})).toEqual(["bốn"]);
});

it("leaves out updates that the bot did not allow", async () => {
  const { call, lan } = await openStage();
  await ok(call("getUpdates", { offset: 100, allowed_updates: ["callback_query"] }));
  lan.dm().say("một");
  expect(await ok(call("getUpdates"))).toEqual([]);
  await ok(call("getUpdates", { allowed_updates: [] }));
  lan.dm().say("hai");
  expect(await ok(call("getUpdates"))).toMatchObject([{ message: { text: "hai" } }]);
});

it("posts an update again when the webhook gives no answer in time", async () => {
  const webhook = { timeoutMs: 60, firstRetryMs: 10, longestRetryMs: 20 };
  const { call, lan } = await openStage({ limits: { webhook } });
  await ok(call("getUpdates", { offset: 100 }));
  const seen: number[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      seen.push((JSON.parse(body) as Update).update_id);
      if (seen.length > 1) response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  atEnd(() => {
    server.closeAllConnections();
    server.close();
  });

  const { port } = server.address() as AddressInfo;
  await ok(call("setWebhook", { url: `http://127.0.0.1:${port}/` }));
  lan.dm().say("một");
  await expect.poll(() => seen).toHaveLength(2);
  expect(seen[0]).toBe(seen[1]);
  const info = { pending_update_count: 0, last_error_message: "Read timeout expired" };
  await expect.poll(() => ok(call("getWebhookInfo"))).toMatchObject(info);
});

it("takes arguments by query, form and multipart, and methods in any case", async () => {
  const { playground, lan } = await openStage();
  lan.dm().say("/start");
  const api = `${playground.url}/bot${token}`;
  const markup = JSON.stringify({ inline_keyboard: [[{ text: "Nút", callback_data: "x" }]] });
  const fields = { chat_id: String(lan.id), text: "Chào", reply_markup: markup };
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.set(key, value);

  const answers = await Promise.all([
    fetch(`${api}/SENDMESSAGE?${new URLSearchParams(fields)}`),
    fetch(`${api}/sendmessage`, { method: "POST", body: new URLSearchParams(fields) }),
    fetch(`${api}/sendMessage`, { method: "POST", body: form }),
  ]);
  for (const answer of answers) {
    expect(await answer.json()).toMatchObject({
      ok: true,
      result: { text: "Chào", reply_markup: { inline_keyboard: [[{ callback_data: "x" }]] } },
    });
  }
});

it("answers 401 to a wrong token and 404 to an unknown method", async () => {
  const { playground, call } = await openStage();
  const wrong = await fetch(`${playground.url}/bot1:X/getMe`);
  expect([wrong.status, await wrong.json()]).toEqual([
    401,
    { ok: false, error_code: 401, description: "Unauthorized" },
  ]);
  expect(await refusal(call("sendTelegram"))).toBe("404 Not Found");
});
