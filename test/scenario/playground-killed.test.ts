// The playground dies in the middle of something; whoever starts it again finds a whole province.
import { fork } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { openDatabase } from "#src/database/open.ts";
import type { Desk } from "#src/playground/page/contract.ts";
import { plantedSample } from "#src/playground-house/sample-mark.ts";
import { history, post, untilDesk } from "#test/browser/support/page-api.ts";
import { STARTS_AT } from "#test/browser/support/planted.ts";
import { COMMITTEE, folderOfProvince, idOf, openHouse } from "./opened-house.ts";
import { digestOf } from "./province-digest.ts";

// Each plants a whole province: slow where the machine is busy.
vi.setConfig({ testTimeout: 480_000 });

const program = path.join(import.meta.dirname, "house-child.ts");

/** A process that serves the playground of this folder. */
const startChild = async (dataDir: string) => {
  const child = fork(program, [dataDir, STARTS_AT.toISOString()], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    execArgv: [],
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  let ready: (() => void) | undefined;
  const isReady = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the child ended: ${code}`)));
    child.on("message", (message) => {
      if (message === "ready") ready?.();
      else resolve((message as { url: string }).url);
    });
  });
  return {
    url,
    ready: isReady,
    /** As `kill -9`. */
    dies: () =>
      new Promise<void>((resolve) => {
        child.once("exit", () => resolve());
        child.kill("SIGKILL");
      }),
  };
};

const emptyFolder = async (): Promise<string> => {
  const dataDir = await mkdtemp(path.join(tmpdir(), "dondoc-killed-"));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  return dataDir;
};

const isMarkedWhole = async (dataDir: string): Promise<boolean> => {
  const { db, close } = await openDatabase({ dir: dataDir });
  const found = await plantedSample(db);
  await close();
  return found !== null;
};

const lastIn = (desk: Desk, chat: number) => desk.chats.find(({ id }) => id === chat)?.last;

it("while planting: the next start plants anew, and it is the same province as ever", async () => {
  const dataDir = await emptyFolder();
  const child = await startChild(dataDir);
  // Some of the Mondays were lived through.
  await untilDesk(child.url, (desk) => lastIn(desk, COMMITTEE) !== undefined);
  await child.dies();
  expect(await isMarkedWhole(dataDir)).toBe(false);

  const healed = await openHouse(dataDir);
  const whole = await openHouse(await folderOfProvince());
  expect(await digestOf(healed.db)).toEqual(await digestOf(whole.db));
  expect(healed.server.messages(COMMITTEE)).toHaveLength(whole.server.messages(COMMITTEE).length);
  expect((await healed.desk()).chats.map(({ id }) => id).sort()).toEqual(
    (await whole.desk()).chats.map(({ id }) => id).sort(),
  );
});

it("while resetting: the next start plants anew, and the bot answers", async () => {
  const dataDir = await folderOfProvince();
  const child = await startChild(dataDir);
  await child.ready;
  const { epoch } = await untilDesk(child.url, ({ busy }) => busy === null);
  const resetting = post(child.url, "reset", {}).catch(() => undefined);
  await untilDesk(child.url, (desk) => desk.epoch !== epoch);
  await child.dies();
  await resetting;
  expect(await isMarkedWhole(dataDir)).toBe(false);

  const healed = await openHouse(dataDir);
  await post(healed.url, "say", { person: idOf("stc"), chat: idOf("stc"), text: "/viec" });
  await healed.server.waitForMessage(idOf("stc"), /Việc đang thực hiện/, 30_000);
});

it("while the clock moves: it goes on from there, and nothing is said twice or left out", async () => {
  const dataDir = await folderOfProvince();
  const child = await startChild(dataDir);
  await child.ready;
  const { now, stops } = await untilDesk(child.url, ({ busy }) => busy === null);
  const to = stops.find(({ kind }) => kind === "monday")?.at ?? 0;
  const moving = post(child.url, "clock", { to }).catch(() => undefined);
  await untilDesk(child.url, ({ busy }) => busy?.kind === "clock" && busy.at > now + 60_000);
  await child.dies();
  await moving;

  const again = await openHouse(dataDir);
  const here = await again.desk();
  expect(here.now).toBeGreaterThan(now);
  await post(again.url, "clock", { to: Math.max(to, here.now + 1000) });

  const unmoved = await openHouse(await folderOfProvince());
  await post(unmoved.url, "clock", { to });
  const slotsOf = async ({ db }: typeof again) => (await digestOf(db)).slots;
  expect(await slotsOf(again)).toEqual(await slotsOf(unmoved));
  const rankings = async ({ url }: typeof again) =>
    (await history(url, COMMITTEE, 200)).filter(({ message }) =>
      JSON.stringify(message).includes("Kết quả thực hiện nhiệm vụ"),
    ).length;
  expect(await rankings(again)).toBe(await rankings(unmoved));
});
