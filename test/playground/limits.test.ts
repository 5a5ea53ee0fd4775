import { expect, it } from "vitest";

import { ok, openStage, refusal } from "./stage.ts";

const day = 24 * 3600 * 1000;

async function openDm(options = {}) {
  const stage = await openStage(options);
  stage.lan.dm().say("/start");
  const chat_id = stage.lan.id;
  return {
    ...stage,
    chat_id,
    send: (args: object) => stage.call("sendMessage", { chat_id, ...args }),
  };
}

it("takes 4096 characters after entity parsing and refuses one more", async () => {
  const { send } = await openDm();
  const full = "ộ".repeat(4096);
  expect(await refusal(send({ text: `<b>${full}</b>`, parse_mode: "HTML" }))).toMatch(/^ok/);
  expect(await refusal(send({ text: `${full}ộ` }))).toBe("400 Bad Request: message is too long");
});

it("counts a letter outside the first plane as one character", async () => {
  const { send } = await openDm();
  expect(await refusal(send({ text: "🐳".repeat(4096) }))).toMatch(/^ok/);
});

it("refuses empty texts, also those that are white space", async () => {
  const { send } = await openDm();
  for (const text of ["", " \n ", "<b> </b>"]) {
    expect(await refusal(send({ text, parse_mode: "HTML" }))).toBe(
      "400 Bad Request: message text is empty",
    );
  }
});

it("refuses captions over 1024 characters", async () => {
  const { call, chat_id, lan } = await openDm();
  const document = lan.dm().sendFile("a.txt").message.document?.file_id;
  const send = (length: number) =>
    refusal(call("sendDocument", { chat_id, document, caption: "a".repeat(length) }));
  expect(await send(1024)).toMatch(/^ok/);
  expect(await send(1025)).toBe("400 Bad Request: message caption is too long");
});

it("counts callback data in bytes, 1 to 64", async () => {
  const { send } = await openDm();
  const button = (callback_data: string) =>
    refusal(
      send({ text: "a", reply_markup: { inline_keyboard: [[{ text: "Nút", callback_data }]] } }),
    );
  expect(await button("x".repeat(64))).toMatch(/^ok/);
  expect(await button("x".repeat(65))).toBe("400 Bad Request: BUTTON_DATA_INVALID");
  expect(await button("ộ".repeat(22))).toBe("400 Bad Request: BUTTON_DATA_INVALID");
  expect(await button("")).toBe("400 Bad Request: BUTTON_DATA_INVALID");
});

it("takes at most 100 commands with plain names", async () => {
  const { call } = await openDm();
  const set = (names: string[]) =>
    refusal(
      call("setMyCommands", {
        commands: names.map((command) => ({ command, description: "Xem việc" })),
      }),
    );
  const many = Array.from({ length: 100 }, (_, index) => `viec_${index}`);
  expect(await set(many)).toMatch(/^ok/);
  expect(await set([...many, "them"])).toBe("400 Bad Request: BOT_COMMANDS_TOO_MUCH");
  for (const name of ["việc", "Viec", "viec-moi", "", "v".repeat(33)]) {
    expect(await set([name])).toBe("400 Bad Request: BOT_COMMAND_INVALID");
  }
});

it("refuses uploads and downloads that are too big", async () => {
  const { call, chat_id, lan, playground } = await openDm({
    limits: { pace: false, uploadBytes: 100, downloadBytes: 50 },
  });
  const upload = async (bytes: number) => {
    const form = new FormData();
    form.set("chat_id", String(chat_id));
    form.set("document", new Blob([new Uint8Array(bytes)]), "a.bin");
    const path = `/bot${playground.token}/sendDocument`;
    return (await fetch(playground.url + path, { method: "POST", body: form })).json();
  };
  expect(await upload(100)).toMatchObject({ ok: true });
  expect(await upload(101)).toEqual({
    ok: false,
    error_code: 413,
    description: "Request Entity Too Large",
  });

  const { document } = lan.dm().sendFile("a.txt", { data: "x".repeat(51) }).message;
  expect(await refusal(call("getFile", { file_id: document?.file_id }))).toBe(
    "400 Bad Request: file is too big",
  );
});

