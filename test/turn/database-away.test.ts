// The database server is stopped under the running program, as a crash stops it, and comes back.
import { expect, it } from "vitest";
import { openPostgres } from "#src/database/open.ts";
import { findPostgres, startOwnPostgres } from "#test/damage/support/own-postgres.ts";
import { atEnd, openStage, RUNS } from "./program.ts";

const HELLO = /Xin chào\. Đây là trợ lý/;
const AWAY = /Hệ thống tạm gián đoạn/;

it.skipIf(findPostgres() === null)(
  "people are told once, nothing they said is lost, and the program lives on",
  { timeout: 120_000 },
  async () => {
    const postgres = await startOwnPostgres();
    if (postgres === null) throw new Error("there is a PostgreSQL, but it does not start");
    atEnd(postgres.remove);
    const stage = await openStage({ url: postgres.url });
    const bot = await stage.start();
    await bot.says(RUNS);
    const [lan, minh] = [stage.citizen("Lan"), stage.citizen("Minh")];
    await lan.asks("/start", HELLO);

    await postgres.stop();
    await lan.asks("một", AWAY);
    await lan.says("hai");
    await minh.asks("ba", AWAY);
    expect((await bot.health())?.status).toBe(503);
    expect(stage.server.pendingUpdates()).toBe(3);
    await postgres.start();
    for (const citizen of [lan, lan, minh]) await citizen.hears(HELLO);

    const { db, close } = openPostgres(postgres.url);
    atEnd(close);
    const rows = await db.inboxUpdate.findMany({ orderBy: { updateId: "asc" } });
    expect(rows.map(({ state, attempts }) => [state, attempts])).toEqual(
      Array.from({ length: 4 }, () => ["done", 1]),
    );
    const heard = [lan, minh].flatMap(({ room }) => room.messages().map(({ text }) => text ?? ""));
    expect(heard.filter((text) => AWAY.test(text))).toHaveLength(2);
    expect(heard.filter((text) => HELLO.test(text))).toHaveLength(4);
    await expect.poll(async () => (await bot.health())?.status, { timeout: 10_000 }).toBe(200);
    expect(bot.isAlive()).toBe(true);
  },
);
