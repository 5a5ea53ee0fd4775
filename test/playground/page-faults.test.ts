// What a visitor switches on, as grammY, the bot's own client, feels it.
import { Api, GrammyError, HttpError } from "grammy";
import { expect, it } from "vitest";

import type { FaultKind } from "#src/playground/page/contract.ts";
import { token } from "./stage.ts";
import { openProvince, openWindow } from "./visit.ts";

async function openTrouble() {
  const province = await openProvince();
  const { playground, lan, does } = province;
  lan.dm().say("/start");
  const api = new Api(token, { apiRoot: playground.url });
  return {
    ...province,
    api,
    send: (text: string, chat = lan.id) => api.sendMessage(chat, text),
    turn: (kind: FaultKind, on: boolean) => does("fault", { kind, on }),
    texts: () => playground.messages(lan.id).map(({ text }) => text),
  };
}

const failure = (call: Promise<unknown>) =>
  call.then(
    () => "it worked",
    (error: unknown) => error,
  );

it("shows every window which faults are on", async () => {
  const { playground, turn } = await openTrouble();
  const window = await openWindow(playground);
  expect(await turn("429", true)).toEqual({ faults: ["429"] });
  expect(await turn("slow", true)).toEqual({ faults: ["429", "slow"] });
  await window.desk(({ faults }) => faults.join() === "429,slow");
  expect(await turn("429", false)).toEqual({ faults: ["slow"] });
  expect(await turn("slow", false)).toEqual({ faults: [] });
  await window.desk(({ faults }) => faults.length === 0);
});

it("429: refuses the next message of each chat, and takes the one after", async () => {
  const { send, turn, texts, group } = await openTrouble();
  await turn("429", true);
  const refused = await failure(send("một"));
  expect(refused).toBeInstanceOf(GrammyError);
  expect(refused).toMatchObject({ error_code: 429, parameters: { retry_after: 3 } });
  expect(await failure(send("nhóm", group.id))).toMatchObject({ error_code: 429 });
  await send("một");
  await send("nhóm", group.id);
  expect(await failure(send("hai"))).toMatchObject({ error_code: 429 });
  await turn("429", false);
  await send("hai");
  expect(texts()).toEqual(["/start", "một", "hai"]);
});

it("down: every call is answered 502, as Telegram does where it is down, polls too", async () => {
  const { playground, api, send, turn, texts, lan } = await openTrouble();
  const confirmed = (await api.getUpdates()).at(-1)?.update_id ?? 0;
  const waiting = failure(api.getUpdates({ offset: confirmed + 1, timeout: 50 }));
  await expect.poll(() => playground.calls("getUpdates").length).toBe(2);
  await turn("down", true);
  expect(await waiting).toMatchObject({ error_code: 502 });

  for (const call of [send("mất"), api.getUpdates(), api.getMe()]) {
    const felt = await failure(call);
    expect(felt).toBeInstanceOf(GrammyError);
    expect(felt).toMatchObject({ error_code: 502, description: "Bad Gateway" });
  }
  lan.dm().say("nói lúc mất mạng");
  expect(texts()).toEqual(["/start", "nói lúc mất mạng"]);

  await turn("down", false);
  const updates = await api.getUpdates({ offset: confirmed + 1 });
  expect(updates.map(({ message }) => message?.text)).toEqual(["nói lúc mất mạng"]);
  await send("lại đây");
  expect(texts().at(-1)).toBe("lại đây");
});

it("reset-after: takes one message, cuts the connection, and turns itself off", async () => {
  const { playground, api, send, turn, texts } = await openTrouble();
  const window = await openWindow(playground);
  await turn("reset-after", true);
  await window.desk(({ faults }) => faults.includes("reset-after"));
  await api.getMe();
  const felt = await failure(send("một"));
  expect(felt).toBeInstanceOf(HttpError);
  expect(felt).toMatchObject({ error: { code: "ECONNRESET" } });
  await window.desk(({ faults }) => faults.length === 0);
  await send("hai");
  expect(texts()).toEqual(["/start", "một", "hai"]);
  expect(playground.calls("sendMessage")[0]).toMatchObject({ lost: "reset-after" });
});

it("slow: answers later and takes everything, but polls are as quick as ever", async () => {
  const { playground, api, send, turn, texts } = await openTrouble();
  await turn("slow", true);
  const sending = send("chậm");
  await expect.poll(() => playground.calls("sendMessage").length).toBe(1);
  const updates = await api.getUpdates();
  expect(updates.at(-1)?.message?.text).toBe("/start");
  expect(playground.calls("sendMessage")[0]?.outcome).toBeUndefined();
  await sending;
  expect(texts()).toEqual(["/start", "chậm"]);
});

it("lets the server close while a slow call is on its way", async () => {
  const { playground, send, turn } = await openTrouble();
  await turn("slow", true);
  const sending = failure(send("chậm"));
  await expect.poll(() => playground.calls("sendMessage").length).toBe(1);
  await playground.close();
  expect(await sending).toBeInstanceOf(HttpError);
  expect(playground.calls("sendMessage")[0]?.outcome).toBeUndefined();
});
