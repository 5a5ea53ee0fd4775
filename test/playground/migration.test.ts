import type { Update } from "@grammyjs/types";
import { expect, it } from "vitest";

import { ok, openStage } from "./stage.ts";

it("tells of an upgrade in both chats and refuses the old one with the new id", async () => {
  const { call, lan, group } = await openStage();
  const old = group.id;
  await ok(call("getUpdates", { offset: -1 }));
  await ok(call("getUpdates", { offset: 100 }));

  const now = group.upgradeToSupergroup(lan);
  expect(group.id).toBe(now);
  expect(String(now)).toMatch(/^-100\d{10}$/);

  const updates = await ok<Update[]>(call("getUpdates"));
  expect(updates.map(({ message }) => message)).toMatchObject([
    { chat: { id: old, type: "group" }, migrate_to_chat_id: now },
    { chat: { id: now, type: "supergroup" }, migrate_from_chat_id: old },
  ]);

  expect(await call("sendMessage", { chat_id: old, text: "a" })).toEqual({
    status: 400,
    ok: false,
    error_code: 400,
    description: "Bad Request: group chat was upgraded to a supergroup chat",
    parameters: { migrate_to_chat_id: now },
  });
  await ok(call("sendMessage", { chat_id: now, text: "Tiếp tục" }));
  await lan.in(group).expectMessage("Tiếp tục");
});

it("lets people who were in the group go on in the supergroup", async () => {
  const { call, lan, group } = await openStage();
  const room = lan.in(group);
  group.upgradeToSupergroup(lan);
  room.say("/viec");
  const updates = await ok<Update[]>(call("getUpdates"));
  expect(updates.at(-1)?.message).toMatchObject({ text: "/viec", chat: { id: group.id } });
  expect(await ok(call("getChatMemberCount", { chat_id: group.id }))).toBe(3);
});
