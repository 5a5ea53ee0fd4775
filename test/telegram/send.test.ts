import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { details, heading, paragraph, type Reply, say } from "#src/messages/reply.ts";
import type { Fault } from "#src/playground/server.ts";
import { atEnd, openStage, useDatabase } from "./stage.ts";

const db = useDatabase();

const table: Reply["blocks"][number] = {
  kind: "table",
  header: ["Đơn vị", "Điểm"],
  rows: [["Sở Y tế", "92,50"]],
};
const card = { kind: "assignment" as const, taskId: 1, assignmentId: 1, version: 1 };
const times = Number.POSITIVE_INFINITY;

describe("a reply", () => {
  it("arrives with its buttons, and taps come back as commands", async () => {
    const { channel, lan, toLan } = await openStage(db());
    const long = `/giao ${"rà soát thủ tục ".repeat(8)}`.trim();
    const reply: Reply = {
      ...say("NV-012 <b>không đậm</b>"),
      buttons: [
        [
          { label: "Nhận", command: "/nhan NV-012", style: "primary" },
          { label: "Dài", command: long, drawnFrom: { of: "assignment", id: 1, version: 2 } },
        ],
      ],
    };
    const sent = await channel.send(toLan, reply, {});
    const message = await lan.dm().expectMessage("NV-012 <b>không đậm</b>");
    expect(sent).toEqual({ kind: "sent", messageId: String(message.id) });
    message.assertButtons("Nhận", "Dài");
    expect(message.button("Nhận").data).toBe("/nhan NV-012");
    const token = message.button("Dài").data.slice(1);
    const kept = await db().buttonToken.findUniqueOrThrow({ where: { token } });
    expect(kept.command).toBe(`~a1.2|${long}`);
  });

  it("is a rich message where it holds a table", async () => {
    const { channel, lan, toLan, playground } = await openStage(db());
    await channel.send(toLan, { blocks: [heading("Bảng"), table] }, {});
    const shown = await lan.dm().expectMessage("Sở Y tế | 92,50");
    expect(shown.message.rich_message?.blocks.map(({ type }) => type)).toEqual([
      "heading",
      "table",
    ]);
    await channel.send(toLan, say("chữ thường"), {});
    expect(playground.calls("sendRichMessage")).toHaveLength(1);
  });

  it("is plain where the server refuses that once, and always where it knows no rich messages", async () => {
    const { channel, lan, toLan, playground } = await openStage(db());
    const refuse = (code: number, description: string) =>
      playground.faults.add({
        method: "sendRichMessage",
        fault: { kind: "error", code, description },
      });
    const rich = () => playground.calls("sendRichMessage").length;

    refuse(400, "Bad Request: can't parse entities");
    expect(await channel.send(toLan, { blocks: [table] }, {})).toMatchObject({ kind: "sent" });
    expect((await lan.dm().expectMessage("Sở Y tế  92,50")).message.entities?.[0]?.type).toBe(
      "pre",
    );
    refuse(404, "Not Found");
    await channel.send(toLan, { blocks: [table] }, {});
    await lan.dm().expectMessage("Sở Y tế  92,50");
    expect(rich()).toBe(2);
    await channel.send(toLan, { blocks: [table] }, {});
    await lan.dm().expectMessage("Sở Y tế  92,50");
    expect(rich()).toBe(2);
  });

  it("is cut where it is too long: keys on the first part, buttons on the last, its number is the last's", async () => {
    const { channel, lan, toLan, playground } = await openStage(db());
    const blocks = [1, 2, 3].map((part) => paragraph(`phần ${part} ${"ạ".repeat(3000)}`));
    const buttons = [[{ label: "Nhận", command: "/nhan" }]];
    const sent = await channel.send(toLan, { blocks, buttons, keys: [["Quá hạn"]] }, {});
    const parts = [];
    for (const part of [1, 2, 3]) parts.push(await lan.dm().expectMessage(`phần ${part}`));
    expect(parts.map((part) => part.buttons)).toEqual([[], [], ["Nhận"]]);
    expect(sent).toEqual({ kind: "sent", messageId: String(parts[2]?.id) });
    const markups = playground.calls("sendMessage").map(({ payload }) => payload.reply_markup);
    expect(markups[0]).toMatchObject({ keyboard: [[{ text: "Quá hạn" }]], is_persistent: true });
    expect(markups[1]).toBeUndefined();
  });

  it("gives keys in private chats only, and buttons before them", async () => {
    const { channel, playground, toLan, toGroup } = await openStage(db());
    const keys = [["Việc của tôi", "Quá hạn"]];
    const last = () => playground.calls("sendMessage").at(-1)?.payload.reply_markup;
    await channel.send(toLan, { ...say("chào"), keys }, {});
    expect(last()).toMatchObject({ resize_keyboard: true, keyboard: [[{}, {}]] });
    await channel.send(toGroup(), { ...say("chào"), keys }, {});
    expect(last()).toBeUndefined();
    await channel.send(
      toLan,
      { ...say("chào"), keys, buttons: [[{ label: "A", command: "/a" }]] },
      {},
    );
    expect(last()).toHaveProperty("inline_keyboard");
  });

  it("goes to its topic", async () => {
    const { channel, lan, group, toGroup } = await openStage(db());
    group.upgradeToSupergroup(lan, { isForum: true });
    const threadId = group.createTopic(lan, "CCHC");
    await channel.send({ ...toGroup(), threadId }, say("trong chủ đề"), {});
    const message = await lan.in(group).expectMessage("trong chủ đề");
    expect(message.message.message_thread_id).toBe(threadId);
  });

  it("without a word or a file is refused", async () => {
    const { channel, toLan } = await openStage(db());
    expect(await channel.send(toLan, { blocks: [] }, {})).toEqual({
      kind: "rejected",
      errorCode: "empty",
    });
  });
});

