import type { Message } from "@grammyjs/types";
import { expect, it } from "vitest";

import type { Handlers } from "#src/playground/api/handlers.ts";
import { ok, openStage, refusal, token } from "./stage.ts";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

async function openDm() {
  const stage = await openStage();
  stage.lan.dm().say("/start");
  const chat_id = stage.lan.id;
  const send = (text: string) => ok<Message>(stage.call("sendMessage", { chat_id, text }));
  return { ...stage, chat_id, send };
}

it("does not compile handlers that Telegram does not have", () => {
  const wrongName = {
    // @ts-expect-error there is no such method
    sendTelegram: () => true,
  } satisfies Partial<Handlers>;
  const wrongResult = {
    // @ts-expect-error the result must be true
    deleteMessage: () => ({ deleted: true }),
  } satisfies Partial<Handlers>;
  expect([wrongName, wrongResult]).toHaveLength(2);
});

it("pins, with a note in the chat, and unpins", async () => {
  const { call, group, lan } = await openStage();
  const chat_id = group.id;
  const { message_id } = await ok<Message>(call("sendMessage", { chat_id, text: "Bảng" }));
  expect(await refusal(call("pinChatMessage", { chat_id, message_id }))).toBe(
    "400 Bad Request: not enough rights to manage pinned messages in the chat",
  );
  group.setBot("administrator", lan);
  await ok(call("pinChatMessage", { chat_id, message_id }));
  expect(group.pinned()).toEqual([message_id]);
  expect(group.messages().at(-1)?.pinned_message).toMatchObject({ message_id, text: "Bảng" });
  expect(await ok(call("getChat", { chat_id }))).toMatchObject({
    title: "Tổ CCHC",
    pinned_message: { message_id },
  });
  await ok(call("unpinChatMessage", { chat_id, message_id }));
  expect(group.pinned()).toEqual([]);
  expect(await refusal(call("unpinChatMessage", { chat_id }))).toMatch(
    "message to unpin not found",
  );
});

it("forwards with the origin and copies without", async () => {
  const { call, chat_id, lan } = await openDm();
  const { id } = lan.dm().sendFile("a.txt", { data: "nội dung", caption: "kèm /nop" });
  const from = { chat_id, from_chat_id: chat_id, message_id: id };
  const forwarded = await ok<Message>(call("forwardMessage", from));
  expect(forwarded).toMatchObject({
    caption: "kèm /nop",
    document: { file_name: "a.txt" },
    forward_origin: { type: "user", sender_user: { id: lan.id } },
  });
  await ok(call("copyMessage", { ...from, caption: "mới" }));
  const copied = lan.dm().messages().at(-1)?.message;
  expect(copied).toMatchObject({ caption: "mới", document: { file_name: "a.txt" } });
  expect(copied).not.toHaveProperty("forward_origin");
  expect(await refusal(call("copyMessage", { ...from, message_id: 99 }))).toBe(
    "400 Bad Request: message to copy not found",
  );
});

it("deletes its own, not what others wrote in a group unless it is an administrator", async () => {
  const { call, clock, group, lan } = await openStage();
  const chat_id = group.id;
  const own = await ok<Message>(call("sendMessage", { chat_id, text: "a" }));
  const theirs = lan.in(group).say("b").id;
  const cannot = "400 Bad Request: message can't be deleted for everyone";
  expect(await refusal(call("deleteMessage", { chat_id, message_id: theirs }))).toBe(cannot);
  await ok(call("deleteMessages", { chat_id, message_ids: [own.message_id, 999] }));
  const old = await ok<Message>(call("sendMessage", { chat_id, text: "cũ" }));
  clock.forward(49 * 3600 * 1000);
  expect(await refusal(call("deleteMessage", { chat_id, message_id: old.message_id }))).toBe(
    cannot,
  );
  group.setBot("administrator");
  await ok(call("deleteMessage", { chat_id, message_id: theirs }));
  expect(group.messages().map(({ text }) => text)).not.toContain("b");
});

it("takes an album with attach:// names, and photos that are pictures", async () => {
  const { playground, chat_id, lan } = await openDm();
  const api = `${playground.url}/bot${token}`;
  const post = async (method: string, fields: Record<string, string | Blob>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ chat_id: String(chat_id), ...fields })) {
      form.set(name, value);
    }
    return (await fetch(`${api}/${method}`, { method: "POST", body: form })).json();
  };
  const media = JSON.stringify([
    { type: "photo", media: "attach://one", caption: "<b>Ảnh</b>", parse_mode: "HTML" },
    { type: "photo", media: "attach://two" },
  ]);
  const picture = new Blob([png]);
  expect(await post("sendMediaGroup", { media, one: picture, two: picture })).toMatchObject({
    ok: true,
    result: [
      { caption: "Ảnh", photo: [{ width: 1, height: 1 }], media_group_id: expect.any(String) },
      { photo: [{ file_size: png.length }] },
    ],
  });
  expect(lan.dm().messages().at(-1)?.file).toBe("photo");
  expect(await post("sendPhoto", { photo: new Blob(["no picture"]) })).toMatchObject({
    description: "Bad Request: IMAGE_PROCESS_FAILED",
  });
  expect(await post("sendMediaGroup", { media, one: picture })).toMatchObject({
    description: "Bad Request: wrong file identifier/HTTP URL specified",
  });
});

