import { describe, expect, it } from "vitest";
import { details, heading, paragraph, type Reply, say } from "#src/messages/reply.ts";
import { openStage, table, useDatabase } from "./stage.ts";

const db = useDatabase();

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

it("details unfold", async () => {
  const { channel, lan, toLan } = await openStage(db());
  await channel.send(toLan, { blocks: [details("Cách tính", paragraph("÷"))] }, {});
  const { message } = await lan.dm().expectMessage("Cách tính");
  expect(message.rich_message?.blocks[0]?.type).toBe("details");
});