describe("a message drawn again", () => {
  const posted = async () => {
    const stage = await openStage(db());
    const sent = await stage.channel.send(stage.toLan, say("như cũ"), {});
    const message = await stage.lan.dm().expectMessage("như cũ");
    const editMessageId = sent.kind === "sent" ? sent.messageId : "";
    return { ...stage, message, editMessageId };
  };

  it("changes in place, from text to table and back, and counts as sent where nothing changes", async () => {
    const { channel, toLan, message, editMessageId, playground } = await posted();
    const sent = { kind: "sent", messageId: editMessageId };
    expect(await channel.send(toLan, { blocks: [table] }, { editMessageId })).toEqual(sent);
    await message.expectEdit("Sở Y tế | 92,50");
    expect(await channel.send(toLan, { blocks: [table] }, { editMessageId })).toEqual(sent);
    expect(await channel.send(toLan, say("như mới"), { editMessageId })).toEqual(sent);
    await message.expectEdit("như mới");
    expect(playground.calls("editMessageText")).toHaveLength(3);
    expect(playground.messages(message.message.chat.id)).toHaveLength(2);
  });

  it("is said anew to somebody who tapped where it is gone; a card that is gone stays gone", async () => {
    const { channel, toLan, lan, editMessageId } = await posted();
    await channel.api.deleteMessage(lan.id, Number(editMessageId));
    const again = await channel.send(toLan, say("trang 2"), { editMessageId });
    const anew = await lan.dm().expectMessage("trang 2");
    expect(again).toEqual({ kind: "sent", messageId: String(anew.id) });
    expect(await channel.send(toLan, { ...say("thẻ"), card }, { editMessageId })).toMatchObject({
      kind: "rejected",
    });
    await lan.dm().expectNothing(20);
  });

  it("ends in an ellipsis where it is too long", async () => {
    const { channel, toLan, message, editMessageId } = await posted();
    const blocks = [1, 2].map(() => paragraph("ạ".repeat(3000)));
    expect(await channel.send(toLan, { blocks }, { editMessageId })).toMatchObject({
      kind: "sent",
    });
    expect((await message.expectEdit("…")).text).toBe(`${"ạ".repeat(3000)}\n…`);
  });
});