it("keeps commands by scope and language, and offers the nearest", async () => {
  const { call, group, lan, minh } = await openStage();
  const set = (command: string, scope?: object, language_code?: string) =>
    ok(
      call("setMyCommands", {
        commands: [{ command, description: "Việc" }],
        scope,
        language_code,
      }),
    );
  await set("chung");
  await set("nhom", { type: "all_group_chats" });
  await set("quan", { type: "chat_administrators", chat_id: group.id });
  await set("english", undefined, "en");

  expect(lan.dm().commands()).toEqual(["chung"]);
  expect(minh.in(group).commands()).toEqual(["nhom"]);
  expect(lan.in(group).commands()).toEqual(["quan"]);
  expect(await ok(call("getMyCommands", { language_code: "en" }))).toMatchObject([
    { command: "english" },
  ]);
  await ok(call("deleteMyCommands", { scope: { type: "all_group_chats" } }));
  expect(minh.in(group).commands()).toEqual(["chung"]);
});

it("keeps what the bot says of itself", async () => {
  const { call, chat_id } = await openDm();
  await ok(call("setMyDescription", { description: "Theo dõi nhiệm vụ" }));
  await ok(call("setMyShortDescription", { short_description: "Đôn đốc", language_code: "vi" }));
  await ok(call("setMyName", { name: "Đôn Đốc 2" }));
  expect(await ok(call("getMyDescription"))).toEqual({ description: "Theo dõi nhiệm vụ" });
  expect(await ok(call("getMyShortDescription", { language_code: "vi" }))).toEqual({
    short_description: "Đôn đốc",
  });
  expect(await ok(call("getMyShortDescription"))).toEqual({ short_description: "" });
  expect(await ok(call("getMyName"))).toEqual({ name: "Đôn Đốc 2" });
  expect(await ok(call("getChatMenuButton", { chat_id }))).toEqual({ type: "commands" });
  await ok(call("setChatMenuButton", { chat_id, menu_button: { type: "default" } }));
  expect(await ok(call("getChatMenuButton", { chat_id }))).toEqual({ type: "default" });
});

it("knows who is in a group, and leaves it", async () => {
  const { call, group, lan, minh } = await openStage();
  const chat_id = group.id;
  expect(await ok(call("getChatMemberCount", { chat_id }))).toBe(3);
  expect(await ok(call("getChatAdministrators", { chat_id }))).toMatchObject([
    { status: "creator", user: { id: lan.id } },
  ]);
  const status = (user_id: number) => ok(call("getChatMember", { chat_id, user_id }));
  expect(await status(minh.id)).toMatchObject({ status: "member" });
  minh.leave(group);
  expect(await status(minh.id)).toMatchObject({ status: "left" });
  expect(await refusal(call("getChatMember", { chat_id, user_id: 1 }))).toMatch("user not found");
  await ok(call("leaveChat", { chat_id }));
  expect(await refusal(call("getChatMemberCount", { chat_id }))).toMatch("bot is not a member");
});

it("answers inline queries", async () => {
  const { call, lan } = await openDm();
  const asked = lan.dm().askInline("việc 12");
  const updates = await ok<{ inline_query?: { id: string; query: string } }[]>(call("getUpdates"));
  const query = updates.at(-1)?.inline_query;
  expect(query?.query).toBe("việc 12");
  const results = [{ type: "article", id: "1", title: "Việc 12" }];
  await ok(call("answerInlineQuery", { inline_query_id: query?.id, results }));
  expect(await asked).toEqual(results);
});

it("edits captions and keyboards, and keeps the versions before", async () => {
  const { call, chat_id, lan, send } = await openDm();
  const file = lan.dm().sendFile("a.txt").message.document?.file_id;
  const sent = await ok<Message>(call("sendDocument", { chat_id, document: file, caption: "một" }));
  const { message_id } = sent;
  await ok(call("editMessageCaption", { chat_id, message_id, caption: "hai" }));
  const keyboard = { inline_keyboard: [[{ text: "Nút", callback_data: "x" }]] };
  await ok(call("editMessageReplyMarkup", { chat_id, message_id, reply_markup: keyboard }));
  const shown = lan.dm().messages().at(-1);
  expect(shown?.earlierTexts).toEqual(["một", "hai"]);
  shown?.assertButtons("Nút");
  expect(await refusal(call("editMessageText", { chat_id, message_id, text: "a" }))).toBe(
    "400 Bad Request: there is no text in the message to edit",
  );
  const text = await send("chữ");
  expect(
    await refusal(
      call("editMessageCaption", { chat_id, message_id: text.message_id, caption: "a" }),
    ),
  ).toBe("400 Bad Request: there is no caption in the message to edit");
});

it("reads albums of people and posts of channels", async () => {
  const { call, playground, lan } = await openStage();
  await ok(call("getUpdates", { offset: 100 }));
  const files = lan.dm().sendAlbum(["a.pdf", "b.pdf"], "/nop 12");
  expect(new Set(files.map(({ message }) => message.media_group_id)).size).toBe(1);
  const channel = playground.createGroup({
    title: "Kênh",
    type: "channel",
    members: [lan],
    bot: "administrator",
  });
  lan.in(channel).say("Thông báo");
  const updates = await ok<Record<string, { caption?: string; text?: string }>[]>(
    call("getUpdates"),
  );
  expect(updates.map((update) => Object.keys(update)[1])).toEqual([
    "message",
    "message",
    "my_chat_member",
    "channel_post",
  ]);
  const post = await ok<Message>(call("sendMessage", { chat_id: channel.id, text: "Kết quả" }));
  expect(post.sender_chat?.title).toBe("Kênh");
  expect(post.from).toBeUndefined();
});
