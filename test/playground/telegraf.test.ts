import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { Telegraf, TelegramError } from "telegraf";
import { expect, it } from "vitest";

import { atEnd, openStage, token } from "./stage.ts";

function createBot(apiRoot: string) {
  const bot = new Telegraf(token, { telegram: { apiRoot } });
  bot.start((ctx) => ctx.reply("Chào bạn"));
  bot.command("viec", (ctx) =>
    ctx.reply("Việc <b>12</b>", {
      parse_mode: "HTML",
      reply_markup: { inline_keyboard: [[{ text: "Tiếp nhận", callback_data: "t:12:ack" }]] },
    }),
  );
  bot.action(/^t:(\d+):ack$/, async (ctx) => {
    await ctx.answerCbQuery("Đã ghi nhận");
    await ctx.editMessageText(`Việc ${ctx.match[1]} đã tiếp nhận`);
  });
  bot.command("tep", (ctx) =>
    ctx.replyWithDocument(
      { source: Buffer.from("nội dung"), filename: "báo cáo.txt" },
      { caption: "Báo cáo" },
    ),
  );
  bot.on("document", async (ctx) => {
    const link = await ctx.telegram.getFileLink(ctx.message.document.file_id);
    const text = await (await fetch(link)).text();
    await ctx.reply(`${ctx.message.document.file_name}: ${text}`);
  });
  return bot;
}

async function poll(apiRoot: string) {
  const bot = createBot(apiRoot);
  const running = bot.launch();
  atEnd(() => {
    bot.stop();
    return running;
  });
  return bot;
}

it("serves a polling Telegraf bot: commands, buttons, edits", async () => {
  const { playground, lan } = await openStage({ strict: true });
  await poll(playground.url);

  const dm = lan.dm();
  dm.say("/start");
  await dm.expectMessage("Chào bạn");

  dm.say("/viec");
  const card = await dm.expectMessage("Việc 12");
  expect(card.message.entities).toEqual([{ type: "bold", offset: 5, length: 2 }]);
  card.assertButtons("Tiếp nhận");
  expect(await card.button("Tiếp nhận").click()).toEqual({
    text: "Đã ghi nhận",
    showAlert: false,
  });
  await card.expectEdit("đã tiếp nhận");
  card.assertButtons();
  playground.assertNothingUnexpected();
});

it("takes files from Telegraf and gives them files", async () => {
  const { playground, lan } = await openStage();
  await poll(playground.url);

  const dm = lan.dm();
  dm.say("/tep");
  const sent = await dm.expectMessage("Báo cáo");
  expect(sent.message.document).toMatchObject({ file_name: "báo cáo.txt", file_size: 10 });

  dm.sendFile("minh chứng.txt", { data: "đã xong" });
  await dm.expectMessage("minh chứng.txt: đã xong");
});

it("shows Telegraf its errors with code and description", async () => {
  const { playground, lan, minh } = await openStage();
  const bot = createBot(playground.url);
  lan.dm().say("xin chào");
  playground.faults.add({ method: "sendChatAction", fault: { kind: "429", retryAfter: 7 } });

  const failure = async (call: Promise<unknown>) => {
    const error = await call.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TelegramError);
    const { response } = error as TelegramError;
    return [response.error_code, response.description, response.parameters?.retry_after];
  };

  expect(await failure(bot.telegram.sendMessage(minh.id, "a"))).toEqual([
    403,
    "Forbidden: bot can't initiate conversation with a user",
    undefined,
  ]);
  expect(await failure(bot.telegram.sendMessage(lan.id, ""))).toEqual([
    400,
    "Bad Request: message text is empty",
    undefined,
  ]);
  expect(await failure(bot.telegram.sendChatAction(lan.id, "typing"))).toEqual([
    429,
    "Too Many Requests: retry after 7",
    7,
  ]);
});

it("delivers to Telegraf by webhook, with the secret", async () => {
  const { playground, lan } = await openStage();
  const bot = createBot(playground.url);
  const handle = bot.webhookCallback("/hook", { secretToken: "bi-mat" });
  let refused = 0;
  const server = createServer((request, response) => {
    if (request.headers["x-telegram-bot-api-secret-token"] !== "bi-mat") refused++;
    void handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  atEnd(() => server.close());

  const { port } = server.address() as AddressInfo;
  await bot.telegram.setWebhook(`http://127.0.0.1:${port}/hook`, { secret_token: "bi-mat" });
  lan.dm().say("/start");
  // Telegraf answers in the response to the webhook request: the call comes with no request.
  await lan.dm().expectMessage("Chào bạn");
  expect(refused).toBe(0);
  await expect.poll(() => playground.pendingUpdates()).toBe(0);
});
