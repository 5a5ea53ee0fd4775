import { fork } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Message, Update } from "@grammyjs/types";
import { expect, it } from "vitest";

import { atEnd, caller, ok, openStage, token } from "./stage.ts";

function openDir() {
  const dir = mkdtempSync(join(tmpdir(), "dondoc-playground-"));
  atEnd(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

async function startChild(dir: string) {
  const child = fork(join(import.meta.dirname, "killed-child.ts"), [dir], {
    execPath: join(import.meta.dirname, "../../node_modules/.bin/node"),
    execArgv: [],
  });
  const kill = () =>
    new Promise<void>((resolve) => {
      child.once("exit", () => resolve());
      if (child.exitCode !== null || child.signalCode !== null) resolve();
      child.kill("SIGKILL");
    });
  atEnd(kill);
  const url = await new Promise<string>((resolve, reject) => {
    child.once("message", (message) => resolve(String(message)));
    child.once("exit", (code) => reject(new Error(`The child ended with ${code}`)));
  });
  return { url, call: caller(url), kill };
}

it("keeps every answered call when it is killed in the middle of work", async () => {
  const dir = openDir();
  const first = await startChild(dir);
  const updates = await ok<Update[]>(first.call("getUpdates"));
  expect(updates.map(({ update_id }) => update_id)).toEqual([1, 2]);
  await ok(first.call("getUpdates", { offset: 2 }));
  await ok(first.call("setMyCommands", { commands: [{ command: "viec", description: "Việc" }] }));

  let answered = 0;
  const sending = (async () => {
    for (;;) {
      await ok(first.call("sendMessage", { chat_id: 77, text: `tin ${answered}` }));
      answered++;
      if (answered === 40) void first.kill();
    }
  })();
  await expect(sending).rejects.toThrow("fetch failed");
  expect(answered).toBeGreaterThanOrEqual(40);

  const second = await startChild(dir);
  const kept = await ok<Update[]>(second.call("getUpdates"));
  expect(kept).toEqual(updates.slice(1));
  const next = await ok<Message>(second.call("sendMessage", { chat_id: 77, text: "tiếp" }));
  // Two of Lan's, those answered, perhaps the one that was taken and not answered, this one.
  expect(next.message_id - answered - 3).toBeOneOf([0, 1]);
  expect(await ok(second.call("getMyCommands"))).toHaveLength(1);

  const fileId = kept[0]?.message?.document?.file_id;
  const { file_path } = await ok<{ file_path: string }>(
    second.call("getFile", { file_id: fileId }),
  );
  const file = await fetch(`${second.url}/file/bot${token}/${file_path}`);
  expect(await file.text()).toBe("đã xong");
});

it("starts from a journal whose last line was cut, with ids that go on", async () => {
  const storeDir = openDir();
  const first = await openStage({ storeDir });
  first.lan.dm().say("một");
  const before = await ok<Update[]>(first.call("getUpdates"));
  await ok(first.call("getUpdates", { offset: 1000 }));
  await first.playground.close();
  appendFileSync(join(storeDir, "journal.jsonl"), '[["user","1",{"id":');

  const second = await openStage({ storeDir });
  second.playground.createUser({ id: first.lan.id, firstName: "Lan" }).dm().say("hai");
  const after = await ok<Update[]>(second.call("getUpdates"));
  expect(after.at(-1)?.message?.text).toBe("hai");
  expect(after.at(-1)?.message?.message_id).toBe(2);
  expect(after[0]?.update_id).toBe((before.at(-1)?.update_id ?? 0) + 1);
});

it("finds a group by its id again, upgraded meanwhile, with its members", async () => {
  const storeDir = openDir();
  const first = await openStage({ storeDir });
  const options = { id: -500, title: "Ban chỉ đạo" };
  const group = first.playground.createGroup({ ...options, members: [first.lan] });
  const id = group.upgradeToSupergroup(first.lan);
  await first.playground.close();

  const second = await openStage({ storeDir });
  const again = second.playground.createGroup({ ...options, members: [second.minh] });
  expect(again.id).toBe(id);
  expect(Object.keys(again.record().members)).toEqual(["123456", String(first.lan.id)]);
});
