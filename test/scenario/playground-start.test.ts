// What a visitor finds who opens the playground for the first time, and what starts when.
import { spawn } from "node:child_process";
import { mkdtemp, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { slotKey } from "#src/calendar/slots.ts";
import { openDatabase } from "#src/database/open.ts";
import { startPlayground } from "#src/playground-mode.ts";
import { history, untilDesk } from "#test/browser/support/page-api.ts";
import { STARTS_AT } from "#test/browser/support/planted.ts";
import { quietLog } from "#test/browser/support/quiet-log.ts";
import { COMMITTEE, folderOfProvince, idOf, openHouse } from "./opened-house.ts";

// Each has a database, a server and a bot of its own: slow where the machine is busy.
vi.setConfig({ testTimeout: 240_000 });

const root = path.join(import.meta.dirname, "../..");
const WEEK = 7 * 86_400;

it("finds eight Mondays of rankings, the alerts of 07:30, and talk that was answered", async () => {
  const { url, db, desk } = await openHouse(await folderOfProvince());
  const rankings = (await history(url, COMMITTEE, 200)).filter(({ message }) =>
    JSON.stringify(message).includes("Kết quả thực hiện nhiệm vụ tuần"),
  );
  expect(rankings).toHaveLength(8);
  const dates = rankings.map(({ message }) => message.date);
  for (const date of dates) expect(slotKey(new Date(date * 1000))).toMatch(/T08:00/);
  expect(new Set(dates.map((date) => Math.floor(date / WEEK))).size).toBe(8);

  const heard = await history(url, idOf("stc"), 200);
  const alert = heard.find(({ message }) => JSON.stringify(message).includes("Nhắc hạn ngày"));
  expect(slotKey(new Date((alert?.message.date ?? 0) * 1000))).toMatch(/T07:30/);
  const asked = heard.filter(({ byBot }) => !byBot);
  expect(asked.length).toBeGreaterThan(0);
  for (const { at } of asked) expect(heard.find((next) => next.at > at)?.byBot).toBe(true);

  // Everything was said that was to be said by now, and by nobody twice.
  expect(await db.outboxMessage.count({ where: { state: { in: ["failed", "unknown"] } } })).toBe(0);
  expect(await db.inboxUpdate.count({ where: { state: { not: "done" } } })).toBe(0);
  expect(await db.jobSlot.count({ where: { job: "weekly-ranking", state: "done" } })).toBe(8);
  const { chats, now } = await desk();
  expect(chats.filter(({ unread }) => unread > 0).length).toBeGreaterThanOrEqual(2);
  for (const { last } of chats) expect((last?.date ?? 0) * 1000).toBeLessThanOrEqual(now);
});

it("has the page before the database is open, and says that the province is being planted", async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), "dondoc-first-"));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const { log } = quietLog();
  const { promise: db, reject } = Promise.withResolvers<never>();
  const house = await startPlayground({ db, dataDir, port: 0, log, crons: {} });
  expect((await fetch(house.url)).status).toBe(200);
  const { busy, persons } = await untilDesk(house.url, () => true);
  expect(busy).toEqual({ kind: "planting" });
  expect(persons).toEqual([]);
  reject(new Error("the disk is full"));
  await expect(house.ready).rejects.toThrow("the disk is full");
  await house.stop();
});

it("shows the day that the clock showed while the database of a later start is still opening", async () => {
  const dataDir = await folderOfProvince();
  const ahead = 5 * 86_400_000;
  const first = await openHouse(dataDir);
  await fetch(`${first.url}/playground/clock`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ to: (await first.desk()).now + ahead }),
  });
  await first.stop();
  const { log } = quietLog();
  const { promise: db, reject } = Promise.withResolvers<never>();
  const again = await startPlayground({
    ...{ db, dataDir, port: 0, log, crons: {}, startAt: STARTS_AT },
  });
  const { busy, now, chats } = await untilDesk(again.url, () => true);
  expect(busy).toBeNull();
  expect(now).toBeGreaterThan(STARTS_AT.getTime() + ahead - 60_000);
  expect(chats.length).toBeGreaterThan(5);
  reject(new Error("closed"));
  await again.stop();
});

/** `npm start`, until it ends by itself. */
const runMain = (env: Record<string, string>) =>
  new Promise<{ code: number | null; stderr: string }>((resolve) => {
    const child = spawn(process.execPath, ["src/main.ts"], {
      cwd: root,
      env: { ...process.env, BOT_TOKEN: "", DATABASE_URL: "", PORT: "0", ...env },
    });
    onTestFinished(() => {
      child.kill("SIGKILL");
    });
    let stderr = "";
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    child.once("exit", (code) => resolve({ code, stderr }));
  });

it("never runs on the sample with a token, nor twice on one folder", async () => {
  const sample = await folderOfProvince();
  const withToken = await runMain({ BOT_TOKEN: "123:abcdef", DATA_DIR: sample });
  expect(withToken).toMatchObject({ code: 1 });
  expect(withToken.stderr).toContain("never runs with a BOT_TOKEN");

  const parent = await mkdtemp(path.join(tmpdir(), "dondoc-twice-"));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  const dataDir = path.join(parent, "playground");
  await rename(sample, dataDir);
  const { db, close } = await openDatabase({ dir: dataDir });
  onTestFinished(close);
  const journal = path.join(dataDir, "bot-api", "journal.jsonl");
  const before = await stat(journal);
  const second = await runMain({ DATA_DIR: parent });
  expect(second).toMatchObject({ code: 1 });
  expect(second.stderr).toContain("Another process has the database");
  // What the first one writes to was not replaced under its hands.
  expect((await stat(journal)).ino).toBe(before.ino);
  expect(await db.task.count()).toBeGreaterThan(50);
});
