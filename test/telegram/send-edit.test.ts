import { describe, expect, it } from "vitest";
import { paragraph, say } from "#src/messages/reply.ts";
import { openStage, table, useDatabase } from "./stage.ts";

const db = useDatabase();

const card = { kind: "assignment" as const, taskId: 1, assignmentId: 1, version: 1 };

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
