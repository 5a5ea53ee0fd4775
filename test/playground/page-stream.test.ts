import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Message } from "@grammyjs/types";
import { expect, it } from "vitest";

import type { ChatView, Desk, History } from "#src/playground/page/contract.ts";
import { atEnd, ok, openStage } from "./stage.ts";
import { openProvince, openWindow } from "./visit.ts";

const chatIn = ({ chats }: Desk, id: number): ChatView => {
  const found = chats.find((chat) => chat.id === id);
  if (!found) throw new Error(`There is no chat ${id} on the desk`);
  return found;
};

it("shows a new window who there is, and the chats of the cast alone", async () => {
  const { playground, lan, minh, ba, group, clock } = await openProvince();
  ba.dm().say("/start");
  ba.join(group);
  lan.dm().say("Xin <b>chào</b>\n\nhai dòng");
  const window = await openWindow(playground);
  expect(window.headers.get("content-type")).toMatch("text/event-stream");
  expect(window.headers.get("content-security-policy")).toContain("default-src 'none'");

  const desk = await window.desk();
  expect(desk).toMatchObject({
    bot: { name: "Đôn Đốc", username: "dondoc_bot" },
    now: clock.now(),
    canMoveClock: true,
    canReset: true,
    hasGlass: true,
    busy: null,
    faults: [],
    persons: [
      { id: lan.id, name: "Lan", about: { vi: "Cán bộ Lan", en: "Official Lan" }, main: true },
      { id: minh.id, name: "Minh", main: false },
    ],
  });
  expect(desk.chats.map(({ id }) => id)).toEqual([lan.id, minh.id, group.id]);
  expect(chatIn(desk, lan.id)).toMatchObject({
    type: "private",
    title: "Lan",
    members: [lan.id],
    last: {
      key: `${lan.id}:1`,
      at: 0,
      from: "Lan",
      byBot: false,
      text: "Xin <b>chào</b> hai dòng",
    },
    unread: 0,
  });
  expect(chatIn(desk, group.id)).toMatchObject({
    title: "Tổ CCHC",
    members: [lan.id, minh.id],
    memberCount: 4,
  });
  expect(window.messages()).toEqual([]);
});

it("gathers what happens at once into one message of the stream", async () => {
  const { playground, lan } = await openProvince();
  lan.dm().say("/start");
  const window = await openWindow(playground);
  await window.desk();
  for (let n = 1; n <= 20; n++) lan.dm().say(`tin ${n}`);
  await expect.poll(() => window.messages().length).toBe(20);
  expect(window.events.map(({ name }) => name)).toEqual(["desk", "desk", "messages"]);
});

it("tells every window what is said, changed and deleted", async () => {
  const { playground, lan, ba, call } = await openProvince();
  lan.dm().say("/start");
  const windows = [await openWindow(playground), await openWindow(playground)];
  for (const window of windows) await window.desk();

  ba.dm().say("không ai thấy");
  const ids: number[] = [];
  for (let n = 1; n <= 20; n++) {
    const sent = await ok<Message>(call("sendMessage", { chat_id: lan.id, text: `tin ${n}` }));
    ids.push(sent.message_id);
  }
  await ok(call("editMessageText", { chat_id: lan.id, message_id: ids[0], text: "sửa" }));
  await ok(call("deleteMessage", { chat_id: lan.id, message_id: ids[1] }));
  for (const window of windows) {
    await window.desk((desk) => chatIn(desk, lan.id).unread === 19);
    await expect.poll(() => window.messages().some(({ deleted }) => deleted)).toBe(true);
    const newest = new Map(window.messages().map((view) => [view.key, view]));
    expect(newest.size).toBe(20);
    const edited = newest.get(`${lan.id}:${ids[0]}`);
    expect([edited?.message.text, edited?.versions]).toEqual(["sửa", 1]);
    expect(newest.get(`${lan.id}:${ids[1]}`)?.deleted).toBe(true);
    await expect
      .poll(() => window.all("calls").at(-1)?.data.last)
      .toBe(playground.calls().at(-1)?.number);
  }
});

it("goes on where a window left off", async () => {
  const { playground, lan, call, get } = await openProvince();
  lan.dm().say("/start");
  const first = await openWindow(playground);
  await first.desk();
  const send = (text: string) => ok(call("sendMessage", { chat_id: lan.id, text }));
  await send("một");
  await expect.poll(() => first.messages().length).toBe(1);
  const seen = String(first.events.at(-1)?.id);
  first.leave();
  await first.ended;

  await send("hai");
  lan.dm().say("ba");
  const texts = (window: typeof first) => window.messages().map(({ message }) => message.text);
  for (const how of [{ query: `?since=${seen}` }, { headers: { "last-event-id": seen } }]) {
    const again = await openWindow(playground, how);
    await expect.poll(() => texts(again)).toEqual(["hai", "ba"]);
  }
  const odd = await openWindow(playground, { query: "?since=1e3" });
  await odd.desk();
  expect(odd.messages()).toEqual([]);
  const { messages } = await get<History>(`history?chat=${lan.id}`);
  expect(messages.map(({ at }) => at)).toEqual([0, 1, 2, 3]);
});

it("marks who alone sees a message, and leaves it out of the list", async () => {
  const { playground, lan, group, call } = await openProvince();
  group.setBot("administrator");
  const window = await openWindow(playground);
  await window.desk();
  await ok(call("sendMessage", { chat_id: group.id, text: "chung" }));
  await ok(
    call("sendMessage", {
      chat_id: group.id,
      text: "riêng",
      ephemeral_message_parameters: { receiver_user_id: lan.id },
    }),
  );
  await expect.poll(() => window.messages().at(-1)?.message.text).toBe("riêng");
  expect(window.messages().at(-1)).toMatchObject({ onlyFor: lan.id, key: `${group.id}:e1` });
  const { last, unread } = chatIn(await window.desk(), group.id);
  expect([last?.text, unread]).toEqual(["chung", 1]);
});

