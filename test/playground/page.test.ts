import { request } from "node:http";

import type { Message } from "@grammyjs/types";
import { expect, it } from "vitest";

import type { ClockStop } from "#src/playground/house.ts";
import type { Busy, History, Menu } from "#src/playground/page/contract.ts";
import { ok, openStage } from "./stage.ts";
import { openProvince, openWindow, visit } from "./visit.ts";

type Options = { path: string; method?: string; headers?: Record<string, string>; body?: string };

/** `fetch` does not let a test write its own Host, nor a path that is none. */
function ask(port: number, { path, method = "GET", headers = {}, body }: Options) {
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>(
    (resolve, reject) => {
      const sent = request({ host: "127.0.0.1", port, path, method, headers }, (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk) => {
          text += chunk;
        });
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        );
      });
      sent.on("error", reject);
      sent.end(body);
    },
  );
}

const json = { "content-type": "application/json" };
const button = { inline_keyboard: [[{ text: "Nút", callback_data: "x" }]] };

const historyOf = (get: ReturnType<typeof visit>["get"], chat: number, query = "") =>
  get<History>(`history?chat=${chat}${query}`);

it("serves the page with a policy that runs its own script only", async () => {
  const { playground } = await openStage();
  const page = await ask(playground.port, { path: "/" });
  expect(page.status).toBe(200);
  const policy = String(page.headers["content-security-policy"]);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toMatch(/unsafe|\*/);
  expect(page.text).not.toMatch(/<script(?! type="module" src=")|\son\w+=|style=/);
  expect(page.text).not.toContain("//");
});

it("serves script, style and icon, and what somebody has already only once", async () => {
  const { playground } = await openStage();
  for (const path of ["/playground/app.js", "/playground/app.css", "/favicon.svg"]) {
    const first = await ask(playground.port, { path });
    expect(first.status, path).toBe(200);
    expect(first.headers["cache-control"]).toBe("no-cache");
    const etag = String(first.headers.etag);
    const again = await ask(playground.port, { path, headers: { "if-none-match": etag } });
    expect([again.status, again.text]).toEqual([304, ""]);

    const packed = await fetch(playground.url + path, { headers: { "accept-encoding": "gzip" } });
    expect(packed.headers.get("content-encoding")).toBe("gzip");
    expect(await packed.text()).toBe(first.text);
  }
  const script = await ask(playground.port, { path: "/playground/app.js" });
  expect(script.text).not.toMatch(/can't be built|sourceMappingURL/);
});

it("refuses foreign hosts, and posts from other sites", async () => {
  const { playground, lan } = await openStage();
  const { port } = playground;
  const host = "evil.example:80";
  expect((await ask(port, { path: "/playground/stream", headers: { host } })).status).toBe(403);
  expect((await ask(port, { path: "/bot123456:TEST/getMe", headers: { host } })).status).toBe(403);

  const say = { path: "/playground/say", method: "POST" };
  const body = JSON.stringify({ person: lan.id, chat: lan.id, text: "a" });
  const post = (headers: Record<string, string>) => ask(port, { ...say, body, headers });
  expect((await post({ ...json, origin: "https://evil.example" })).status).toBe(403);
  expect((await post({ ...json, origin: "null" })).status).toBe(403);
  expect((await post({ "content-type": "text/plain" })).status).toBe(400);
  expect(playground.messages(lan.id)).toEqual([]);
  expect((await post({ ...json, origin: `http://127.0.0.1:${port}` })).status).toBe(200);
});

it("lets a person write, answer, change their words and pass a message on", async () => {
  const { playground, lan, minh, group, call, does, refused, get } = await openProvince();
  const here = { person: lan.id, chat: lan.id };
  const { message } = await does("say", { ...here, text: "/start" });
  const sent = await ok<Message>(call("sendMessage", { chat_id: lan.id, text: "Chào" }));
  const replyTo = `${lan.id}:${sent.message_id}`;

  await does("say", { ...here, text: "vâng", replyTo });
  await does("edit", { person: lan.id, message, text: "/start lại" });
  await does("forward", { person: lan.id, message: replyTo, chat: group.id });
  const { messages } = await historyOf(get, lan.id);
  expect(messages.map((view) => [view.at, view.message.text, view.versions])).toEqual([
    [0, "/start lại", 1],
    [1, "Chào", 0],
    [2, "vâng", 0],
  ]);
  expect(messages[2]?.message.reply_to_message?.text).toBe("Chào");
  expect(playground.messages(group.id).at(-1)).toMatchObject({
    text: "Chào",
    forward_origin: { type: "user", sender_user: { first_name: "Đôn Đốc" } },
  });

  const foreign = { person: minh.id, message, text: "khác" };
  expect(await refused("edit", foreign)).toBe("There is no such message");
  const bots = { person: lan.id, message: replyTo, text: "khác" };
  expect(await refused("edit", bots)).toBe("Only one's own messages can be changed");
  const passing = { person: minh.id, message: replyTo, chat: group.id };
  expect(await refused("forward", passing)).toBe("There is no such message");
});

it("lets only its own person speak in a private chat, and only the cast at all", async () => {
  const { lan, minh, ba, group, playground, refused } = await openProvince();
  ba.join(group);
  const say = (person: number, chat: number) => refused("say", { person, chat, text: "a" });
  expect(await say(minh.id, lan.id)).toBe("Minh is not in this chat");
  expect(await say(ba.id, ba.id)).toBe("There is no such person here");
  expect(await say(ba.id, group.id)).toBe("There is no such person here");
  expect(await say(lan.id, ba.id)).toBe("There is no such chat here");
  minh.leave(group);
  expect(await say(minh.id, group.id)).toBe("Minh is not in this chat");
  expect(await say(lan.id, 4711)).toBe("There is no such chat here");
  expect(playground.messages(lan.id)).toEqual([]);
});

it("gives a tap's answer to the person, and refuses buttons that are not there", async () => {
  const { playground, lan, group, minh, call, post, refused, does } = await openProvince();
  await does("say", { person: lan.id, chat: lan.id, text: "/start" });
  const sent = await ok<Message>(
    call("sendMessage", { chat_id: lan.id, text: "chọn", reply_markup: button }),
  );
  const tap = { person: lan.id, chat: lan.id, message: `${lan.id}:${sent.message_id}`, data: "x" };

  const tapping = post("tap", tap);
  await expect.poll(() => playground.pendingUpdates()).toBe(3);
  const updates = await ok<{ callback_query?: { id: string } }[]>(call("getUpdates"));
  const callback_query_id = updates.at(-1)?.callback_query?.id;
  await ok(call("answerCallbackQuery", { callback_query_id, text: "Đã ghi" }));
  expect((await tapping).body).toEqual({ answer: { text: "Đã ghi", showAlert: false } });

  const gone = "There is no such button any more";
  expect(await refused("tap", { ...tap, data: "y" })).toBe(gone);
  expect(await refused("tap", { ...tap, chat: group.id })).toBe(gone);
  expect(await refused("tap", { ...tap, person: minh.id })).toBe("Minh is not in this chat");
});

it("gives history in pages, without what was deleted", async () => {
  const { lan, call, get } = await openProvince();
  lan.dm().say("/start");
  const ids: number[] = [];
  for (let n = 1; n <= 9; n++) {
    const sent = await ok<Message>(call("sendMessage", { chat_id: lan.id, text: `tin ${n}` }));
    ids.push(sent.message_id);
  }
  await ok(call("deleteMessage", { chat_id: lan.id, message_id: ids[7] }));

  const texts = ({ messages }: History) => messages.map(({ message }) => message.text);
  const newest = await historyOf(get, lan.id, "&limit=3");
  expect([texts(newest), newest.hasMore]).toEqual([["tin 6", "tin 7", "tin 9"], true]);
  const before = newest.messages[0]?.at;
  const older = await historyOf(get, lan.id, `&limit=6&before=${before}`);
  expect(texts(older)).toEqual(["/start", "tin 1", "tin 2", "tin 3", "tin 4", "tin 5"]);
  expect(older.hasMore).toBe(false);
});

it("remembers where reading stopped, never backwards, and counts what is new", async () => {
  const { playground, lan, group, call, does } = await openProvince();
  const window = await openWindow(playground);
  await does("say", { person: lan.id, chat: lan.id, text: "/start" });
  for (const text of ["một", "hai", "ba"]) await ok(call("sendMessage", { chat_id: lan.id, text }));
  const own = (desk: { chats: { id: number; unread: number }[] }) =>
    desk.chats.find(({ id }) => id === lan.id)?.unread;

  await window.desk((desk) => own(desk) === 3);
  expect(await does("read", { chat: lan.id, upTo: 2 })).toEqual({ readUpTo: 2 });
  await window.desk((desk) => own(desk) === 1);
  expect(await does("read", { chat: lan.id, upTo: 0 })).toEqual({ readUpTo: 2 });
  expect(await does("read", { chat: lan.id, upTo: 9999 })).toEqual({ readUpTo: 3 });

  await ok(call("sendMessage", { chat_id: group.id, text: "chung" }));
  await window.desk(({ chats }) => chats.find(({ id }) => id === group.id)?.unread === 1);
  playground.markAllRead();
  await window.desk(({ chats }) => chats.every(({ unread }) => unread === 0));
});

it("offers a person the commands of their menu in that chat", async () => {
  const { lan, group, call, get } = await openProvince();
  const set = (name: string, type: string) =>
    ok(
      call("setMyCommands", {
        commands: [{ command: name, description: `Lệnh ${name}` }],
        scope: { type },
      }),
    );
  await set("viec", "all_private_chats");
  await set("nhom", "all_group_chats");
  const menu = (chat: number) => get<Menu>(`commands?person=${lan.id}&chat=${chat}`);
  expect(await menu(lan.id)).toEqual({
    commands: [{ command: "viec", description: "Lệnh viec" }],
  });
  expect((await menu(group.id)).commands.map(({ command }) => command)).toEqual(["nhom"]);
});

it("moves the clock forward, and shows it on its way", async () => {
  const monday: ClockStop = { kind: "monday", at: Date.UTC(2026, 10, 30, 1) };
  const moved: number[] = [];
  const arrive = Promise.withResolvers<void>();
  const { playground, clock, does, refused, post } = await openProvince({
    clockStops: async () => [monday],
    moveClock: async (to, passed) => {
      moved.push(to);
      passed(clock.now() + 1000);
      await arrive.promise;
      clock.forward(to - clock.now());
    },
  });
  const window = await openWindow(playground);
  await window.desk(({ stops }) => stops.some(({ at }) => at === monday.at));
  const from = clock.now();
  const tomorrow = from + 86_400_000;

  const moving = post("clock", { to: new Date(tomorrow).toISOString() });
  const way: Busy = { kind: "clock", from, to: tomorrow, at: from + 1000 };
  expect((await window.desk(({ busy }) => busy !== null)).busy).toEqual(way);
  expect(await refused("clock", { stop: "monday" })).toMatch("wait");
  expect(await refused("reset", {})).toMatch("wait");
  arrive.resolve();
  expect((await moving).body).toEqual({ now: tomorrow });
  await window.desk(({ busy }) => busy === null);

  expect(await does("clock", { stop: "monday" })).toEqual({ now: monday.at });
  expect(await refused("clock", { stop: "alert" })).toBe("The clock has no such stop now");
  expect(await refused("clock", { to: monday.at - 1 })).toBe("The clock moves forward only");
  expect(await refused("clock", { to: "tomorrow" })).toMatch(/a moment/);
  expect(moved).toEqual([tomorrow, monday.at]);

  const still = await openStage();
  const bare = visit(still.playground);
  expect(await bare.refused("clock", { to: 9_999_999_999_999 })).toBe("This clock can't be moved");
  expect(await bare.refused("reset", {})).toBe("Nothing can be planted anew here");
});

it("says that something did not work, and nothing of the reasons", async () => {
  const { refused, playground } = await openProvince({
    moveClock: async () => {
      throw new Error("password=hunter2");
    },
  });
  const errors: unknown[] = [];
  const { error } = console;
  console.error = (...said) => errors.push(...said);
  const answer = await refused("clock", { to: Date.UTC(2030, 1, 1) });
  console.error = error;
  expect(answer).toMatch(/^That did not work/);
  expect(errors.map(String).join()).toContain("hunter2");
  const { busy } = await (await openWindow(playground)).desk();
  expect(busy).toBeNull();
});

it("answers 400 to whatever has the wrong shape", async () => {
  const { playground, lan, post } = await openProvince();
  const { port } = playground;
  const place = { person: lan.id, chat: lan.id };
  const wrong: [Parameters<typeof post>[0], unknown][] = [
    ["say", null],
    ["say", []],
    ["say", "text"],
    ["say", { ...place, text: 7 }],
    ["say", { ...place, text: "x".repeat(4097) }],
    ["say", { ...place, text: "   " }],
    ["say", { ...place, text: "a", thread: 12 }],
    ["say", { ...place, text: "a", replyTo: "1:1" }],
    ["say", { person: { id: 1 }, chat: lan.id, text: "a" }],
    ["say", { person: 1e300, chat: -0.5, text: "a" }],
    ["tap", { ...place, message: "__proto__", data: "x" }],
    ["edit", { person: lan.id, message: "constructor", text: "a" }],
    ["forward", { person: lan.id, message: "1", chat: "2" }],
    ["say-files", { ...place, files: [] }],
    ["say-files", { ...place, files: [{ token: "../../etc/passwd", as: "document" }] }],
    ["read", { chat: lan.id, upTo: Number.MAX_VALUE }],
    ["fault", { kind: "explode", on: true }],
    ["fault", { kind: "slow", on: "yes" }],
    ["clock", {}],
  ];
  for (const [name, body] of wrong) {
    const answer = await post(name, body);
    expect([answer.status, typeof answer.body.error], JSON.stringify(body)).toEqual([
      400,
      "string",
    ]);
  }
  const raw = { path: "/playground/say", method: "POST", headers: json };
  expect((await ask(port, { ...raw, body: "{" })).status).toBe(400);
  expect((await ask(port, { ...raw, body: `"${"x".repeat(70_000)}"` })).status).toBe(400);
  expect((await ask(port, { ...raw, method: "DELETE" })).status).toBe(400);
  for (const [path, status] of [
    ["//", 400],
    ["/playground/../../package.json", 404],
    ["/playground/%2e%2e/page.ts", 404],
    ["/playground/__proto__", 404],
    ["/playground/files/..%2f..%2fjournal.jsonl", 404],
    ["/playground/photos/%E0%A4%A", 404],
    ["/playground/history?chat=NaN", 400],
    ["/playground/history?chat=", 400],
    [`/playground/history?chat=${lan.id}&limit=1e9`, 400],
    ["/playground/behind?message=constructor", 400],
    ["/playground/commands?person=1", 400],
  ] as const) {
    const answer = await ask(port, { path });
    expect([path, answer.status]).toEqual([path, status]);
    expect(answer.text).not.toMatch(/\bat .*\.ts/);
  }
  expect(playground.messages(lan.id)).toEqual([]);
});

it("shows everybody as themselves where no house tells who matters", async () => {
  const { playground, lan, minh, group } = await openStage();
  const { persons, chats, canReset, canMoveClock } = await (await openWindow(playground)).desk();
  expect(persons).toEqual([
    { id: lan.id, name: "Lan", username: "lan_stc", main: true },
    { id: minh.id, name: "Minh", main: true },
  ]);
  expect(chats.map(({ id }) => id)).toEqual([lan.id, minh.id, group.id]);
  expect([canReset, canMoveClock]).toEqual([false, false]);
});
