import type { Message, Update } from "grammy/types";
import { describe, expect, it } from "vitest";
import { readIncoming } from "#src/telegram/incoming.ts";
import type { StoredPayload } from "#src/telegram/update-payload.ts";
import { bot, spoken } from "./stage.ts";

const lan = { id: 7, is_bot: false, first_name: "Lan", last_name: "Lê", username: "lan_stc" };
const self = { id: bot.id, is_bot: true, first_name: "Đôn Đốc", username: bot.username };
const dm = { id: 7, type: "private" as const, first_name: "Lan" };
const group = { id: -100, type: "supergroup" as const, title: "Tổ CCHC" };

/** Only the fields that matter; Telegram's types ask for many more. */
const update = (fields: object): Update => ({ update_id: 1, ...fields }) as Update;
const message = (fields: object): Message =>
  ({ message_id: 5, date: 1_795_395_600, chat: group, from: lan, ...fields }) as Message;
const read = (payload: StoredPayload) => readIncoming(payload, bot);
const said = (fields: object) => read(update({ message: message(fields) }));

describe("a message", () => {
  it("says who spoke, where, and what", () => {
    expect(said({ chat: dm, text: "/viec" })).toEqual({
      kind: "message",
      who: { channel: "telegram", externalId: "7", displayName: "Lan Lê", username: "lan_stc" },
      chat: { externalId: "7", kind: "private", threadId: 0, title: null },
      text: "/viec",
      via: "message",
      files: [],
      addressed: true,
      messageKey: "7:5",
      sentAt: 1_795_395_600_000,
    });
  });

  it.each<[string, object, boolean, string?]>([
    ["/viec", {}, true],
    ["/tiến_độ NV-012 60%", {}, true],
    ["/Giao@DonDoc_Bot NV-012", {}, true, "/Giao NV-012"],
    ["/giao@other_bot NV-012", {}, false],
    ["/giao@other_bot nhờ @dondoc_bot", {}, false, "/giao@other_bot nhờ"],
    ["Chào cả nhà", {}, false],
    ["/ không phải lệnh", {}, false],
    ["@dondoc_bot /viec", {}, true, "/viec"],
    ["@dondoc_bot, NV-012 xong rồi", {}, true, "NV-012 xong rồi"],
    ["Nhờ @DONDOC_BOT xem NV-012", {}, true, "Nhờ xem NV-012"],
    ["thư gửi a@dondoc_bot", {}, false],
    ["@dondoc_bot2 ơi", {}, false],
    ["xong rồi", { reply_to_message: message({ from: self, text: "NV-012" }) }, true],
    ["xong rồi", { reply_to_message: message({ text: "NV-012" }) }, false],
    ["chào", { reply_to_message: message({ from: self, forum_topic_created: {} }) }, false],
  ])("in a group, %j with %j is for the bot: %s", (text, more, addressed, rest = text) => {
    expect(said({ text, ...more })).toMatchObject({ addressed, text: rest });
  });

  it("in a private chat is always for the bot", () => {
    expect(said({ chat: dm, text: "chào" })).toMatchObject({ addressed: true });
  });

  it("has its topic only where it is in one", () => {
    const chat = (fields: object) => spoken(said({ text: "/viec", ...fields })).chat;
    expect(chat({ message_thread_id: 9, is_topic_message: true }).threadId).toBe(9);
    expect(chat({ message_thread_id: 9 }).threadId).toBe(0);
    expect(chat({}).title).toBe("Tổ CCHC");
  });

  it("carries the words that it answers, from a text, a caption or a rich message", () => {
    const repliedTo = (fields: object) =>
      spoken(said({ text: "xong", reply_to_message: message(fields) })).repliedTo;
    expect(repliedTo({ text: "NV-012 · Rà soát" })).toBe("NV-012 · Rà soát");
    expect(repliedTo({ caption: "NV-013" })).toBe("NV-013");
    expect(repliedTo({ sticker: {} })).toBeUndefined();
    const blocks = [
      { type: "heading", size: 3, text: [{ type: "bold", text: "NV-014" }, " Báo cáo"] },
      { type: "table", cells: [[{ text: "Hạn" }, { text: "15/12" }]] },
      { type: "details", summary: "Thêm", blocks: [{ type: "paragraph", text: "NV-015" }] },
      { type: "list", items: [{ label: "•", blocks: [{ type: "paragraph", text: "mục" }] }] },
    ];
    expect(repliedTo({ rich_message: { blocks } })).toBe(
      "NV-014 Báo cáo\nHạn\n15/12\nThêm\nNV-015\nmục",
    );
  });

  it("says whether it answers the bot, and whether its words are somebody else's", () => {
    const answers = (from: object) =>
      spoken(said({ text: "xong", reply_to_message: message({ text: "NV-012", from }) }));
    expect(answers(self).repliedToBot).toBe(true);
    expect(answers(lan).repliedToBot).toBeUndefined();
    const forward_origin = { type: "hidden_user", sender_user_name: "Ai đó", date: 1 };
    expect(spoken(said({ chat: dm, text: "/viec", forward_origin })).forwarded).toBe(true);
    expect(spoken(said({ chat: dm, text: "/viec" })).forwarded).toBeUndefined();
  });

  it("brings its document, or its photo in the largest size", () => {
    const document = {
      file_id: "BQAC1",
      file_name: "báo cáo.pdf",
      mime_type: "application/pdf",
      file_size: 9,
    };
    expect(spoken(said({ chat: dm, document, caption: "/hoanthanh NV-012" }))).toMatchObject({
      text: "/hoanthanh NV-012",
      files: [{ externalId: "BQAC1", name: "báo cáo.pdf", mime: "application/pdf", size: 9 }],
    });
    const photo = [
      { file_id: "nhỏ", width: 90, height: 60, file_size: 1 },
      { file_id: "lớn", width: 1280, height: 960, file_size: 3 },
      { file_id: "vừa", width: 320, height: 240, file_size: 2 },
    ];
    expect(spoken(said({ chat: dm, photo })).files).toEqual([
      { externalId: "lớn", name: "anh-2026-11-23.jpg", mime: "image/jpeg", size: 3 },
    ]);
  });

  it.each<[string, object]>([
    ["a bot", { from: { ...lan, is_bot: true }, text: "/viec" }],
    [
      "an anonymous administrator",
      { sender_chat: group, from: { ...self, id: 1087968824 }, text: "/viec" },
    ],
    [
      "somebody in the name of a channel",
      { sender_chat: { id: -2, type: "channel", title: "K" }, text: "/viec" },
    ],
    ["nobody", { from: undefined, text: "/viec" }],
    ["a channel", { chat: { id: -2, type: "channel", title: "K" }, text: "/viec" }],
    ["a service message", { new_chat_members: [lan] }],
    ["a sticker", { chat: dm, sticker: {} }],
  ])("of %s is nothing to us", (_, fields) => {
    expect(said(fields)).toBeNull();
  });
});