it("shows where the bot is typing until it has written", async () => {
  const { playground, lan, call } = await openProvince();
  lan.dm().say("/start");
  const window = await openWindow(playground);
  const isTyping = (desk: Desk) => chatIn(desk, lan.id).typing;
  await ok(call("sendChatAction", { chat_id: lan.id, action: "typing" }));
  await window.desk(isTyping);
  await ok(call("sendMessage", { chat_id: lan.id, text: "đây" }));
  await window.desk((desk) => !isTyping(desk) && chatIn(desk, lan.id).last?.text === "đây");
});

it("shows the reply keyboard that is in force", async () => {
  const { playground, lan, minh, call, does } = await openProvince();
  lan.dm().say("/start");
  const window = await openWindow(playground);
  const keyboardOf = async (text: string, reply_markup?: object) => {
    await ok(call("sendMessage", { chat_id: lan.id, text, ...(reply_markup && { reply_markup }) }));
    const desk = await window.desk((now) => chatIn(now, lan.id).last?.text === text);
    return chatIn(desk, lan.id).keyboard;
  };
  const after = async (text: string) => {
    await does("say", { person: lan.id, chat: lan.id, text });
    const desk = await window.desk((now) => chatIn(now, lan.id).last?.text === text);
    return chatIn(desk, lan.id).keyboard;
  };
  const lasting = { keyboard: [[{ text: "Việc" }, { text: "Giúp" }]], resize_keyboard: true };
  const once = { keyboard: [[{ text: "Có" }, { text: "Không" }]], one_time_keyboard: true };

  expect(await keyboardOf("chưa có")).toBeUndefined();
  expect(await keyboardOf("bàn phím", lasting)).toEqual(lasting);
  expect(await keyboardOf("tin sau")).toEqual(lasting);
  expect(await after("Việc")).toEqual(lasting);
  expect(await keyboardOf("hỏi", { force_reply: true })).toEqual({ force_reply: true });
  expect(await after("trả lời")).toEqual(lasting);
  expect(await keyboardOf("một lần", once)).toEqual(once);
  expect(await after("chữ khác")).toEqual(once);
  expect(await after("Có")).toBeUndefined();
  expect(await keyboardOf("lại", lasting)).toEqual(lasting);
  expect(await keyboardOf("cất", { remove_keyboard: true })).toBeUndefined();
  expect(chatIn(await window.desk(), minh.id).keyboard).toBeUndefined();
});

it("begins a new epoch when everything is planted anew", async () => {
  const planted = { done: () => {} };
  const { playground, lan, minh, group, does, refused, post, get, call } = await openProvince({
    reset: async () => planted.done(),
  });
  await does("say", { person: lan.id, chat: lan.id, text: "/start" });
  await does("fault", { kind: "slow", on: true });
  const window = await openWindow(playground);
  const before = await window.desk();
  const oldGroup = group.id;
  const planting = Promise.withResolvers<void>();
  planted.done = () => {
    playground.clear();
    playground.createUser({ id: lan.id, firstName: "Lan", username: "lan_stc" });
    playground.setBusy({ kind: "planting" });
    return planting.promise;
  };

  const resetting = post("reset", {});
  const during = await window.desk(({ busy }) => busy?.kind === "planting");
  expect(during.epoch).not.toBe(before.epoch);
  expect(during.faults).toEqual([]);
  expect(during.persons.map(({ id }) => id)).toEqual([lan.id]);
  expect(during.chats.map(({ id }) => id)).toEqual([lan.id]);
  expect(await refused("say", { person: lan.id, chat: lan.id, text: "a" })).toMatch("planted");
  planting.resolve();
  expect((await resetting).body).toEqual({ epoch: during.epoch });
  await window.desk(({ busy }) => busy === null);

  expect(await get<History>(`history?chat=${lan.id}`)).toEqual({ messages: [], hasMore: false });
  expect(playground.pendingUpdates()).toBe(0);
  expect(await refused("say", { person: minh.id, chat: oldGroup, text: "a" })).toMatch("no such");
  const { message } = await does("say", { person: lan.id, chat: lan.id, text: "/start" });
  expect(message).toBe(`${lan.id}:1`);
  const [update] = await ok<{ update_id: number }[]>(call("getUpdates"));
  expect(update?.update_id).toBeGreaterThan(1);
});

it("knows epoch, reading and messages again after a restart", async () => {
  const storeDir = mkdtempSync(join(tmpdir(), "dondoc-page-"));
  atEnd(() => rmSync(storeDir, { recursive: true, force: true }));
  const first = await openProvince({}, { storeDir });
  await first.does("say", { person: first.lan.id, chat: first.lan.id, text: "/start" });
  for (const text of ["một", "hai"]) {
    await ok(first.call("sendMessage", { chat_id: first.lan.id, text }));
  }
  await first.does("read", { chat: first.lan.id, upTo: 1 });
  const before = await (await openWindow(first.playground)).desk();
  await first.playground.close();

  const second = await openStage({ storeDir });
  const after = await (await openWindow(second.playground)).desk();
  expect(after.epoch).toBe(before.epoch);
  expect(chatIn(after, first.lan.id)).toMatchObject({ readUpTo: 1, unread: 1 });
});

it("ends its streams when the server closes", async () => {
  const { playground } = await openProvince();
  const windows = [await openWindow(playground), await openWindow(playground)];
  await playground.close();
  for (const window of windows) await window.ended;
});
