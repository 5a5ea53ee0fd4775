import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { run } from "@grammyjs/runner";
import { Bot, GrammyError, InlineKeyboard, InputFile, webhookCallback } from "grammy";
import { expect, it } from "vitest";

import { atEnd, openStage, token } from "./stage.ts";

function createBot(apiRoot: string) {
  const bot = new Bot(token, { client: { apiRoot } });
  bot.command("start", (ctx) => ctx.reply("Chào bạn"));
  bot.command("bang", (ctx) =>
    ctx.replyWithRichMessage({
      html:
        "<h2>Bảng xếp hạng</h2><table bordered striped><caption>Tuần 47</caption>" +
        '<tr><th>Đơn vị</th><th align="right">Điểm</th></tr>' +
        "<tr><td>Sở Tài chính</td><td>92</td></tr></table>",
    }),
  );
  bot.command("diem", (ctx) =>
    ctx.reply("Điểm của bạn: 8", {
      ephemeral_message_parameters: { receiver_user_id: ctx.from?.id ?? 0 },
      reply_markup: new InlineKeyboard().text("Chi tiết", "p:1"),
    }),
  );
  bot.callbackQuery("p:1", async (ctx) => {
    await ctx.answerCallbackQuery({ text: "Xem bên dưới", show_alert: true });
    await ctx.api.editEphemeralMessageText(
      ctx.chat?.id ?? 0,
      ctx.from.id,
      ctx.callbackQuery.message?.ephemeral_message_id ?? 0,
      "Điểm của bạn: 8 (đúng hạn 4/5)",
    );
  });
  bot.command("tep", (ctx) =>
    ctx.replyWithDocument(new InputFile(Buffer.from("nội dung"), "báo cáo.txt")),
  );
  bot.on("message:document", async (ctx) => {
    const { file_path } = await ctx.getFile();
    const text = await (await fetch(`${apiRoot}/file/bot${token}/${file_path}`)).text();
    await ctx.reply(`Nhận ${text}`, { reply_parameters: { message_id: ctx.msg.message_id } });
  });
  return bot;
}

function runBot(apiRoot: string) {
  const bot = createBot(apiRoot);
  const runner = run(bot);
  atEnd(() => runner.stop());
  return bot;
}

it("serves a running grammY bot: commands, rich messages, edits, files", async () => {
  const { playground, lan } = await openStage({ strict: true });
  const bot = runBot(playground.url);
  const dm = lan.dm();

  dm.say("/start");
  await dm.expectMessage("Chào bạn");

  dm.say("/bang");
  const board = await dm.expectMessage("Sở Tài chính | 92");
  const [heading, table] = board.message.rich_message?.blocks ?? [];
  expect(heading).toEqual({ type: "heading", size: 2, text: "Bảng xếp hạng" });
  expect(table).toMatchObject({ type: "table", is_bordered: true, is_striped: true });
  await bot.api.editMessageText(dm.chatId, board.id, "Chưa có bảng");
  await board.expectEdit("Chưa có bảng");
  await bot.api.editMessageText(dm.chatId, board.id, {
    blocks: [{ type: "paragraph", text: ["Có ", { type: "bold", text: "bảng" }] }],
  });
  await board.expectEdit("Có bảng");

  dm.say("/tep");
  expect((await dm.expectMessage("")).file).toBe("báo cáo.txt");
  const evidence = dm.sendFile("a.txt", { data: "đã xong" });
  const answer = await dm.expectMessage("Nhận đã xong");
  expect(answer.message.reply_to_message?.message_id).toBe(evidence.id);
  playground.assertNothingUnexpected();
});

it("shows an ephemeral answer to the asker alone", async () => {
  const { playground, lan, minh, group } = await openStage();
  group.setBot("administrator");
  runBot(playground.url);

  lan.in(group).say("/diem");
  const answer = await lan.in(group).expectMessage("Điểm của bạn");
  expect(answer.id).toBe(0);
  expect(answer.isEphemeral).toBe(true);
  expect(answer.message.receiver_user?.id).toBe(lan.id);
  expect(
    minh
      .in(group)
      .messages()
      .map(({ text }) => text),
  ).not.toContain("Điểm của bạn: 8");

  const tapped = await answer.button("Chi tiết").click();
  expect(tapped).toEqual({ text: "Xem bên dưới", showAlert: true });
  await answer.expectEdit("đúng hạn 4/5");
});

it("shows grammY its errors with code, description and parameters", async () => {
  const { playground, lan, group } = await openStage();
  const bot = createBot(playground.url);
  lan.dm().say("/start");
  const sent = await bot.api.sendMessage(lan.id, "như cũ");
  const supergroup = (() => {
    const old = group.id;
    group.upgradeToSupergroup(lan);
    return { old, now: group.id };
  })();

  const failure = async (call: Promise<unknown>) => {
    const error = await call.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(GrammyError);
    const { error_code, description, parameters } = error as GrammyError;
    return { error_code, description, parameters };
  };

  expect(await failure(bot.api.editMessageText(lan.id, sent.message_id, "như cũ"))).toMatchObject({
    error_code: 400,
    description: expect.stringContaining("message is not modified"),
  });
  expect(await failure(bot.api.sendMessage(supergroup.old, "a"))).toEqual({
    error_code: 400,
    description: "Bad Request: group chat was upgraded to a supergroup chat",
    parameters: { migrate_to_chat_id: supergroup.now },
  });
  lan.block();
  expect(await failure(bot.api.sendMessage(lan.id, "a"))).toMatchObject({
    error_code: 403,
    description: "Forbidden: bot was blocked by the user",
  });
});

it("delivers to grammY by webhook and sends again what was not taken", async () => {
  const { playground, lan } = await openStage({
    limits: { webhook: { timeoutMs: 300, firstRetryMs: 20, longestRetryMs: 40 } },
  });
  const bot = createBot(playground.url);
  const seen: number[] = [];
  bot.use((ctx) => {
    seen.push(ctx.update.update_id);
  });
  const handle = webhookCallback(bot, "http", { secretToken: "bi-mat" });
  let failures = 2;
  const server = createServer((request, response) => {
    if (failures-- > 0) response.writeHead(500).end();
    else void handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  atEnd(() => server.close());

  const { port } = server.address() as AddressInfo;
  await bot.api.setWebhook(`http://127.0.0.1:${port}/`, { secret_token: "bi-mat" });
  lan.dm().say("một");
  lan.dm().say("hai");
  // The two before them tell of the group: my_chat_member, and the message that says so.
  await expect.poll(() => seen).toEqual([1, 2, 3, 4]);

  const info = await bot.api.getWebhookInfo();
  expect(info.pending_update_count).toBe(0);
  expect(info.last_error_message).toBe(
    "Wrong response from the webhook: 500 Internal Server Error",
  );
});
