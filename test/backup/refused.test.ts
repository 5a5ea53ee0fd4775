// Where a restore must not go: a database that holds something, or that somebody works on.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { RestoreRefused, restore } from "#src/backup/restore.ts";
import { takeBackup } from "#src/backup/take-backup.ts";
import { DatabaseInUse, openDatabase } from "#src/database/open.ts";
import { openSession } from "#src/database/session.ts";
import { takeTurn } from "#src/turn/take-turn.ts";
import { databaseKinds } from "#test/support/database.ts";
import { contentsOf, emptyPlace, inPlace, migratedPlace, type Place } from "./place.ts";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const now = new Date("2026-11-20T09:00:00+07:00");
const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

describe.each(databaseKinds)("a restore (%s)", (kind) => {
  let folder: string;
  let place: Place;
  let file: string;
  const asked = (replace: boolean) => ({
    ...{ file, target: place.target, replace, untouched: false, jobs: [], now },
  });
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "dondoc-refused-"));
    file = path.join(folder, "a.gz");
    place = await migratedPlace(kind);
    await inPlace(place, async (db) => {
      await db.agencyGroup.create({ data: { name: "Đã lưu" } });
      await takeBackup(db, file, now);
      await db.agencyGroup.create({ data: { name: "Sau đó" } });
    });
  });
  afterAll(async () => {
    await place.remove();
    await rm(folder, { recursive: true, force: true });
  });

  it("goes into no database that holds anything, and says how it would", async () => {
    const before = await contentsOf(place);
    await expect(restore(asked(false))).rejects.toThrow(RestoreRefused);
    await expect(restore(asked(false))).rejects.toThrow(/not empty.*--replace/);
    expect(await contentsOf(place)).toEqual(before);
  });

  it("leaves everything as it was where it fails on the way", async () => {
    const before = await contentsOf(place);
    const step = async (name: string) => {
      if (name === "swapped") throw new Error("the disk is gone");
    };
    await expect(restore({ ...asked(true), step })).rejects.toThrow("the disk is gone");
    expect(await contentsOf(place)).toEqual(before);
  });

  it("goes nowhere while a bot is at work, or stands by", async () => {
    if ("dir" in place.target) {
      const open = await openDatabase(place.target);
      await expect(restore(asked(true))).rejects.toThrow(DatabaseInUse);
      await open.close();
      return;
    }
    const start = async () => ({ stop: async () => {} });
    const turn = takeTurn(place.target, { log: quiet, onWake: () => {} }, start);
    await expect.poll(() => turn.isAtWork(), { timeout: 20_000 }).toBe(true);
    await expect(restore(asked(true))).rejects.toThrow(/a bot is at work/);
    await turn.stop();
    // Nobody is at work while it is restored: who comes then stands by, and it gives up.
    const step = async (name: string) => {
      if (name !== "staged") return;
      const late = takeTurn(place.target, { log: quiet, onWake: () => {} }, start);
      lateOnes.push(late);
      const session = await openSession(place.target);
      const standing = () =>
        session.ask(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database()
          AND application_name = 'dondoc standby'`);
      await expect.poll(async () => (await standing()).length, { timeout: 20_000 }).toBe(1);
      await session.close();
    };
    const lateOnes: { stop: () => Promise<void> }[] = [];
    await expect(restore({ ...asked(true), step })).rejects.toThrow(/stand by/);
    for (const late of lateOnes) await late.stop();
  });

  it("with --replace takes the place of what was there", async () => {
    await restore(asked(true));
    const groups = await inPlace(place, (db) => db.agencyGroup.findMany());
    expect(groups.map(({ name }) => name)).toEqual(["Đã lưu"]);
  });
});

it("an embedded folder that nobody made yet is a place as well", async () => {
  const place = await emptyPlace("embedded");
  const source = await migratedPlace("embedded");
  const file = path.join(tmpdir(), `dondoc-first-${process.pid}.gz`);
  await inPlace(source, (db) => takeBackup(db, file, now));
  const asked = { file, target: place.target, replace: false, untouched: true, jobs: [], now };
  const { rows, setAside } = await restore(asked);
  expect(rows).toBe(0);
  expect(setAside).toBeNull();
  await Promise.all([place.remove(), source.remove(), rm(file)]);
});
