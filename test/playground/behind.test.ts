import type { Message, Update } from "@grammyjs/types";
import { expect, it } from "vitest";

import type { Caused, OutboxRow } from "#src/playground/house.ts";
import type { Behind } from "#src/playground/page/contract.ts";
import { ok, token } from "./stage.ts";
import { openProvince } from "./visit.ts";

const row = (chat: number, messageId: string | null): OutboxRow => ({
  id: `${chat}/${messageId}`,
  key: "key",
  chat,
  title: "",
  kind: "reply",
  state: messageId === null ? "pending" : "sent",
  attempts: 1,
  notBefore: null,
  sentAt: null,
  error: null,
  messageId,
  text: "",
});

/** A house whose outbox a test fills by update. */
async function openGlass() {
  const outboxes = new Map<number, OutboxRow[]>();
  const caused = async (update: number): Promise<Caused> => ({
    inbox: { state: "done", receivedAt: 1, doneAt: 2, attempts: 1 },
    transaction: [],
    outbox: outboxes.get(update) ?? [],
  });
  const province = await openProvince({ caused });
  const { lan, call, get, does } = province;
  const send = async (chat: number, text: string, more: object = {}) =>
    (await ok<Message>(call("sendMessage", { chat_id: chat, text, ...more }))).message_id;
  const say = (text: string) => does("say", { person: lan.id, chat: lan.id, text });
  const lastUpdate = async () => (await ok<Update[]>(call("getUpdates"))).at(-1);
  const behind = (key: string) => get<Behind>(`behind?message=${key}`);
  const texts = ({ calls }: Behind) =>
    calls.map(({ method, payload }) => (payload as { text?: string }).text ?? method);
  return { ...province, outboxes, send, say, lastUpdate, behind, texts };
}

it("shows what a person's message became, until their next one", async () => {
  const { lan, minh, group, send, say, lastUpdate, outboxes, behind, texts } = await openGlass();
  const { message } = await say("/giao");
  const update = await lastUpdate();
  const answer = await send(lan.id, "đã giao");
  minh.dm().say("/start");
  const notice = await send(minh.id, "việc mới");
  await send(group.id, "chuyện khác");
  await say("/viec");
  await send(lan.id, "danh sách");
  outboxes.set(update?.update_id ?? 0, [
    row(lan.id, String(answer)),
    row(minh.id, String(notice)),
    row(lan.id, null),
  ]);

  const found = await behind(message);
  expect(found.update).toEqual(update);
  expect(found.caused?.outbox).toHaveLength(3);
  expect(texts(found)).toEqual(["đã giao", "việc mới"]);
  expect(found.calls[0]).toMatchObject({
    method: "sendMessage",
    outcome: { ok: true, result: { message_id: answer } },
  });
  expect(JSON.stringify(found)).not.toContain(token);
});

it("shows the newest deed about a message: its edit, a tap on it", async () => {
  const { lan, call, send, say, does, post, lastUpdate, behind, texts } = await openGlass();
  const { message } = await say("/tiendo 50%");
  const reply_markup = { inline_keyboard: [[{ text: "Nhận", callback_data: "n" }]] };
  const card = await send(lan.id, "thẻ", { reply_markup });
  await does("edit", { person: lan.id, message, text: "/tiendo 60%" });
  expect((await behind(message)).update).toMatchObject({
    edited_message: { text: "/tiendo 60%" },
  });

  const key = `${lan.id}:${card}`;
  const tapping = post("tap", { person: lan.id, chat: lan.id, message: key, data: "n" });
  await expect.poll(async () => (await lastUpdate())?.callback_query?.data).toBe("n");
  const id = (await lastUpdate())?.callback_query?.id;
  await ok(call("answerCallbackQuery", { callback_query_id: id, text: "Đã nhận" }));
  await tapping;
  await ok(call("editMessageText", { chat_id: lan.id, message_id: card, text: "thẻ mới" }));
  const found = await behind(key);
  expect(found.update).toMatchObject({ callback_query: { id, data: "n" } });
  expect(texts(found)).toEqual(["Đã nhận", "thẻ mới"]);
});

it("finds the update behind a message of the bot, and else shows how it was sent", async () => {
  const { lan, minh, group, send, say, lastUpdate, outboxes, behind, texts } = await openGlass();
  await say("/giao");
  const giving = await lastUpdate();
  minh.dm().say("chào");
  const notice = await send(group.id, "việc mới của cả nhóm");
  outboxes.set(giving?.update_id ?? 0, [row(group.id, String(notice))]);
  const alert = await send(lan.id, "sắp đến hạn");

  expect((await behind(`${group.id}:${notice}`)).update).toEqual(giving);
  const ofJob = await behind(`${lan.id}:${alert}`);
  expect([ofJob.update, ofJob.caused]).toEqual([null, null]);
  expect(texts(ofJob)).toEqual(["sắp đến hạn"]);
});

it("leaves out what comes hours later, and shows what failed on the way", async () => {
  const { lan, clock, playground, call, send, say, lastUpdate, outboxes, behind } =
    await openGlass();
  const { message } = await say("/hoanthanh");
  const update = await lastUpdate();
  playground.faults.add({ fault: { kind: "429", retryAfter: 3 }, method: "sendMessage" });
  await call("sendMessage", { chat_id: lan.id, text: "đã nộp" });
  playground.faults.add({ fault: { kind: "reset-after" }, method: "sendMessage" });
  await expect(send(lan.id, "đã nộp")).rejects.toThrow();
  clock.forward(20 * 3600 * 1000);
  await send(lan.id, "nhắc hạn sáng hôm sau");
  const late = await send(lan.id, "thông báo giữ qua đêm");
  outboxes.set(update?.update_id ?? 0, [row(lan.id, String(late))]);

  const { calls } = await behind(message);
  expect(calls.map(({ payload, outcome, lost }) => [payload, outcome?.code, lost])).toEqual([
    [{ chat_id: lan.id, text: "đã nộp" }, 429, undefined],
    [{ chat_id: lan.id, text: "đã nộp" }, undefined, "reset-after"],
    [{ chat_id: lan.id, text: "thông báo giữ qua đêm" }, undefined, undefined],
  ]);
});