describe("an answer for one person of a group", () => {
  it("is seen by that person alone, redrawn for them, and never drawn over what all see", async () => {
    const { channel, lan, minh, group, toGroup } = await openStage(db());
    group.setBot("administrator");
    const onlyTo = { externalId: String(lan.id) };
    const sent = await channel.send(toGroup(), say("việc của Lan"), { onlyTo });
    const answer = await lan.in(group).expectMessage("việc của Lan");
    expect(answer.isEphemeral).toBe(true);
    const editMessageId = sent.kind === "sent" ? sent.messageId : "";
    expect(editMessageId).toMatch(new RegExp(`^e\\d+\\.${lan.id}$`));
    await channel.send(toGroup(), { blocks: [table] }, { onlyTo, editMessageId });
    await answer.expectEdit("Sở Y tế | 92,50");
    expect(await channel.send(toGroup(), say("thẻ"), { editMessageId })).toMatchObject({
      kind: "rejected",
    });

    const open = await channel.send(toGroup(), say("cho mọi người"), {});
    const publicId = open.kind === "sent" ? open.messageId : "";
    const shared = await minh.in(group).expectMessage("cho mọi người");
    await channel.send(toGroup(), say("riêng"), { onlyTo, editMessageId: publicId });
    expect((await lan.in(group).expectMessage("riêng")).isEphemeral).toBe(true);
    expect(shared.text).toBe("cho mọi người");
    await minh.in(group).expectNothing(20);
  });

  it("is refused where the bot may not, and may answer an ephemeral command", async () => {
    const { channel, lan, group, toGroup, playground } = await openStage(db());
    const onlyTo = { externalId: String(lan.id) };
    const answer = () => channel.send(toGroup(), say("việc"), { onlyTo });
    expect(await answer()).toMatchObject({ kind: "rejected" });
    await channel.api.setMyCommands([{ command: "viec", description: "Việc", is_ephemeral: true }]);
    lan.in(group).say("/viec");
    const updates = await channel.api.getUpdates();
    const asked = channel.incoming(updates.at(-1));
    expect(asked).toMatchObject({ text: "/viec", addressed: true, messageKey: null });
    expect(await answer()).toMatchObject({ kind: "sent" });
    expect(playground.calls("sendMessage").at(-1)?.payload).toMatchObject({
      reply_parameters: { ephemeral_message_id: expect.any(Number) },
    });
  });

  it("is taken back at once where an old server shows it to all", async () => {
    const { channel, lan, minh, group, toGroup } = await openStage(db());
    channel.api.config.use((prev, method, payload, signal) => {
      if ("ephemeral_message_parameters" in payload) delete payload.ephemeral_message_parameters;
      return prev(method, payload, signal);
    });
    const onlyTo = { externalId: String(lan.id) };
    const sent = await channel.send(toGroup(), say("riêng"), { onlyTo });
    expect(sent).toEqual({ kind: "rejected", errorCode: "no ephemeral messages" });
    expect(
      minh
        .in(group)
        .messages()
        .map(({ text }) => text),
    ).not.toContain("riêng");
  });
});

