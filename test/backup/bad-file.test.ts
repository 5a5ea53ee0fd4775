// A file that is not whole, or not ours, is refused before anything of the database is touched.
import { mkdtemp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { BadBackup } from "#src/backup/format.ts";
import { checkBackup } from "#src/backup/read-backup.ts";
import { restore } from "#src/backup/restore.ts";
import { takeBackup } from "#src/backup/take-backup.ts";
import { openTestDatabase } from "#test/support/database.ts";

const now = new Date("2026-11-20T09:00:00+07:00");
let folder: string;
let good: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "dondoc-bad-"));
  good = path.join(folder, "good.gz");
  const open = await openTestDatabase();
  await open.db.agencyGroup.createMany({ data: [{ name: "Các sở" }, { name: "Các xã" }] });
  await takeBackup(open.db, good, now);
  await open.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const changed = async (change: (text: string) => string): Promise<string> => {
  const file = path.join(folder, "changed.gz");
  const text = gunzipSync(await readFile(good)).toString("utf8");
  const other = change(text);
  expect(other).not.toBe(text);
  await writeFile(file, gzipSync(other));
  return file;
};

it("one that was cut off, wherever", async () => {
  await checkBackup(good);
  const { length } = await readFile(good);
  const file = path.join(folder, "cut.gz");
  for (const left of [0, 1, 5, 12, length >> 2, length >> 1, length - 9, length - 1]) {
    await writeFile(file, await readFile(good));
    await truncate(file, left);
    await expect(checkBackup(file), `${left} bytes`).rejects.toThrow(BadBackup);
  }
});

it.each([
  ["a word of it was changed", (text: string) => text.replace("Các xã", "Các Xã"), /checksum/],
  ["a row is missing", (text: string) => text.replace(/\n\{"id": 2[^\n]*/, ""), /./],
  ["a row was added", (text: string) => text.replace(/(\n\{"id": 2[^\n]*)/, "$1$1"), /./],
  ["its end is missing", (text: string) => text.replace(/\{"end".*\n/, ""), /cut off/],
  ["something follows", (text: string) => `${text}{}\n`, /follows its end/],
  ["a newer format", (text: string) => text.replace('"format":1', '"format":2'), /newer version/],
  ["another kind of file", () => "id,name\n1,a\n", /head cannot be read/],
])("one of which %s", async (_what, change, why) => {
  const file = await changed(change);
  await expect(checkBackup(file)).rejects.toThrow(BadBackup);
  await expect(checkBackup(file)).rejects.toThrow(why);
});

it("one that is no gzip at all, and one that is not there", async () => {
  const file = path.join(folder, "text.gz");
  await writeFile(file, "xin chào");
  await expect(checkBackup(file)).rejects.toThrow(/no backup/);
  await expect(checkBackup(path.join(folder, "none.gz"))).rejects.toThrow(/ENOENT/);
});

it("one of a newer version of the product: nothing is even opened", async () => {
  const name = '"migration_name":"20261122030000_register"';
  const file = await changed((text) => text.replace(name, '"migration_name":"20991231000000_far"'));
  // Whole in itself: only its migrations are unknown here.
  const { createHash } = await import("node:crypto");
  const text = gunzipSync(await readFile(file)).toString("utf8");
  const body = text.slice(0, text.lastIndexOf('{"end"'));
  const rows = /"rows":(\d+),"sha256"/.exec(text)?.[1];
  const sha256 = createHash("sha256").update(body).digest("hex");
  await writeFile(file, gzipSync(`${body}{"end":true,"rows":${rows},"sha256":"${sha256}"}\n`));
  await checkBackup(file);
  const target = { dir: path.join(folder, "never") };
  const asked = { file, target, replace: true, untouched: false, jobs: [], now };
  await expect(restore(asked)).rejects.toThrow(/newer version.*20991231000000_far/);
  await expect(readFile(path.join(folder, "never", "pg", "PG_VERSION"))).rejects.toThrow(/ENOENT/);
});
