// The page's script as it was bundled before, kept beside the packages: bundling takes a second of
// a start that should take three.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const usualFolder = path.join(root, "node_modules", ".cache", "dondoc");

/** Of everything that the script is made from: its files, the packages, and how it is made. */
function fingerprint(sources: URL): string {
  const sum = createHash("sha256");
  const dir = fileURLToPath(sources);
  const files = readdirSync(dir, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  const recipe = fileURLToPath(new URL("./assets.ts", import.meta.url));
  const made = [recipe, path.join(root, "package-lock.json")];
  for (const file of [...files.sort().map((name) => path.join(dir, name)), ...made]) {
    sum.update(path.relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
  }
  return sum.digest("hex").slice(0, 32);
}

/** Another start at the same moment writes the same: whole, or not at all. */
async function keep(file: string, script: string): Promise<void> {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true });
  const older = (await readdir(folder)).filter((name) => name.startsWith("page-"));
  const fresh = `${file}.${process.pid}`;
  await writeFile(fresh, script);
  await rename(fresh, file);
  const outdated = older.filter((name) => name !== path.basename(file));
  await Promise.all(outdated.map((name) => rm(path.join(folder, name), { force: true })));
}

/** The script kept from before, where nothing that it is made from has changed; else a new one. */
export async function keptScript(
  sources: URL,
  bundle: () => Promise<string>,
  folder: string = usualFolder,
): Promise<string> {
  const file = path.join(folder, `page-${fingerprint(sources)}.js`);
  const kept = await readFile(file, "utf8").catch(() => null);
  if (kept !== null) return kept;
  const script = await bundle();
  // A folder that can't be written costs a second at the next start, nothing else.
  await keep(file, script).catch(() => undefined);
  return script;
}