describe("what became of it", () => {
  const faulty = async (fault: Fault, reply: Reply = say("một")) => {
    const stage = await openStage(db(), 0.3);
    stage.playground.faults.add({ method: ["sendMessage", "sendRichMessage"], fault });
    const sent = await stage.channel.send(stage.toLan, reply, {});
    const arrived = stage.playground.messages(stage.lan.id).length - 1;
    return { ...stage, sent, arrived };
  };

  it.each<[Fault, object, number]>([
    [{ kind: "429", retryAfter: 3 }, { kind: "retry", afterMs: 3000 }, 0],
    [{ kind: "500" }, { kind: "retry", afterMs: null }, 0],
    [
      { kind: "error", code: 401, description: "Unauthorized" },
      { kind: "retry", afterMs: 60_000 },
      0,
    ],
    [
      { kind: "error", code: 400, description: "Bad Request: chat not found" },
      { kind: "rejected" },
      0,
    ],
    [{ kind: "reset-before" }, { kind: "unknown", errorCode: "ECONNRESET" }, 0],
    [{ kind: "reset-after" }, { kind: "unknown", errorCode: "ECONNRESET" }, 1],
    [{ kind: "hang" }, { kind: "unknown", errorCode: "timeout" }, 0],
    [{ kind: "hang", taken: true }, { kind: "unknown", errorCode: "timeout" }, 1],
  ])("after %j: %j", async (fault, outcome, taken) => {
    const { sent, arrived } = await faulty(fault);
    expect(sent).toMatchObject(outcome);
    expect(arrived).toBe(taken);
  });

  it("a refused connection: surely not taken", async () => {
    const { playground, channel, toLan } = await openStage(db());
    await playground.refuseConnections(300);
    // A connection that was just cut, unseen by this side, would be a reset: unknown, rightly.
    await sleep(30);
    const sent = await channel.send(toLan, say("một"), {});
    expect(sent).toEqual({ kind: "retry", afterMs: null, errorCode: "ECONNREFUSED" });
  });

  it("a reset rich message is not sent again as a plain one", async () => {
    const { sent, arrived, playground } = await faulty(
      { kind: "reset-after" },
      { blocks: [table] },
    );
    expect(sent).toMatchObject({ kind: "unknown" });
    expect(arrived).toBe(1);
    expect(playground.calls("sendMessage")).toEqual([]);
  });

  it("a 404 for everything is trouble with the token, and no reason to give up rich messages", async () => {
    const { playground, channel, toLan, log } = await openStage(db());
    const fault = { kind: "error" as const, code: 404, description: "Not Found" };
    const undo = playground.faults.add({ fault, times });
    expect(await channel.send(toLan, { blocks: [table] }, {})).toMatchObject({
      kind: "retry",
      afterMs: 60_000,
    });
    expect(log.lines.filter(({ level }) => level === "error")).toHaveLength(1);
    undo();
    await channel.send(toLan, { blocks: [table] }, {});
    expect(playground.calls("sendRichMessage")).toHaveLength(2);
  });

  it("blocked, kicked, migrated", async () => {
    const { channel, lan, group, toLan, toGroup } = await openStage(db());
    lan.block();
    expect(await channel.send(toLan, say("a"), {})).toMatchObject({
      kind: "gone",
      status: "blocked",
    });
    const old = toGroup();
    group.upgradeToSupergroup(lan);
    expect(await channel.send(old, say("a"), {})).toEqual({
      kind: "migrated",
      externalId: String(group.id),
    });
    group.setBot("kicked");
    expect(await channel.send(toGroup(), say("a"), {})).toMatchObject({
      kind: "gone",
      status: "gone",
    });
  });

  it("a message that broke off after its first part is unknown, and never begun again", async () => {
    const { playground, channel, toLan, lan } = await openStage(db(), 0.3);
    const blocks = [1, 2].map((part) => paragraph(`phần ${part} ${"ạ".repeat(3000)}`));
    let seen = 0;
    channel.api.config.use((prev, method, payload, signal) => {
      seen += 1;
      if (seen === 2)
        playground.faults.add({ fault: { kind: "error", code: 400, description: "no" } });
      return prev(method, payload, signal);
    });
    expect(await channel.send(toLan, { blocks }, {})).toMatchObject({ kind: "unknown" });
    expect(playground.messages(lan.id)).toHaveLength(2);
  });

  it("a later part that was surely not taken is tried again", async () => {
    const { playground, channel, toLan, lan } = await openStage(db());
    const blocks = [1, 2].map((part) => paragraph(`phần ${part} ${"ạ".repeat(3000)}`));
    let seen = 0;
    channel.api.config.use((prev, method, payload, signal) => {
      seen += 1;
      if (seen === 2) playground.faults.add({ fault: { kind: "429", retryAfter: 0.05 } });
      return prev(method, payload, signal);
    });
    expect(await channel.send(toLan, { blocks }, {})).toMatchObject({ kind: "sent" });
    await lan.dm().expectMessage("phần 1");
    await lan.dm().expectMessage("phần 2");
  });

  it("a database that fails before anything went out: surely not taken", async () => {
    const { channel, toLan, playground } = await openStage(db());
    const command = `/giao ${"dài ".repeat(30)}`;
    await db().$executeRawUnsafe(`ALTER TABLE "ButtonToken" RENAME TO "Away"`);
    atEnd(() => db().$executeRawUnsafe(`ALTER TABLE "Away" RENAME TO "ButtonToken"`));
    const sent = await channel.send(
      toLan,
      { ...say("a"), buttons: [[{ label: "A", command }]] },
      {},
    );
    expect(sent).toMatchObject({ kind: "retry" });
    expect(playground.calls("sendMessage")).toEqual([]);
  });
});

it("details unfold", async () => {
  const { channel, lan, toLan } = await openStage(db());
  await channel.send(toLan, { blocks: [details("Cách tính", paragraph("÷"))] }, {});
  const { message } = await lan.dm().expectMessage("Cách tính");
  expect(message.rich_message?.blocks[0]?.type).toBe("details");
});
