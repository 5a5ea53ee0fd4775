// One tap, and the province is as it was planted; one start later, it is as it was left.
import { expect, it, vi } from "vitest";
import { openDatabase } from "#src/database/open.ts";
import { writeSetting } from "#src/database/settings.ts";
import { startPlayground } from "#src/playground-mode.ts";
import { history, post } from "#test/browser/support/page-api.ts";
import { STARTS_AT } from "#test/browser/support/planted.ts";
import { quietLog } from "#test/browser/support/quiet-log.ts";
import { COMMITTEE, folderOfProvince, idOf, openHouse } from "./opened-house.ts";
import { digestOf } from "./province-digest.ts";

// Each has a database, a server and a bot of its own: slow where the machine is busy.
vi.setConfig({ testTimeout: 480_000 });

it("is the same province again: register, rankings, people, and the clock at the present", async () => {
  const house = await openHouse(await folderOfProvince());
  const { url, db, server } = house;
  const planted = await digestOf(db);
  const saidFirst = server.messages(COMMITTEE).length;
  const before = await house.desk();

  const [chairman, stc] = [idOf("chairman"), idOf("stc")];
  const text = "/giao Sở Tài chính: Việc của khách tham quan; hạn 30/12/2026";
  await post(url, "say", { person: chairman, chat: chairman, text });
  await server.waitForMessage(chairman, /Việc của khách tham quan/, 30_000);
  await post(url, "clock", { stop: "day" });
  expect(await digestOf(db)).not.toEqual(planted);

  const { epoch } = await post(url, "reset", {});
  expect(epoch).not.toBe(before.epoch);
  expect(await digestOf(db)).toEqual(planted);
  expect(server.messages(COMMITTEE)).toHaveLength(saidFirst);
  expect(JSON.stringify(await history(url, chairman, 200))).not.toContain("khách tham quan");
  const after = await house.desk();
  expect(after.now).toBeLessThan(before.now + 3_600_000);
  expect(after.chats.filter(({ unread }) => unread > 0).map(({ id }) => id)).toEqual(
    before.chats.filter(({ unread }) => unread > 0).map(({ id }) => id),
  );

  await post(url, "say", { person: stc, chat: stc, text: "/viec" });
  await server.waitForMessage(stc, /Việc đang thực hiện/, 30_000);
});

it("a later start plants nothing, and shows the day that the clock showed", async () => {
  const dataDir = await folderOfProvince();
  const first = await openHouse(dataDir);
  const planted = await digestOf(first.db);
  const { persons } = await first.desk();
  await first.stop();
  const again = await openHouse(dataDir, { seed: 7 });
  expect(await digestOf(again.db)).toEqual(planted);
  // Another seed is for another province: the people here are who they were.
  expect((await again.desk()).persons).toEqual(persons);
});

it("a register that is no sample is never touched: the playground does not even begin", async () => {
  const dataDir = await folderOfProvince();
  const open = await openDatabase({ dir: dataDir });
  const { log } = quietLog();
  const deps = { db: open.db, dataDir, port: 0, log, crons: {}, startAt: STARTS_AT };
  try {
    const register = await digestOf(open.db);
    await open.db.setting.delete({ where: { key: "sample" } });
    const refused = await startPlayground(deps);
    await expect(refused.ready).rejects.toThrow(/holds a register, not the sample/);
    await refused.stop();

    // Whatever an earlier version wrote into whatever it was given.
    await writeSetting(open.db, "sample", true);
    const stillRefused = await startPlayground(deps);
    await expect(stillRefused.ready).rejects.toThrow(/holds a register, not the sample/);
    await stillRefused.stop();
    expect(await digestOf(open.db)).toEqual(register);
  } finally {
    await open.close();
  }
});
