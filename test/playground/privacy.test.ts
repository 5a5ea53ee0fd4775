import type { Update } from "@grammyjs/types";
import { expect, it } from "vitest";

import { type Call, ok, openStage, refusal } from "./stage.ts";

/** Texts, or kinds, of what the bot has been told since it last asked. */
function ears(call: Call) {
  let offset = 0;
  return async () => {
    const updates = await ok<Update[]>(call("getUpdates", { offset }));
    offset = (updates.at(-1)?.update_id ?? offset - 1) + 1;
    return updates.map(({ update_id: _, ...body }) => {
      const message = body.message ?? body.edited_message;
      const status = body.my_chat_member?.new_chat_member.status;
      const kind = Object.keys(body)[0];
      return message?.text ?? message?.caption ?? (status ? `${kind} ${status}` : kind);
    });
  };
}

it("hides plain talk of a group, not what is meant for the bot", async () => {
  const { call, lan, minh, group } = await openStage();
  const heard = ears(call);
  await heard();
  const room = lan.in(group);
  const { message_id } = await ok<{ message_id: number }>(
    call("sendMessage", { chat_id: group.id, text: "Việc 12" }),
  );
  const ofBot = room.messages().find(({ id }) => id === message_id);

  room.say("chào mọi người");
  room.say("/viec");
  room.say("/viec@dondoc_bot 12");
  room.say("/viec@other_bot");
  room.say("xem /viec nhé");
  room.say("/việc");
  room.say("nhờ @DonDoc_bot xem");
  room.say("nhờ @other xem");
  room.sendFile("a.pdf", { caption: "kèm theo" });
  room.sendFile("b.pdf", { caption: "/nop 12" });
  ofBot?.reply("xong rồi");
  minh.in(group).say("tôi xong").reply("tốt");

  expect(await heard()).toEqual([
    "/viec",
    "/viec@dondoc_bot 12",
    "nhờ @DonDoc_bot xem",
    "/nop 12",
    "xong rồi",
  ]);
});

it("hears everything as an administrator, or with privacy off", async () => {
  const { call, lan, group, playground } = await openStage();
  const heard = ears(call);
  await heard();
  group.setBot("administrator");
  lan.in(group).say("một");
  group.setBot("member");
  lan.in(group).say("hai");
  playground.setPrivacyMode(false);
  lan.in(group).say("ba");
  expect(await heard()).toEqual([
    "my_chat_member administrator",
    "một",
    "my_chat_member member",
    "ba",
  ]);
});

it("hears edits of what it may see", async () => {
  const { call, lan, group } = await openStage();
  const heard = ears(call);
  await heard();
  const said = lan.in(group).say("việc 12");
  said.edit("/viec 12");
  expect(await heard()).toEqual(["/viec 12"]);
  expect(said.earlierTexts).toEqual(["việc 12"]);
});

it("tells of members that come and go, and of itself", async () => {
  const { call, lan, minh, group, playground } = await openStage();
  const heard = ears(call);
  await heard();
  const hoa = playground.createUser({ firstName: "Hoa" });
  hoa.join(group);
  minh.leave(group);
  group.setBot("kicked", lan);
  lan.in(group).say("/viec");
  group.setBot("member", lan);
  lan.dm().say("/start");
  lan.block();
  lan.unblock();
  expect(await heard()).toEqual([
    "message",
    "message",
    "my_chat_member kicked",
    "my_chat_member member",
    "message",
    "/start",
    "my_chat_member kicked",
    "my_chat_member member",
  ]);
});

it("refuses to write where the bot is not wanted", async () => {
  const { call, lan, minh, group, playground } = await openStage();
  const send = (chat_id: number) => refusal(call("sendMessage", { chat_id, text: "a" }));
  const big = playground.createGroup({ title: "Lớn", type: "supergroup", members: [lan] });

  expect(await send(minh.id)).toBe("403 Forbidden: bot can't initiate conversation with a user");
  lan.dm().say("xin chào");
  expect(await send(lan.id)).toMatch(/^ok/);
  lan.block();
  expect(await send(lan.id)).toBe("403 Forbidden: bot was blocked by the user");
  group.setBot("kicked");
  expect(await send(group.id)).toBe("403 Forbidden: bot was kicked from the group chat");
  big.setBot("kicked");
  expect(await send(big.id)).toBe("403 Forbidden: bot was kicked from the supergroup chat");
  big.setBot("left");
  expect(await send(big.id)).toBe("403 Forbidden: bot is not a member of the supergroup chat");
});

it("gives chat_member only to an administrator that asks for it", async () => {
  const { call, lan, minh, group } = await openStage();
  const kinds = async (args: Record<string, unknown> = {}) =>
    (await ok<Update[]>(call("getUpdates", args))).map((update) => Object.keys(update)[1]);
  group.setBot("administrator");
  await kinds({ offset: 1000 });
  group.setMember(minh, "administrator", lan);
  expect(await kinds()).toEqual([]);

  await kinds({ allowed_updates: ["chat_member"] });
  group.setMember(minh, "member", lan);
  expect(await kinds()).toEqual(["chat_member"]);
  group.setBot("member");
  group.setMember(minh, "administrator", lan);
  expect(await kinds()).toEqual(["chat_member"]);
});
