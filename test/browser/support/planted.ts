// The sample province, planted once for a moment and a state of the sources, kept between runs;
// whoever needs one copies it.
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openDatabase } from "#src/database/open.ts";
import { seedDayOffs } from "#src/schedule/calendar-store.ts";
import { quietLog } from "./quiet-log.ts";
import { startHouse } from "./start-house.ts";

/** A Wednesday morning: Monday's ranking was posted, the alerts of 07:30 are out. */
export const STARTS_AT = new Date("2026-11-25T09:10:00+07:00");

const root = path.join(import.meta.dirname, "../../..");
const kept = path.join(tmpdir(), "dondoc-test");
const DAY_MS = 24 * 60 * 60 * 1000;

/** Everything that a planted province depends on; how the page looks is not part of it. */
const fingerprint = (startAt: Date): string => {
  const hash = createHash("sha256").update(startAt.toISOString());
  const sources = globSync(["{src,commands,jobs}/**/*", "prisma/migrations/**/*.sql"], {
    cwd: root,
    withFileTypes: true,
    exclude: (entry) => entry.name === "client" || entry.name === "page",
  });
  const files = sources
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  for (const file of files.sort()) hash.update(file).update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Another worker may be planting the same: true for the one who is to do it. */
const takesTurn = async (lock: string): Promise<boolean> => {
  try {
    await writeFile(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    if (existsSync(lock) && !isAlive(Number(readFileSync(lock, "utf8")))) await rm(lock);
    return false;
  }
};

const plant = async (folder: string, startAt: Date): Promise<void> => {
  const half = await mkdtemp(path.join(kept, "planting-"));
  const open = await openDatabase({ dir: half });
  await open.migrate();
  await seedDayOffs(open.db);
  const { log, problems } = quietLog();
  const house = await startHouse({ db: open.db, dataDir: half, startAt, log });
  await house.stop();
  await open.close();
  if (problems.length > 0) throw new Error(`planting logged:\n${problems.join("\n")}`);
  await rename(half, folder);
};

/** What sources of another day planted is of no use any more. */
const forgetOld = async (): Promise<void> => {
  for (const name of await readdir(kept)) {
    const folder = path.join(kept, name);
    if (!/^(province|planting)-/.test(name)) continue;
    if (Date.now() - (await stat(folder)).mtimeMs > DAY_MS) {
      await rm(folder, { recursive: true, force: true });
    }
  }
};

const plantedFolder = async (startAt: Date): Promise<string> => {
  await mkdir(kept, { recursive: true });
  const folder = path.join(kept, `province-${fingerprint(startAt)}`);
  const lock = `${folder}.lock`;
  while (!existsSync(folder)) {
    if (await takesTurn(lock)) {
      try {
        if (!existsSync(folder)) await plant(folder, startAt);
        await forgetOld();
      } finally {
        await rm(lock, { force: true });
      }
    } else {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return folder;
};

/** A folder of one's own with the whole sample as of that moment; delete it when done. */
export const copyOfProvince = async (startAt: Date): Promise<string> => {
  const folder = await mkdtemp(path.join(tmpdir(), "dondoc-browser-"));
  await cp(await plantedFolder(startAt), folder, { recursive: true });
  return folder;
};
