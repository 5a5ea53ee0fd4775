import { describe, expect, test } from "vitest";
import { openPostgres } from "#src/database/open.ts";
import type { Figures } from "#src/metrics/figures.ts";
import { makeMetrics } from "#src/metrics/house-metrics.ts";
import { healthOf, makeHealthApp, type Receiving } from "#src/web/health.ts";
import { clock, now, useDatabase } from "#test/telegram/stage.ts";

const db = useDatabase();

const quiet: Figures = {
  inboxPending: 0,
  inboxOldestSeconds: null,
  outbox: { pending: 0, sending: 0, failed: 0, unknown: 0 },
  dead: 0,
  outboxOldestSeconds: null,
  chats: { active: 1, blocked: 0, gone: 0 },
};
const polling = (silentMs: number | null): Receiving => ({ mode: "polling", silentMs });
const standby: Receiving = { mode: "standby", silentMs: null };
const webhook: Receiving = { mode: "webhook", silentMs: null };

describe("what is healthy", () => {
  test.each([
    ["a poller that heard of Telegram lately", quiet, polling(25_000), true, []],
    ["a poller that did not for two minutes", quiet, polling(120_000), true, ["deaf"]],
    ["a standby, which hears nothing", quiet, standby, false, []],
    ["a webhook, which is called when there is something", quiet, webhook, true, []],
    [
      "an update that waits for over 5 minutes",
      { ...quiet, inboxPending: 1, inboxOldestSeconds: 301 },
      webhook,
      true,
      ["stuck"],
    ],
    [
      "an update that waits for 5 minutes",
      { ...quiet, inboxPending: 1, inboxOldestSeconds: 300 },
      polling(0),
      true,
      [],
    ],
    [
      "a standby beside a process that is stuck",
      { ...quiet, inboxPending: 1, inboxOldestSeconds: 900 },
      standby,
      false,
      [],
    ],
    [
      "messages that wait for Telegram's pace",
      { ...quiet, outbox: { ...quiet.outbox, pending: 9_000 }, outboxOldestSeconds: 600 },
      polling(0),
      true,
      [],
    ],
    ["a database that is away", null, polling(0), true, ["database"]],
    ["a standby whose database is away", null, standby, false, ["database"]],
  ] as const)("%s", (_, figures, receiving, atWork, faults) => {
    const health = healthOf(figures, receiving, atWork);
    expect(health.faults).toEqual(faults);
    expect(health.healthy).toBe(faults.length === 0);
  });
});

const appOn = (client: ReturnType<typeof db>, patienceMs = 2_000, receiving = polling(10)) =>
  makeHealthApp({
    db: client,
    receiving: () => receiving,
    atWork: () => true,
    metrics: makeMetrics(),
    clock,
    patienceMs,
  });

const ask = async (app: ReturnType<typeof appOn>) => {
  const response = await app.request("/healthz");
  const health: unknown = await response.json();
  return { status: response.status, health };
};

const ago = (seconds: number): Date => new Date(now.getTime() - seconds * 1_000);

const store = (updateId: bigint, state: "pending" | "done", receivedAt: Date) =>
  db().inboxUpdate.create({
    data: {
      channel: "telegram",
      updateId,
      lane: "1",
      payload: {},
      receivedAt,
      state,
      doneAt: state === "done" ? now : null,
    },
  });

describe("/healthz on a real database", () => {
  test("200 with ages by the civil clock that wrote the rows, wherever it stands", async () => {
    await store(1n, "done", ago(9_000));
    await store(2n, "pending", ago(100));
    const chat = await db().chat.create({
      data: { channel: "telegram", externalId: "1", kind: "private" },
    });
    const gone = await db().chat.create({
      data: { channel: "telegram", externalId: "2", kind: "private", status: "blocked" },
    });
    const queued = { chatId: chat.id, kind: "notice", payload: {} };
    await db().outboxMessage.createMany({
      data: [
        // Over: sent; of no use: the chat is blocked; not yet: held for the morning.
        {
          ...queued,
          key: "a",
          createdAt: ago(800),
          state: "sent",
          sentAt: ago(1),
          externalId: "1",
        },
        { ...queued, key: "b", createdAt: ago(700), chatId: gone.id },
        { ...queued, key: "c", createdAt: ago(600), notBefore: ago(-60) },
        // Held until a moment ago; waiting since it was queued.
        { ...queued, key: "d", createdAt: ago(500), notBefore: ago(40) },
        { ...queued, key: "e", createdAt: ago(50) },
        { ...queued, key: "f", createdAt: ago(500), state: "unknown" },
      ],
    });
    const { status, health } = await ask(appOn(db()));
    expect(status).toBe(200);
    expect(health).toEqual({
      healthy: true,
      faults: [],
      mode: "polling",
      atWork: true,
      database: true,
      telegramSilentMs: 10,
      queue: {
        inboxPending: 1,
        oldestUpdateSeconds: 100,
        outboxPending: 4,
        oldestMessageSeconds: 50,
      },
    });
  });

  test("503 where an update waits for minutes, and where Telegram is silent", async () => {
    await store(3n, "pending", ago(600));
    const { status, health } = await ask(appOn(db(), 2_000, polling(500_000)));
    expect(status).toBe(503);
    expect(health).toMatchObject({ faults: ["deaf", "stuck"], telegramSilentMs: 500_000 });
  });

  test("503 in time where the database hangs, asked once by however many checks, and back", async () => {
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    const { promise: holding, resolve: holds } = Promise.withResolvers<void>();
    // The embedded database serves nobody else during a transaction.
    const transaction = db().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1`;
      holds();
      await held;
    });
    await holding;
    const app = appOn(db(), 100);
    const answers = await Promise.all([ask(app), ask(app), ask(app)]);
    for (const { status, health } of answers) {
      expect(status).toBe(503);
      expect(health).toMatchObject({ healthy: false, database: false, queue: null });
    }
    release();
    await transaction;
    await expect
      .poll(() => ask(app), { timeout: 20_000 })
      .toMatchObject({ health: { database: true } });
  });

  test("503 where there is no database to talk to", async () => {
    const away = openPostgres("postgresql://nobody@127.0.0.1:9/none");
    const { status, health } = await ask(appOn(away.db));
    expect(status).toBe(503);
    expect(health).toMatchObject({ faults: ["database"] });
    await away.close();
  });

  test("a poller that was never answered counts from its start, and is not deaf at once", async () => {
    const { status, health } = await ask(appOn(db(), 2_000, polling(null)));
    expect(health).toMatchObject({ mode: "polling", telegramSilentMs: expect.any(Number) });
    // Another test left an update that waits for long.
    expect(health).toMatchObject({ faults: ["stuck"] });
    expect(status).toBe(503);
  });
});
