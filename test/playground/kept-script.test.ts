import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it, onTestFinished } from "vitest";

import { keptScript } from "#src/playground/page/kept-script.ts";

it("bundles the page once, and anew when a file of it changes; what is outdated is not kept", async () => {
  const dir = await mkdtemp(path.join(tmpdir(), "dondoc-kept-"));
  onTestFinished(() => rm(dir, { recursive: true }));
  const sources = pathToFileURL(`${dir}${path.sep}`);
  const cache = path.join(dir, "cache");
  let times = 0;
  const script = () => keptScript(sources, async () => `script ${++times}`, cache);

  await writeFile(path.join(dir, "main.tsx"), "one");
  expect([await script(), await script()]).toEqual(["script 1", "script 1"]);
  await writeFile(path.join(dir, "main.tsx"), "two");
  expect([await script(), await script()]).toEqual(["script 2", "script 2"]);
  expect(await readdir(cache)).toHaveLength(1);
  await expect(
    keptScript(sources, () => Promise.reject(new Error("no")), path.join(dir, "x")),
  ).rejects.toThrow("no");
});