it("words what it can't find as Telegram does", async () => {
  const { call, send, chat_id } = await openDm();
  const target = { chat_id, message_id: 999 };
  const { message_id } = await ok<{ message_id: number }>(send({ text: "a" }));

  expect(await refusal(call("sendMessage", { chat_id: 42, text: "a" }))).toBe(
    "400 Bad Request: chat not found",
  );
  expect(await refusal(call("sendMessage", { text: "a" }))).toBe(
    "400 Bad Request: chat_id is empty",
  );
  expect(await refusal(call("editMessageText", { ...target, text: "a" }))).toBe(
    "400 Bad Request: message to edit not found",
  );
  expect(await refusal(call("deleteMessage", target))).toBe(
    "400 Bad Request: message to delete not found",
  );
  expect(await refusal(call("editMessageText", { chat_id, message_id, text: "a" }))).toBe(
    "400 Bad Request: message is not modified: specified new message content and reply markup " +
      "are exactly the same as a current content and reply markup of the message",
  );
  expect(await refusal(call("editMessageText", { chat_id, message_id: 1, text: "b" }))).toBe(
    "400 Bad Request: message can't be edited",
  );
  expect(await refusal(call("getFile", { file_id: "x" }))).toBe("400 Bad Request: invalid file_id");
  expect(
    await refusal(
      call("setMessageReaction", {
        ...target,
        message_id,
        reaction: [{ type: "emoji", emoji: "✅" }],
      }),
    ),
  ).toBe("400 Bad Request: REACTION_INVALID");
});

it("refuses a reply to nothing, unless it may go without", async () => {
  const { send } = await openDm();
  const reply = { message_id: 999 };
  expect(await refusal(send({ text: "a", reply_parameters: reply }))).toBe(
    "400 Bad Request: message to be replied not found",
  );
  const lenient = { ...reply, allow_sending_without_reply: true };
  expect(await refusal(send({ text: "a", reply_parameters: lenient }))).toMatch(/^ok/);
});

it("takes a tap's answer once, and not after a minute", async () => {
  const { call, send, lan, clock } = await openDm();
  const keyboard = { inline_keyboard: [[{ text: "Nút", callback_data: "x" }]] };
  await ok(send({ text: "a", reply_markup: keyboard }));
  const tapped = async () => {
    void lan
      .dm()
      .click("Nút")
      .catch(() => undefined);
    const updates = await ok<{ callback_query?: { id: string } }[]>(call("getUpdates"));
    return updates.at(-1)?.callback_query?.id;
  };
  const tooOld =
    "400 Bad Request: query is too old and response timeout expired or query ID is invalid";

  const first = await tapped();
  expect(await refusal(call("answerCallbackQuery", { callback_query_id: first }))).toBe("ok true");
  expect(await refusal(call("answerCallbackQuery", { callback_query_id: first }))).toBe(tooOld);
  const second = await tapped();
  clock.forward(day);
  expect(await refusal(call("answerCallbackQuery", { callback_query_id: second }))).toBe(tooOld);
});

it("lets 20 messages a minute into a group and says how long to wait", async () => {
  let real = 0;
  const { call, group } = await openStage({
    monotonic: () => real,
    limits: { pace: { chatPerSecond: 1, chatBurst: 3, groupPerMinute: 20, allPerSecond: 30 } },
  });
  const send = () => call("sendMessage", { chat_id: group.id, text: "a" });
  for (let n = 0; n < 3; n++) await ok(send());
  expect(await send()).toEqual({
    status: 429,
    ok: false,
    error_code: 429,
    description: "Too Many Requests: retry after 3",
    parameters: { retry_after: 3 },
  });
  real += 1500;
  for (let n = 3; n < 20; n++) {
    real += 1500;
    await ok(send());
  }
  real += 3000;
  expect(await refusal(send())).toBe("429 Too Many Requests: retry after 30");
  real += 30_000;
  expect(await refusal(send())).toMatch(/^ok/);
});

it("lets 30 messages a second out in all", async () => {
  const { call, playground } = await openStage({
    monotonic: () => 0,
    limits: { pace: { chatPerSecond: 1, chatBurst: 5, groupPerMinute: 20, allPerSecond: 30 } },
  });
  const people = Array.from({ length: 31 }, (_, n) =>
    playground.createUser({ firstName: `N${n}` }),
  );
  for (const each of people) each.dm().say("/start");
  const answers: string[] = [];
  for (const { id } of people)
    answers.push(await refusal(call("sendMessage", { chat_id: id, text: "a" })));
  expect(answers.filter((answer) => answer.startsWith("ok"))).toHaveLength(30);
  expect(answers.at(-1)).toBe("429 Too Many Requests: retry after 1");
});
