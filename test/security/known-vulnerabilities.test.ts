// The check of dependencies, run as CI runs it, against an npm that answers as the test wants.
import { execFile } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";

const program = path.join(import.meta.dirname, "../../.ci/known-vulnerabilities.mjs");

const checked = async (answer: string): Promise<{ code: number; said: string }> => {
  const folder = await mkdtemp(path.join(tmpdir(), "dondoc-npm-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(path.join(folder, "answer"), answer);
  const npm = path.join(folder, "npm");
  await writeFile(npm, `#!/bin/sh\ncat "${folder}/answer"\nexit 1\n`);
  await chmod(npm, 0o755);
  const env = { ...process.env, PATH: `${folder}:/usr/bin:/bin` };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [program], { env }, (_, said) => {
      resolve({ code: child.exitCode ?? -1, said });
    });
  });
};

const known = (severity: string) => ({
  name: "left-pad",
  severity,
  range: "<1.3.0",
  via: ["other", { title: "Prototype pollution" }],
});
const report = (severity: string) => JSON.stringify({ vulnerabilities: { x: known(severity) } });

it.each(["high", "critical"])("what is %s fails, by name", async (severity) => {
  const { code, said } = await checked(report(severity));
  expect(code).toBe(1);
  expect(said).toContain(`${severity}: left-pad <1.3.0 (Prototype pollution)`);
  expect(said).toContain("1 known, 1 of them high or critical");
});

it("what is less is said, and passes; so does nothing at all", async () => {
  const some = await checked(report("moderate"));
  expect(some).toMatchObject({ code: 0, said: expect.stringContaining("moderate: left-pad") });
  const none = await checked(JSON.stringify({ vulnerabilities: {} }));
  expect(none).toEqual({ code: 0, said: "0 known, 0 of them high or critical\n" });
});

it.each([
  ["405 Method Not Allowed", JSON.stringify({ message: "405 Method Not Allowed", error: {} })],
  ["No lockfile", JSON.stringify({ error: { code: "ENOAUDIT", summary: "No lockfile" } })],
  ["npm gave no answer", "npm error network"],
  ["npm gave no answer", ""],
  ["the registry has no answer", "null"],
])("a registry that cannot say is no failure, but is said: %s", async (why, answer) => {
  const { code, said } = await checked(answer);
  expect(code).toBe(0);
  expect(said).toContain(`not checked: ${why}`);
});
