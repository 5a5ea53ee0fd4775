import { request } from "node:http";

import { expect, it } from "vitest";

import { ok, openStage } from "./stage.ts";

type Options = { path: string; method?: string; headers?: Record<string, string>; body?: string };

/** `fetch` does not let a test write its own Host. */
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

it("serves the page with a policy that runs its own script only", async () => {
  const { playground } = await openStage();
  const page = await ask(playground.port, { path: "/" });
  expect(page.status).toBe(200);
  const policy = String(page.headers["content-security-policy"]);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain("unsafe-inline");
  expect(page.text).not.toMatch(/<script(?! type="module" src=")|\son\w+=|style=/);
  expect((await ask(playground.port, { path: "/playground/app.js" })).text).not.toMatch(
    /innerHTML/,
  );
  expect((await ask(playground.port, { path: "/playground/app.css" })).status).toBe(200);
});

it("refuses foreign hosts, and posts from other sites", async () => {
  const { playground, lan } = await openStage();
  const { port } = playground;
  const host = "evil.example:80";
  expect((await ask(port, { path: "/playground/persons", headers: { host } })).status).toBe(403);
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

it("lets a person write, read, tap and send a file", async () => {
  const { playground, lan, minh, group, call } = await openStage();
  const control = async (path: string, body?: object) => {
    const options = body && { method: "POST", headers: json, body: JSON.stringify(body) };
    return (await fetch(`${playground.url}/playground/${path}`, options)).json() as Promise<never>;
  };
  const here = { person: lan.id, chat: lan.id };

  expect(await control("persons")).toMatchObject({ persons: [{ name: "Lan" }, { name: "Minh" }] });
  expect(await control(`chats?person=${lan.id}`)).toMatchObject({
    chats: [{ title: "Đôn Đốc" }, { title: "Tổ CCHC" }],
  });
  await control("say", { ...here, text: "/start" });
  const keyboard = { inline_keyboard: [[{ text: "Nút", callback_data: "x" }]] };
  await ok(call("sendMessage", { chat_id: lan.id, text: "<b>chào</b>", reply_markup: keyboard }));

  const read = (since: number, person = lan.id) =>
    control(`messages?person=${person}&chat=${lan.id}&since=${since}`);
  const all: { revision: number; messages: { key: string; text: string }[] } = await read(0);
  expect(all.messages.map(({ text }) => text)).toEqual(["/start", "<b>chào</b>"]);
  expect(await read(all.revision)).toEqual({ revision: all.revision, messages: [] });
  expect(await read(0, minh.id)).toEqual({ error: "This person is not in this chat" });

  const tapping = control("tap", { ...here, message: all.messages[1]?.key, data: "x" });
  await expect.poll(() => playground.pendingUpdates()).toBe(4);
  const updates = await ok<{ callback_query?: { id: string } }[]>(call("getUpdates"));
  const callback_query_id = updates.at(-1)?.callback_query?.id;
  await ok(call("answerCallbackQuery", { callback_query_id, text: "Đã ghi" }));
  expect(await tapping).toEqual({ answer: { text: "Đã ghi", showAlert: false } });
  const other = { ...here, message: all.messages[1]?.key, data: "y" };
  expect(await control("tap", other)).toEqual({ error: "There is no such button any more" });

  const query = new URLSearchParams({
    person: String(lan.id),
    chat: String(group.id),
    name: "a.html",
    caption: "/nop 12",
  });
  const upload = `${playground.url}/playground/upload?${query}`;
  await fetch(upload, { method: "POST", body: "<script>alert(1)</script>" });
  const { document } = playground.messages(group.id).at(-1) ?? {};
  const file = await fetch(`${playground.url}/playground/files/${document?.file_id}`);
  expect(file.headers.get("content-disposition")).toContain("attachment");
  expect(file.headers.get("content-type")).toBe("application/octet-stream");
});

it("moves the clock forward when its owner lets it", async () => {
  const moved: number[] = [];
  const { playground, clock } = await openStage({
    onMoveClock: async (to) => {
      moved.push(to);
      clock.forward(to - clock.now());
    },
  });
  const move = (to: number) =>
    ask(playground.port, {
      path: "/playground/clock",
      method: "POST",
      headers: json,
      body: JSON.stringify({ to }),
    });
  const tomorrow = clock.now() + 86_400_000;
  expect(JSON.parse((await move(tomorrow)).text)).toEqual({ now: tomorrow });
  expect((await move(tomorrow - 1)).status).toBe(400);
  expect(moved).toEqual([tomorrow]);

  const still = await openStage();
  const path = "/playground/clock";
  const options = { path, method: "POST", headers: json, body: '{"to":9999999999999}' };
  expect((await ask(still.playground.port, options)).text).toContain("can't be moved");
});
