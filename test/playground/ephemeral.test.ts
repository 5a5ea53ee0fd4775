import type { Message, Update } from "@grammyjs/types";
import { expect, it } from "vitest";

import { ok, openStage, refusal } from "./stage.ts";

async function openGroup() {
  const stage = await openStage();
  const send = (receiver_user_id: number, extra: object = {}, callback_query_id?: string) =>
    stage.call("sendMessage", {
      chat_id: stage.group.id,
      text: "riêng",
      ephemeral_message_parameters: { receiver_user_id, callback_query_id },
      ...extra,
    });
  const newest = async () => (await ok<Update[]>(stage.call("getUpdates"))).at(-1);
  return { ...stage, send, newest };
}

const noRight = "400 Bad Request: not enough rights to send ephemeral messages to the user";

it("lets an administrator bot write to any member, to members only", async () => {
  const { playground, group, lan, send } = await openGroup();
  expect(await refusal(send(lan.id))).toBe(noRight);
  group.setBot("administrator");
  expect(await refusal(send(lan.id))).toMatch(/^ok/);
  const hoa = playground.createUser({ firstName: "Hoa" });
  expect(await refusal(send(hoa.id))).toBe("400 Bad Request: USER_NOT_PARTICIPANT");
});

it("lets another bot answer an ephemeral command, for 15 seconds", async () => {
  const { call, clock, group, lan, minh, send, newest } = await openGroup();
  const commands = [{ command: "viec", description: "Việc", is_ephemeral: true }];
  await ok(call("setMyCommands", { commands, scope: { type: "all_group_chats" } }));

  lan.in(group).say("/viec");
  const asked = (await newest())?.message;
  expect(asked).toMatchObject({ message_id: 0, ephemeral_message_id: 1, text: "/viec" });
  expect(
    minh
      .in(group)
      .messages()
      .map(({ text }) => text),
  ).not.toContain("/viec");

  const reply = { reply_parameters: { ephemeral_message_id: asked?.ephemeral_message_id } };
  expect(await refusal(send(minh.id, reply))).toBe(noRight);
  await ok(send(lan.id, reply));
  await lan.in(group).expectMessage("riêng");
  clock.forward(16_000);
  expect(await refusal(send(lan.id, reply))).toBe(noRight);
});

it("lets a bot answer a tap ephemerally, the person who tapped only", async () => {
  const { call, group, lan, minh, send, newest } = await openGroup();
  const keyboard = { inline_keyboard: [[{ text: "Nút", callback_data: "x" }]] };
  await ok(call("sendMessage", { chat_id: group.id, text: "Thẻ", reply_markup: keyboard }));
  void lan
    .in(group)
    .click("Nút")
    .catch(() => undefined);
  const id = (await newest())?.callback_query?.id;
  expect(await refusal(send(minh.id, {}, id))).toBe(noRight);
  expect(await refusal(send(lan.id, {}, id))).toMatch(/^ok/);
});

it("edits and deletes by its own methods, not by those of ordinary messages", async () => {
  const { call, group, lan, send } = await openGroup();
  group.setBot("administrator");
  const { ephemeral_message_id } = await ok<Message>(send(lan.id));
  const target = { chat_id: group.id, receiver_user_id: lan.id, ephemeral_message_id };
  const message = await lan.in(group).expectMessage("riêng");

  expect(await refusal(call("editEphemeralMessageText", { ...target, text: "mới" }))).toBe(
    "ok true",
  );
  await message.expectEdit("mới");
  const wrong = { chat_id: group.id, message_id: ephemeral_message_id };
  expect(await refusal(call("deleteMessage", { ...wrong, message_id: 0 }))).toBe(
    "400 Bad Request: message to delete not found",
  );
  expect(await refusal(call("deleteEphemeralMessage", target))).toBe("ok true");
  await message.expectDeleted();
  expect(await refusal(call("deleteEphemeralMessage", target))).toBe(
    "400 Bad Request: message to delete not found",
  );
});

it("keeps an ephemeral message from the eyes and expectations of others", async () => {
  const { group, lan, minh, send } = await openGroup();
  group.setBot("administrator");
  await ok(send(lan.id));
  await minh.in(group).expectNothing(1);
  await expect(lan.in(group).expectNothing(1)).rejects.toThrow('got "riêng"');
});
