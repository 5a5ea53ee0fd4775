import { expect, it } from "vitest";

import { ok, openStage } from "./stage.ts";

it("lists what the bot sent and no test took", async () => {
  const { playground, call, lan } = await openStage({ strict: true });
  lan.dm().say("/start");
  const send = (text: string) => ok(call("sendMessage", { chat_id: lan.id, text }));
  await send("mong đợi");
  await send("bất ngờ");

  await lan.dm().expectMessage("mong đợi");
  expect(playground.unexpected()).toEqual([{ chatId: lan.id, text: "bất ngờ" }]);
  expect(() => playground.assertNothingUnexpected()).toThrow('"bất ngờ"');
  await expect(lan.dm().expectNothing(1)).rejects.toThrow('got "bất ngờ"');

  playground.takeAll();
  playground.assertNothingUnexpected();
  await lan.dm().expectNothing(1);
});

it("takes each message once, and says what there was instead", async () => {
  const { call, lan } = await openStage({ strict: true });
  lan.dm().say("/start");
  await ok(call("sendMessage", { chat_id: lan.id, text: "một" }));
  await lan.dm().expectMessage(/^một$/);
  await expect(lan.dm().expectMessage("một", 20)).rejects.toThrow(
    "Lan in Lan: no message like một; untaken: [] (after 20 ms)",
  );
});

it("keeps no account when it is not strict", async () => {
  const { playground, call, lan } = await openStage();
  lan.dm().say("/start");
  await ok(call("sendMessage", { chat_id: lan.id, text: "một" }));
  expect(playground.unexpected()).toEqual([]);
});

it("waits for quiet, and says what keeps the bot busy", async () => {
  const { playground, call, lan } = await openStage();
  await expect(playground.quiet(5, 20)).rejects.toThrow("No quiet: 2 updates wait");
  await ok(call("getUpdates", { offset: 100 }));
  lan.dm().say("/start");
  setTimeout(() => void call("getUpdates", { offset: 101 }), 20);
  await playground.quiet(10);
});

it("gives each edit of a message to one expectation", async () => {
  const { call, lan } = await openStage();
  lan.dm().say("/start");
  const chat_id = lan.id;
  const { message_id } = await ok<{ message_id: number }>(
    call("sendMessage", { chat_id, text: "một" }),
  );
  const card = await lan.dm().expectMessage("một");
  await expect(card.expectEdit("một", 20)).rejects.toThrow('the message is "một"');
  await ok(call("editMessageText", { chat_id, message_id, text: "hai" }));
  expect((await lan.dm().expectEdit("hai")).id).toBe(card.id);
  await expect(card.expectEdit("hai", 20)).rejects.toThrow("Expected an edit like hai");
  await ok(call("deleteMessage", { chat_id, message_id }));
  await card.expectDeleted();
});

it("keeps of an upload its name and size, and sees that a reply is asked for", async () => {
  const { playground, call, lan } = await openStage();
  lan.dm().say("/start");
  const form = new FormData();
  form.set("chat_id", String(lan.id));
  form.set("document", new Blob(["nội dung"]), "a.txt");
  const path = `${playground.url}/bot${playground.token}/sendDocument`;
  await fetch(path, { method: "POST", body: form });
  const [sent] = playground.calls("sendDocument");
  expect(sent?.payload.document).toMatchObject({ name: "a.txt", data: { bytes: 10 } });

  const reply_markup = { force_reply: true };
  await ok(call("sendMessage", { chat_id: lan.id, text: "Hạn nào?", reply_markup }));
  const question = await lan.dm().expectMessage("Hạn nào?");
  expect(question.asksForReply).toBe(true);
  expect(question.message.reply_markup).toBeUndefined();
  expect(question.reply("mai").message.reply_to_message?.message_id).toBe(question.id);
});
