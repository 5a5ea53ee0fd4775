import { expect, it } from "vitest";

import { ok, openStage, refusal } from "./stage.ts";

async function openDm() {
  const stage = await openStage();
  stage.lan.dm().say("/start");
  const texts = () => stage.playground.messages(stage.lan.id).map(({ text }) => text);
  const send = (text: string, signal?: AbortSignal) =>
    stage.call("sendMessage", { chat_id: stage.lan.id, text }, signal);
  return { ...stage, texts, send };
}

it("stores one message when the connection is cut after the call was taken", async () => {
  const { playground, send, texts } = await openDm();
  playground.faults.add({ method: "sendMessage", fault: { kind: "reset-after" } });
  await expect(send("một")).rejects.toThrow("fetch failed");
  expect(texts()).toEqual(["/start", "một"]);
  await ok(send("hai"));
  expect(texts()).toEqual(["/start", "một", "hai"]);
  const [cut] = playground.calls("sendMessage");
  expect(cut).toMatchObject({ lost: "reset-after", outcome: { ok: true } });
});

it("stores nothing when the connection is cut before", async () => {
  const { playground, send, texts } = await openDm();
  playground.faults.add({ method: "sendMessage", fault: { kind: "reset-before" } });
  await expect(send("một")).rejects.toThrow("fetch failed");
  expect(texts()).toEqual(["/start"]);
  expect(playground.calls("sendMessage")[0]?.outcome).toBeUndefined();
});

it("answers with errors as ordered, so many times, for one chat", async () => {
  const { playground, call, send, texts, group } = await openDm();
  const chat = group.id;
  playground.faults.add({ fault: { kind: "500" }, times: 2, chat });
  playground.faults.add({ fault: { kind: "429", retryAfter: 3 }, method: ["sendMessage"], chat });
  const toGroup = () => refusal(call("sendMessage", { chat_id: chat, text: "a" }));

  expect(await refusal(send("riêng"))).toMatch(/^ok/);
  expect(await toGroup()).toBe("500 Internal Server Error");
  expect(await toGroup()).toBe("500 Internal Server Error");
  expect(await toGroup()).toBe("429 Too Many Requests: retry after 3");
  expect(await toGroup()).toMatch(/^ok/);
  const undo = playground.faults.add({
    fault: { kind: "error", code: 403, description: "Forbidden: user is deactivated" },
    times: Number.POSITIVE_INFINITY,
  });
  expect(await refusal(send("a"))).toBe("403 Forbidden: user is deactivated");
  undo();
  expect(await refusal(send("cuối"))).toMatch(/^ok/);
  expect(texts()).toEqual(["/start", "riêng", "cuối"]);
});

it("delays an answer, and hangs with or without taking the call", async () => {
  const { playground, send, texts } = await openDm();
  playground.faults.add({ fault: { kind: "delay", ms: 80 } });
  const before = performance.now();
  await ok(send("chậm"));
  expect(performance.now() - before).toBeGreaterThan(75);

  playground.faults.add({ fault: { kind: "hang" } });
  await expect(send("mất", AbortSignal.timeout(60))).rejects.toThrow();
  playground.faults.add({ fault: { kind: "hang", taken: true } });
  await expect(send("còn", AbortSignal.timeout(60))).rejects.toThrow();
  expect(texts()).toEqual(["/start", "chậm", "còn"]);
});

it("refuses connections for a while", async () => {
  const { playground, send } = await openDm();
  await playground.refuseConnections(80);
  const error = await send("một").catch((reason: unknown) => reason);
  expect((error as { cause: { code: string } }).cause.code).toBe("ECONNREFUSED");
  await expect
    .poll(() =>
      send("hai").then(
        ({ ok: isOk }) => isOk,
        () => false,
      ),
    )
    .toBe(true);
});
