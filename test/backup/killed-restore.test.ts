// Killed anywhere, a restore leaves the database as it was before, or restored; never half.
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { takeBackup } from "#src/backup/take-backup.ts";
import { openSession } from "#src/database/session.ts";
import { databaseKinds } from "#test/support/database.ts";
import { contentsOf, inPlace, migratedPlace, type Place } from "./place.ts";
import type { RestoreOrder } from "./restorer.ts";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const program = path.join(import.meta.dirname, "restorer.ts");
const MANY = 4_000;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "dondoc-killed-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a restore to its end, or `killMs` after it began to load. */
const runRestore = async (order: RestoreOrder, killMs?: number): Promise<string> => {
  const child = fork(program, [JSON.stringify(order)], { execArgv: [] });
  let reached = "";
  child.on("message", async (said) => {
    reached = String(said);
    if (killMs === undefined || reached !== "staged") return;
    await pause(killMs);
    child.kill("SIGKILL");
  });
  await once(child, "exit");
  return reached;
};

describe.each(databaseKinds)("a restore that is killed (%s)", (kind) => {
  let place: Place;
  let file: string;
  beforeAll(async () => {
    place = await migratedPlace(kind);
    file = path.join(folder, `${kind}.gz`);
    const session = await openSession(place.target);
    await session.script(`INSERT INTO "Document" ("number", "issuer", "issuedOn")
      SELECT n::text, 'UBND', '2026-01-01' FROM generate_series(1, ${MANY}) n`);
    await session.close();
    await inPlace(place, (db) => takeBackup(db, file, new Date()));
    // Since then everything has changed.
    await inPlace(place, async (db) => {
      await db.document.deleteMany();
      await db.document.create({
        data: { number: "sau", issuer: "UBND", issuedOn: new Date("2026-01-02") },
      });
    });
  });
  afterAll(() => place.remove());

  it.each(["staged", "loaded", "swapped"] as const)("when it was %s: as before", async (dieAt) => {
    const before = await contentsOf(place);
    const order = { file, target: place.target, replace: true, dieAt };
    expect(await runRestore(order)).toBe(dieAt);
    expect(await contentsOf(place)).toEqual(before);
  });

  it("at any moment of loading, and the next one goes through: all of it, once", async () => {
    const order = { file, target: place.target, replace: true, dieAt: null };
    const before = await contentsOf(place);
    for (const ms of [0, 40, 150]) {
      const reached = await runRestore(order, ms);
      if (reached === "done") break;
      expect(await contentsOf(place), `killed after ${ms} ms`).toEqual(before);
    }
    expect(await runRestore(order)).toBe("done");
    const after = await contentsOf(place);
    expect(after.Document).toHaveLength(MANY);
    const session = await openSession(place.target);
    const left = await session.ask("SELECT 1 FROM pg_namespace WHERE nspname = 'dondoc_restoring'");
    await session.close();
    expect(left).toEqual([]);
  });
});