describe("other updates", () => {
  it("an edit comes with the key of what it corrects", () => {
    const edited = update({
      edited_message: message({ text: "/tiendo NV-012 70%", edit_date: 1 }),
    });
    expect(read(edited)).toMatchObject({
      via: "edit",
      messageKey: "-100:5",
      text: "/tiendo NV-012 70%",
    });
  });

  it("a tap types its command, and knows its row and message", () => {
    const tap = (data: string | undefined, holder: object = {}) =>
      read(
        update({
          callback_query: { id: "q", from: lan, data, message: message({ from: self, ...holder }) },
        }),
      );
    expect(tap("~!a12.3|/xacnhan NV-012")).toMatchObject({
      who: { externalId: "7" },
      chat: { externalId: "-100", kind: "group" },
      text: "/xacnhan NV-012",
      via: "button",
      drawnFrom: { of: "assignment", id: 12, version: 3 },
      tap: { id: "q", messageId: "5", inPlace: true },
      addressed: true,
      messageKey: null,
    });
    expect(tap("/viec", { message_id: 0, ephemeral_message_id: 4 })).toMatchObject({
      tap: { messageId: "e4.7", inPlace: false },
    });
    expect(tap(undefined)).toBeNull();
    expect(read(update({ callback_query: { id: "q", from: lan, data: "/viec" } }))).toBeNull();
  });

  it.each([
    [dm, { status: "kicked" }, "blocked"],
    [dm, { status: "member" }, "active"],
    [group, { status: "kicked" }, "gone"],
    [group, { status: "left" }, "gone"],
    [group, { status: "restricted", is_member: false }, "gone"],
    [group, { status: "restricted", is_member: true }, "active"],
    [group, { status: "administrator" }, "active"],
  ])("membership in %j becoming %j leaves the chat %s", (chat, new_chat_member, status) => {
    const read_ = read(update({ my_chat_member: { chat, from: lan, new_chat_member } }));
    expect(read_).toMatchObject({
      kind: "chat-status",
      chat: { externalId: String(chat.id) },
      status,
    });
  });

  it("both service messages of a migration say the same", () => {
    const moved = { kind: "migrated", from: "-1", to: "-100" };
    expect(said({ chat: { ...group, id: -1, type: "group" }, migrate_to_chat_id: -100 })).toEqual(
      moved,
    );
    expect(said({ migrate_from_chat_id: -1 })).toEqual(moved);
  });

  it("an album is one message, under the part that has the caption", () => {
    const part = (id: number, fields: object) =>
      update({
        update_id: id,
        message: message({ chat: dm, message_id: id, media_group_id: "g", ...fields }),
      });
    const photo = (file_id: string) => ({ photo: [{ file_id, width: 1, height: 1 }] });
    const album = [part(1, photo("a")), part(2, { ...photo("b"), caption: "/hoanthanh NV-012" })];
    expect(read({ album })).toMatchObject({
      text: "/hoanthanh NV-012",
      messageKey: "7:2",
      files: [{ name: "anh-2026-11-23.jpg" }, { externalId: "b", name: "anh-2026-11-23-2.jpg" }],
    });
    expect(read({ partOf: 1 })).toBeNull();
  });
});
