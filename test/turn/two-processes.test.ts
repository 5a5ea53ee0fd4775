// Two processes of the real program on one PostgreSQL: one at work, the other behind it.
import { randomBytes } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { openPostgres } from "#src/database/open.ts";
import { freePort } from "#test/damage/support/free-port.ts";
import { createServerDatabase, serverUrl } from "#test/support/database.ts";
import { atEnd, openStage, RUNS, STANDS_BY } from "./program.ts";

// Each starts the whole program twice.
vi.setConfig({ testTimeout: 120_000 });

const HELLO = /Xin chào\. Đây là trợ lý/;

const onServer = async () => {
  const { url, drop } = await createServerDatabase();
  atEnd(drop);
  const open = openPostgres(url);
  atEnd(open.close);
  return { db: open.db, url, stage: await openStage({ url }) };
};

const sessionOf = (name: string) => `application_name = '${name}'`;

describe.skipIf(serverUrl === undefined)("two processes on one PostgreSQL, polling", () => {
  it("the second says that it stands by, and takes over from one that was killed", async () => {
    const { stage } = await onServer();
    const first = await stage.start();
    await first.says(RUNS);
    const lan = stage.citizen("Lan");
    await lan.asks("/start", HELLO);
    const second = await stage.start();
    await second.says(STANDS_BY);
    expect((await second.health())?.body).toMatchObject({ mode: "standby", atWork: false });
    expect(stage.server.calls("getUpdates").length).toBeGreaterThan(0);
    const before = performance.now();
    first.signal("SIGKILL");
    await lan.asks("/toi", HELLO);
    expect(performance.now() - before).toBeLessThan(10_000);
    await second.says(RUNS);
    expect((await second.health())?.body).toMatchObject({ mode: "polling", atWork: true });
  });

  it("hands over at once when it is told to end", async () => {
    const { stage } = await onServer();
    const first = await stage.start();
    await first.says(RUNS);
    const second = await stage.start();
    await second.says(STANDS_BY);
    first.signal("SIGTERM");
    const before = performance.now();
    expect(await first.gone).toBe(0);
    await second.says(RUNS);
    expect(performance.now() - before).toBeLessThan(10_000);
    await stage.citizen("Lan").asks("/start", HELLO);
  });

  it("loses its turn with the connection that holds it, and takes it again", async () => {
    const { stage, db } = await onServer();
    const only = await stage.start();
    await only.says(RUNS);
    const lan = stage.citizen("Lan");
    await lan.asks("/start", HELLO);
    await db.$queryRawUnsafe(
      `SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity WHERE ${sessionOf("dondoc at work")}
       AND datname = current_database()`,
    );
    await only.says(/the turn is lost/);
    await expect
      .poll(() => only.lines.filter(({ text }) => RUNS.test(text)).length, { timeout: 15_000 })
      .toBe(2);
    await lan.asks("/toi", HELLO);
    expect(only.isAlive()).toBe(true);
    expect(lan.room.messages().filter(({ text }) => HELLO.test(text ?? ""))).toHaveLength(2);
  });
});

describe.skipIf(serverUrl === undefined)("two processes on one PostgreSQL, by webhook", () => {
  it("what reaches the one that stands by is handled by the one at work", async () => {
    const { stage, db } = await onServer();
    const [port, other] = [await freePort(), await freePort()];
    const secret = randomBytes(24).toString("hex");
    const settings = {
      WEBHOOK_URL: `http://127.0.0.1:${port}/telegram`,
      WEBHOOK_SECRET: secret,
    };
    const first = await stage.start(settings, port);
    await first.says(RUNS);
    await expect.poll(() => stage.server.calls("setWebhook").length).toBe(1);
    expect(stage.server.calls("setWebhook")[0]?.payload).toMatchObject({
      url: settings.WEBHOOK_URL,
      secret_token: secret,
      allowed_updates: ["message", "edited_message", "callback_query", "my_chat_member"],
    });
    const lan = stage.citizen("Lan");
    await lan.asks("/start", HELLO);

    const second = await stage.start(settings, other);
    await second.says(STANDS_BY);
    const update = {
      update_id: 900_000_000,
      message: {
        message_id: 7_000,
        date: Math.floor(Date.now() / 1_000),
        chat: { id: lan.person.id, type: "private", first_name: "Lan" },
        from: { id: lan.person.id, is_bot: false, first_name: "Lan" },
        text: "/toi",
      },
    };
    const post = (at: number, given: string) =>
      fetch(`http://127.0.0.1:${at}/telegram`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "x-telegram-bot-api-secret-token": given,
        },
        body: JSON.stringify(update),
      });
    expect((await post(other, "x".repeat(48))).status).toBe(401);
    expect((await post(other, secret)).status).toBe(200);
    await lan.hears(HELLO);
    // The same to the other process: it is there already.
    expect((await post(port, secret)).status).toBe(200);
    expect(await db.inboxUpdate.count({ where: { updateId: 900_000_000 } })).toBe(1);

    // Telegram goes on posting to the first address; the turn goes where a process lives.
    first.signal("SIGKILL");
    await second.says(RUNS);
    update.update_id += 1;
    update.message.message_id += 1;
    expect((await post(other, secret)).status).toBe(200);
    await lan.hears(HELLO);
    expect(stage.server.calls("setWebhook")).toHaveLength(2);
  });
});
