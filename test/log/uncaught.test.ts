import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const TOKEN = "7812345678:AAF0abcDEF-ghiJKLmnoPQRstuVWXyz01_2";

test("what nobody caught ends the process with one line of the log, and prints nothing else", () => {
  const child = fileURLToPath(new URL("uncaught-child.ts", import.meta.url));
  const run = spawnSync(process.execPath, [child, TOKEN], { encoding: "utf8", timeout: 60_000 });
  expect(run.status).toBe(1);
  expect(run.stderr).toBe("");
  expect(JSON.parse(run.stdout)).toMatchObject({
    level: "error",
    err: { type: "HttpError", cause: { code: "ECONNREFUSED" } },
    msg: "nobody caught this: the process ends",
  });
  for (const secret of [TOKEN, "Trần"]) expect(run.stdout).not.toContain(secret);
});
