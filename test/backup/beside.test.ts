// The operator's commands as programs: saved beside a bot that writes, and moved to a server.
import { type ExecFileException, execFile } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { restore } from "#src/backup/restore.ts";
import type { Db } from "#src/database/client.ts";
import { openDatabase } from "#src/database/open.ts";
import { databaseKinds, serverUrl } from "#test/support/database.ts";
import { contentsOf, emptyPlace, inPlace, migratedPlace, withoutNotes } from "./place.ts";

vi.setConfig({ testTimeout: 240_000 });

const root = path.join(import.meta.dirname, "../..");
const node = path.join(root, "node_modules/.bin/node");
const now = new Date("2026-11-20T09:00:00+07:00");
const TOKEN = "7000001:test-token-test-token-test-token-00";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "dd-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Ran = { status: number; out: string; err: string };

const runProgram = (program: string, argv: string[], env: Record<string, string>): Promise<Ran> =>
  new Promise((resolve) => {
    const { DATABASE_URL: _url, BOT_TOKEN: _token, LOG_LEVEL: _level, ...rest } = process.env;
    const options = { cwd: root, env: { ...rest, BACKUP_DIR: folder, BOT_TOKEN: TOKEN, ...env } };
    execFile(node, [program, ...argv], options, (error: ExecFileException | null, out, err) =>
      resolve({ status: error === null ? 0 : Number(error.code ?? -1), out, err }),
    );
  });
const dondoc = (argv: string[], env: Record<string, string>) =>
  runProgram("src/terminal/cli.ts", argv, env);

/** Adds two rows in each transaction until it is told to stop; how many pairs. */
const writePairs = (db: Db) => {
  let going = true;
  let pairs = 0;
  const work = (async () => {
    for (; going; pairs += 1) {
      await db.$transaction(async (tx) => {
        await tx.agencyGroup.create({ data: { name: `đôi ${pairs}` } });
        await tx.document.create({
          data: { number: `${pairs}`, issuer: "UBND", issuedOn: new Date("2026-01-01") },
        });
      });
      await pause(2);
    }
  })();
  return {
    written: () => pairs,
    stop: async () => {
      going = false;
      await work;
      return pairs;
    },
  };
};

describe.each(databaseKinds)("a backup beside a bot (%s)", (kind) => {
  it("is one moment of it, and the bot goes on", async () => {
    const [place, copy] = [await migratedPlace(kind), await emptyPlace(kind)];
    const env =
      "url" in place.target ? { DATABASE_URL: place.target.url } : { DATA_DIR: place.target.dir };
    const open = await openDatabase(place.target);
    const writer = writePairs(open.db);
    const file = path.join(folder, `${kind}.gz`);
    await expect.poll(writer.written, { timeout: 30_000 }).toBeGreaterThan(20);
    const done = await dondoc(["backup", file], env);
    expect(done).toMatchObject({ status: 0, err: "" });
    expect(done.out).toMatch(/^Wrote .*: \d+ rows, 0\.0 MB, in [\d.]+ s\.\n$/);
    const then = writer.written();
    await expect.poll(writer.written, { timeout: 30_000 }).toBeGreaterThan(then);
    const pairs = await writer.stop();
    // What is there already is not overwritten, and not restored beside the bot.
    expect(await dondoc(["backup", file], env)).toMatchObject({
      status: 1,
      err: expect.stringContaining("there is such a file already"),
    });
    await open.close();

    const asked = { file, replace: false, untouched: true, jobs: [], now };
    await restore({ ...asked, target: copy.target });
    const [groups, documents] = await inPlace(copy, (db) =>
      Promise.all([db.agencyGroup.count(), db.document.count()]),
    );
    expect(groups).toBe(documents);
    expect(groups).toBeGreaterThan(20);
    expect(groups).toBeLessThan(pairs);
    await Promise.all([place.remove(), copy.remove()]);
  });
});

it.skipIf(serverUrl === undefined)("the embedded database moves to a server, once", async () => {
  const [place, server] = [await migratedPlace("embedded"), await emptyPlace("postgres")];
  if (!("dir" in place.target && "url" in server.target)) throw new Error("which is which?");
  const env = { DATA_DIR: place.target.dir, DATABASE_URL: server.target.url };
  await inPlace(place, async (db) => {
    const chat = await db.chat.create({
      data: { channel: "telegram", externalId: "5", kind: "private" },
    });
    await db.outboxMessage.create({
      data: { key: "waits", chatId: chat.id, kind: "reply", payload: {}, createdAt: now },
    });
  });

  const running = await openDatabase(place.target);
  expect(await dondoc(["move"], env)).toMatchObject({
    status: 1,
    err: expect.stringContaining("Another process has the database"),
  });
  await running.close();

  const before = await contentsOf(place);
  const moved = await dondoc(["move"], env);
  expect(moved).toMatchObject({ status: 0, err: "" });
  expect(moved.out).toMatch(/Moved .* rows\. Start the bot with DATABASE_URL set\.\n$/);
  const after = await contentsOf(server);
  // What waited still waits; the times of days off are the seed's own.
  expect(withoutNotes(after)).toEqual(withoutNotes(before));
  expect(
    await inPlace(server, (db) => db.outboxMessage.count({ where: { state: "pending" } })),
  ).toBe(1);
  expect((await readdir(folder)).filter((name) => name.startsWith("move-"))).toEqual([]);

  // No bot starts on what was left, and no command works on it.
  const left = { DATA_DIR: place.target.dir, PORT: "0" };
  const bot = await runProgram("src/main.ts", [], left);
  expect(bot).toMatchObject({ status: 1, out: "" });
  expect(bot.err).toMatch(
    /^Not started: this database was moved to 127\.0\.0\.1.*set DATABASE_URL/,
  );
  const tasks = await dondoc(["tasks"], left);
  expect(tasks.err).toMatch(/was moved to/);
  expect((await dondoc(["move"], env)).err).toMatch(/not empty/);
  expect((await dondoc(["tasks"], left)).err).toMatch(/was moved to/);
  await Promise.all([place.remove(), server.remove()]);
});
