import { setTimeout as sleep } from "node:timers/promises";

import { expect, it } from "vitest";

import type { BotCall } from "#src/playground/server.ts";
import { ok, openStage, refusal } from "./stage.ts";

async function openDm(options = {}) {
  const stage = await openStage(options);
  stage.lan.dm().say("/start");
  const heard: BotCall[] = [];
  stage.playground.onCall((call) => heard.push(call));
  const send = (text: string, signal?: AbortSignal) =>
    stage.call("sendMessage", { chat_id: stage.lan.id, text }, signal);
  return { ...stage, heard, send };
}

it("draws a fault for each call anew, and tells of it in the call", async () => {
  const { playground, send, heard } = await openDm();
  const drawn = [undefined, { kind: "500" as const }, undefined];
  playground.faults.add({ times: Number.POSITIVE_INFINITY, fault: () => drawn.shift() });
  const answers = [
    await refusal(send("một")),
    await refusal(send("hai")),
    await refusal(send("ba")),
  ];
  expect(answers.map((answer) => answer.slice(0, 3))).toEqual(
    ["ok", "500", "ok"].map((a) => expect.stringMatching(a)),
  );
  expect(heard.map(({ fault }) => fault)).toEqual([undefined, "500", undefined]);
});

it("knows of a call that was taken and whose answer nobody could hear", async () => {
  const { playground, send, heard } = await openDm();
  playground.faults.add({ fault: { kind: "delay", ms: 200 } });
  await expect(send("một", AbortSignal.timeout(50))).rejects.toThrow();
  while (heard[0]?.lost === undefined) await sleep(10);
  expect(heard[0]).toMatchObject({ lost: "cut", outcome: { ok: true } });
  await ok(send("hai"));
  await sleep(20);
  expect(heard[1]?.lost).toBeUndefined();
});

it("says when a call began and ended, on the clock of the pace", async () => {
  let now = 1_000;
  const { playground, send, heard } = await openDm({ monotonic: () => now });
  playground.faults.add({ fault: { kind: "delay", ms: 300 } });
  const sent = send("một");
  while (playground.calls("sendMessage").length === 0) await sleep(5);
  now = 1_500;
  await ok(sent);
  expect(heard[0]).toMatchObject({ startedMs: 1_000, endedMs: 1_500 });
});

it("counts what it had to refuse, and how full its windows were", async () => {
  const pace = { chatPerSecond: 1, chatBurst: 2, groupPerMinute: 20, allPerSecond: 30 };
  const { playground, send } = await openDm({ limits: { pace }, monotonic: () => 0 });
  await ok(send("một"));
  await ok(send("hai"));
  expect(playground.paceFigures()).toEqual({ refused: 0, fullest: { all: 2, chat: 2, group: 0 } });
  expect(await refusal(send("ba"))).toMatch(/^429/);
  expect(playground.paceFigures()).toMatchObject({ refused: 1, fullest: { chat: 2 } });
});

it("refuses new connections while a call under way goes on, and takes them again", async () => {
  const { playground, send } = await openDm();
  playground.faults.add({ fault: { kind: "delay", ms: 150 } });
  const underWay = send("một");
  await sleep(50);
  await playground.refuseConnections(300, "kept");
  await expect(send("hai")).rejects.toThrow("fetch failed");
  await ok(underWay);
  await sleep(350);
  await ok(send("ba"));
});
