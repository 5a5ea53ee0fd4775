// Every night one backup, among any number of processes; and somebody hears of it when there is none.
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { nightlyBackup } from "#jobs/nightly-backup.ts";
import { type BackupPlace, backupName } from "#src/backup/place.ts";
import { checkBackup } from "#src/backup/read-backup.ts";
import type { Db } from "#src/database/client.ts";
import { openPostgres } from "#src/database/open.ts";
import { dryRunSlot, runSlot } from "#src/schedule/run-slot.ts";
import { databaseKinds, openTestDatabase } from "#test/support/database.ts";
import { openProvince } from "#test/support/province.ts";

vi.setConfig({ testTimeout: 120_000 });

const night = (day: string): Date => new Date(`${day}T01:30:00+07:00`);
const made = new Date("2026-11-23T01:30:04+07:00");
let dir: string;
let errors: string[];
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "dondoc-nightly-"));
  errors = [];
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const place = (into: string = path.join(dir, "backups")): BackupPlace => ({
  dir: into,
  clock: { now: () => made },
  log: {
    ...{ debug: () => {}, info: () => {}, warn: () => {} },
    error: (_fields, text) => errors.push(text),
  },
});

const run = (db: Db, backups: BackupPlace | null, by = "one") =>
  runSlot(db, nightlyBackup, night("2026-11-23"), { now: made, by, backups });

describe.each(databaseKinds)("the backup of a night (%s)", (kind) => {
  it("is made once, also where two processes come to it at the same moment", async () => {
    const open = await openTestDatabase(kind);
    const other = open.url === undefined ? open : openPostgres(open.url);
    const place1 = place();
    const runs = await Promise.allSettled([
      run(open.db, place1, "one"),
      run(other.db, place1, "two"),
    ]);
    const ran = runs.filter((each) => each.status === "fulfilled" && each.value.kind === "ran");
    expect(ran).toHaveLength(1);
    expect(await run(open.db, place1)).toEqual({ kind: "already" });
    expect(await readdir(place1.dir)).toEqual(["dondoc-2026-11-23T0130.backup.gz"]);
    const head = await checkBackup(path.join(place1.dir, "dondoc-2026-11-23T0130.backup.gz"));
    expect(head.madeAt).toBe(made.toISOString());
    if (other !== open) await other.close();
    await open.close();
  });

  it("leaves 14, clears what a killed run left, and touches nothing else", async () => {
    const open = await openTestDatabase(kind);
    const old = Array.from({ length: 16 }, (_, at) =>
      backupName(night(`2026-11-${String(at + 1).padStart(2, "0")}`)),
    );
    const others = ["before-upgrade.gz", "ghi-chu.txt"];
    for (const name of [...old, ...others, `${old[0]}.part`]) {
      await writeFile(path.join(dir, name), "x");
    }
    await run(open.db, place(dir));
    expect(await readdir(dir)).toEqual(
      [...others, ...old.slice(-13), "dondoc-2026-11-23T0130.backup.gz"].sort(),
    );
    await open.close();
  });
});

it("a folder that cannot be written: logged, and the administrators are told the same morning", async () => {
  const province = await openProvince({ at: "2026-11-23T01:00", ignoreErrors: /backup/ });
  const admin = await province.person("admin", undefined, "Quản");
  const official = await province.official("STC");
  const file = path.join(dir, "a-file");
  await writeFile(file, "x");
  expect(await run(province.db, place(path.join(file, "backups")))).toMatchObject({
    kind: "ran",
    messages: 1,
  });
  expect(errors).toEqual(["the nightly backup failed"]);
  await province.forwardTo("2026-11-23T06:31");
  await admin.hears(
    /Bản sao lưu đêm 23\/11\/2026 không thực hiện được: không ghi được vào thư mục/,
  );
  await official.asks("/viec", /Không có nhiệm vụ/);
  await province.close();
});

it("where nobody keeps backups, or for a look, nothing is written", async () => {
  const open = await openTestDatabase();
  expect(await dryRunSlot(open.db, nightlyBackup, night("2026-11-23"))).toEqual([]);
  expect(await run(open.db, null)).toMatchObject({ kind: "ran", messages: 0 });
  expect(await readdir(dir)).toEqual([]);
  await open.close();
});

it("a slot that a restore passed over is run only when somebody insists", async () => {
  const open = await openTestDatabase();
  const slot = { job: nightlyBackup.name, slot: "2026-11-23T01:30+07:00" };
  const moments = { leaseUntil: made, startedAt: made, finishedAt: made };
  await open.db.jobSlot.create({
    data: { ...slot, ...moments, state: "skipped", claimedBy: "restore" },
  });
  expect(await run(open.db, null)).toEqual({ kind: "skipped" });
  const terms = { now: made, by: "cli", again: true };
  const at = night("2026-11-23");
  expect(await runSlot(open.db, nightlyBackup, at, terms)).toMatchObject({ kind: "ran" });
  expect(await runSlot(open.db, nightlyBackup, at, terms)).toEqual({ kind: "already" });
  await open.close();
});
