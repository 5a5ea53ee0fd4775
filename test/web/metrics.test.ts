// The page that Prometheus reads, of a bot at work.
import { Api } from "grammy";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { jobsWith } from "#src/app.ts";
import { movableClock } from "#src/clock.ts";
import { makeClockMover } from "#src/clock-mover.ts";
import type { Db } from "#src/database/client.ts";
import { openPostgres } from "#src/database/open.ts";
import { type HouseMetrics, makeMetrics } from "#src/metrics/house-metrics.ts";
import { observeCalls } from "#src/telegram/observe-calls.ts";
import { startTelegramBot } from "#src/telegram-bot.ts";
import { makeHealthApp } from "#src/web/health.ts";
import { openTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { atEnd, bot, collectLog, now, openPlayground, token } from "#test/telegram/stage.ts";

const pageOf = async (
  db: Db,
  metrics: HouseMetrics,
  atWork = true,
  silentMs: number | null = 5,
) => {
  const app = makeHealthApp({
    db,
    receiving: () => ({ mode: silentMs === null ? "standby" : "polling", silentMs }),
    atWork: () => atWork,
    metrics,
  });
  const response = await app.request("/metrics");
  return { type: response.headers.get("content-type"), text: await response.text() };
};

/** The value of a sample; undefined where the page has none. */
const sampleIn = (page: string, sample: string): number | undefined => {
  const line = page.split("\n").find((one) => one.startsWith(`${sample} `));
  return line === undefined ? undefined : Number(line.slice(sample.length + 1));
};

const labelsOf = (page: string): string[] => [
  ...new Set([...page.matchAll(/([a-z_]+)="/g)].flatMap(([, name]) => name ?? [])),
];

describe("a bot at work is counted", () => {
  let open: TestDatabase;
  let page = "";
  let slots = 0;
  beforeAll(async () => {
    open = await openTestDatabase();
    const { db } = open;
    const metrics = makeMetrics();
    const clock = movableClock(now.getTime() - Date.now());
    const playground = await openPlayground();
    const running = await startTelegramBot({
      db,
      token,
      apiRoot: playground.url,
      clock,
      log: collectLog(),
      crons: {},
      jobs: jobsWith({}),
      pace: false,
      metrics,
    });
    atEnd(() => running.stop());
    const lan = playground.createUser({ firstName: "Lan Tình Cờ", username: "lan_tinh_co" });
    lan.dm().say("/start");
    await lan.dm().expectMessage(/./);
    const broken = playground.createUser({ firstName: "Minh" });
    await db.$executeRaw`ALTER TABLE "InviteAttempt" RENAME TO "Elsewhere"`;
    broken.dm().say("/start mot-ma-bat-ky");
    await vi.waitUntil(() => db.inboxUpdate.count({ where: { state: "failed" } }), 20_000);
    await db.$executeRaw`ALTER TABLE "Elsewhere" RENAME TO "InviteAttempt"`;
    await makeClockMover(db, clock, running)(new Date("2026-11-24T01:00:00Z"));
    slots = await db.jobSlot.count({ where: { job: "deadline-alerts" } });
    const { id: chatId } = await db.chat.findFirstOrThrow();
    const queued = { chatId, payload: {}, createdAt: now };
    await db.outboxMessage.createMany({
      data: [
        { ...queued, key: "lost", kind: "notice", state: "unknown" },
        { ...queued, key: "refused", kind: "notice", state: "failed" },
        { ...queued, key: "a card that is gone", kind: "card", state: "failed" },
      ],
    });
    page = (await pageOf(db, metrics)).text;
  }, 60_000);
  afterAll(() => open.close());

  test("updates by kind and outcome, and how long they took", () => {
    expect(sampleIn(page, 'dondoc_updates_total{kind="message",outcome="done"}')).toBe(1);
    expect(sampleIn(page, 'dondoc_updates_total{kind="message",outcome="failed"}')).toBe(1);
    expect(sampleIn(page, 'dondoc_update_seconds_count{kind="message"}')).toBe(2);
  });

  test("slots of jobs, once each", () => {
    const job = 'job="deadline-alerts"';
    expect(sampleIn(page, `dondoc_job_slots_total{${job},state="done"}`)).toBe(slots);
    expect(sampleIn(page, `dondoc_job_seconds_count{${job}}`)).toBe(slots);
    expect(slots).toBeGreaterThan(0);
  });

  test("queues, chats and the process as they stand", () => {
    expect(sampleIn(page, "dondoc_database_up")).toBe(1);
    expect(sampleIn(page, "dondoc_at_work")).toBe(1);
    expect(sampleIn(page, "dondoc_telegram_silent_seconds")).toBe(0.005);
    expect(sampleIn(page, "dondoc_inbox_pending")).toBe(0);
    expect(sampleIn(page, "dondoc_inbox_oldest_seconds")).toBe(0);
    expect(sampleIn(page, "dondoc_outbox_unknown")).toBe(1);
    expect(sampleIn(page, 'dondoc_outbox_messages{state="unknown"}')).toBe(1);
    expect(sampleIn(page, "dondoc_outbox_dead")).toBe(1);
    expect(sampleIn(page, 'dondoc_outbox_messages{state="failed"}')).toBe(2);
    expect(sampleIn(page, "dondoc_outbox_oldest_seconds")).toBeGreaterThanOrEqual(0);
    expect(sampleIn(page, 'dondoc_chats{status="active"}')).toBe(2);
    expect(sampleIn(page, "process_start_time_seconds")).toBeGreaterThan(0);
  });

  test("no label names a person, a chat or anything without bound", () => {
    const ours = page.split("\n").filter((line) => line.startsWith("dondoc_"));
    expect(labelsOf(ours.join("\n")).toSorted()).toEqual([
      "job",
      "kind",
      "le",
      "method",
      "outcome",
      "state",
      "status",
    ]);
    for (const word of ["Lan", "lan_tinh_co", "Minh", "/start", token, bot.username]) {
      expect(page).not.toContain(word);
    }
  });
});

describe("the page itself", () => {
  test("is what Prometheus expects, and twice the same names", async () => {
    const open = await openTestDatabase();
    atEnd(() => open.close());
    const metrics = makeMetrics();
    const { type, text } = await pageOf(open.db, metrics, false, null);
    expect(type).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(sampleIn(text, "dondoc_at_work")).toBe(0);
    // A standby does not poll: it is not silent for any time.
    expect(sampleIn(text, "dondoc_telegram_silent_seconds")).toBeUndefined();
  });

  test("is there where the database is away, without the figures that it would give", async () => {
    const away = openPostgres("postgresql://nobody@127.0.0.1:9/none");
    atEnd(() => away.close());
    const { text } = await pageOf(away.db, makeMetrics());
    expect(sampleIn(text, "dondoc_database_up")).toBe(0);
    expect(sampleIn(text, "dondoc_inbox_pending")).toBeUndefined();
    expect(sampleIn(text, "dondoc_outbox_unknown")).toBeUndefined();
    expect(text).not.toMatch(/^dondoc_chats\{/m);
    expect(sampleIn(text, "dondoc_at_work")).toBe(1);
  });
});

test("calls of the Bot API are counted by what came of them", async () => {
  const playground = await openPlayground();
  const metrics = makeMetrics();
  const api = new Api(token, { apiRoot: playground.url, timeoutSeconds: 1 });
  api.config.use(observeCalls(metrics));
  const lan = playground.createUser({ firstName: "Lan" });
  lan.dm().say("/start");
  const send = () => api.sendMessage(lan.id, "xin chào").catch(() => undefined);
  await send();
  playground.faults.add({ fault: { kind: "429", retryAfter: 7 } });
  await send();
  playground.faults.add({ fault: { kind: "500" } });
  await send();
  playground.faults.add({ fault: { kind: "error", code: 418, description: "teapot" } });
  await send();
  playground.faults.add({ fault: { kind: "reset-after" } });
  await send();
  playground.faults.add({ fault: { kind: "hang" } });
  await send();
  const nowhere = new Api(token, { apiRoot: "http://127.0.0.1:9" });
  nowhere.config.use(observeCalls(metrics));
  await nowhere.getMe().catch(() => undefined);
  const page = await metrics.registry.metrics();
  const count = (method: string, outcome: string) =>
    sampleIn(page, `dondoc_api_call_seconds_count{method="${method}",outcome="${outcome}"}`);
  expect(count("sendMessage", "ok")).toBe(1);
  expect(count("sendMessage", "429")).toBe(1);
  expect(count("sendMessage", "5xx")).toBe(1);
  expect(count("sendMessage", "other")).toBe(1);
  // Reset and timed out: it may have been taken.
  expect(count("sendMessage", "lost")).toBe(2);
  expect(count("getMe", "refused")).toBe(1);
});
