// The webhook over HTTP: the bot's one server, the stand-in for Telegram posting to it.
import { connect } from "node:net";
import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { keepWebhook, makeWebhook } from "#src/telegram/receive.ts";
import { serveWeb } from "#src/web/server.ts";
import { soon, useInbox } from "#test/telegram/inbox-stage.ts";
import { atEnd, clock, collectLog, makeApi, openPlayground } from "#test/telegram/stage.ts";

const SECRET = "s".repeat(40);
const PATH = "/telegram/hook";

const { db, heard } = useInbox();

const openWeb = async () => {
  const log = collectLog();
  const webhook = makeWebhook({ secret: SECRET, db: db(), clock, log, onStored: () => undefined });
  atEnd(webhook.stop);
  const pages = new Hono().get("/healthz", (context) => context.text("well"));
  const web = await serveWeb({ port: 0, pages, webhook: { path: PATH, take: webhook.take } });
  atEnd(web.close);
  const url = `http://127.0.0.1:${web.port}`;
  const post = (body: BodyInit, headers: Record<string, string> = {}) =>
    fetch(`${url}${PATH}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-telegram-bot-api-secret-token": SECRET,
        ...headers,
      },
      body,
    });
  return { url, port: web.port, post, log };
};

/** Writes a request by hand; what was answered until the other side or we had enough. */
const talk = (port: number, head: readonly string[], chunk: string, most: number) =>
  new Promise<{ answer: string; written: number }>((resolve) => {
    const socket = connect(port, "127.0.0.1");
    let answer = "";
    let written = 0;
    const end = () => resolve({ answer, written });
    const write = (): void => {
      if (answer !== "" || written >= most) return;
      const sized = `${chunk.length.toString(16)}\r\n${chunk}\r\n`;
      written += chunk.length;
      if (socket.write(sized)) setImmediate(write);
      else socket.once("drain", write);
    };
    socket.on("data", (data) => {
      answer += data.toString();
    });
    socket.once("close", end);
    socket.once("error", end);
    socket.write(`${head.join("\r\n")}\r\n\r\n`);
    if (most > 0) write();
  });

describe("the webhook over HTTP", () => {
  it("takes what Telegram posts, where it was told to post", async () => {
    const playground = await openPlayground();
    const { url, log } = await openWeb();
    const api = makeApi(playground.url);
    const pauses = { looks: 50, afterFailure: 50 };
    const keeping = keepWebhook({ api, log, url: `${url}${PATH}`, secret: SECRET, pauses });
    atEnd(keeping.stop);
    const lan = playground.createUser({ firstName: "Lan" });
    lan.dm().say("/viec");
    await soon(heard).toEqual(["/viec"]);
    await soon(() => playground.pendingUpdates()).toBe(0);
    // Somebody polls with the same token, which takes the webhook away.
    await api.deleteWebhook();
    lan.dm().say("còn nghe không");
    await soon(heard).toEqual(["/viec", "còn nghe không"]);
    expect(log.lines.map(({ text }) => text)).toContain(
      "the webhook was taken away or replaced: setting it again",
    );
    expect(JSON.stringify(log.lines)).not.toContain(SECRET);
  });

  it("is set once Telegram can be reached", async () => {
    const playground = await openPlayground();
    playground.faults.add({ method: "setWebhook", fault: { kind: "500" }, times: 2 });
    const { url, log } = await openWeb();
    const pauses = { looks: 60_000, afterFailure: 20 };
    const api = makeApi(playground.url);
    atEnd(keepWebhook({ api, log, url: `${url}${PATH}`, secret: SECRET, pauses }).stop);
    await soon(async () => (await api.getWebhookInfo()).url).toBe(`${url}${PATH}`);
  });

  it("answers each kind of nonsense with its number, and stores none of it", async () => {
    const { url, post } = await openWeb();
    const update = JSON.stringify({ update_id: 1 });
    expect((await post(update, { "x-telegram-bot-api-secret-token": "x" })).status).toBe(401);
    expect((await post(update, { "content-type": "text/plain" })).status).toBe(415);
    expect((await post("{")).status).toBe(400);
    expect((await post("")).status).toBe(400);
    expect((await post(JSON.stringify("x".repeat(1_100_000)))).status).toBe(413);
    expect((await fetch(`${url}${PATH}`)).status).toBe(405);
    expect((await fetch(`${url}${PATH}/x`, { method: "POST" })).status).toBe(404);
    expect(await (await fetch(`${url}/healthz`)).text()).toBe("well");
    expect(await heard()).toEqual([]);
    expect((await post(update)).status).toBe(200);
  });

  it("stops reading a body without an end", async () => {
    const { port } = await openWeb();
    const head = [
      `POST ${PATH} HTTP/1.1`,
      "host: here",
      "content-type: application/json",
      `x-telegram-bot-api-secret-token: ${SECRET}`,
      "transfer-encoding: chunked",
    ];
    const { answer, written } = await talk(port, head, "x".repeat(64_000), 200_000_000);
    expect(answer).toContain("413");
    expect(written).toBeLessThan(50_000_000);
  });

  it("does not read what a stranger has to say", async () => {
    const { port } = await openWeb();
    const head = [
      `POST ${PATH} HTTP/1.1`,
      "host: here",
      "content-type: application/json",
      "content-length: 900000",
    ];
    const { answer } = await talk(port, head, "", 0);
    expect(answer).toContain("401");
  });
});
