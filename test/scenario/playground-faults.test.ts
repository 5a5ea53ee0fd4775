// The visitor switches a fault on and an official reports meanwhile: the report is in the register
// once, and its answer in the chat once, as soon as Telegram is itself again.
import { expect, it, vi } from "vitest";
import { formatTaskCode } from "#src/language/task-code.ts";
import type { FaultKind } from "#src/playground/page/contract.ts";
import { post } from "#test/browser/support/page-api.ts";
import { folderOfProvince, idOf, type OpenedHouse, openHouse } from "./opened-house.ts";

// Each has a database, a server and a bot of its own: slow where the machine is busy.
vi.setConfig({ testTimeout: 240_000 });

const STC = idOf("stc");
const NOTE = "đã lấy ý kiến các đơn vị lúc đường truyền trục trặc";

/** Code of a task that Sở Tài chính works on; a report of less than before would be asked about. */
const taskOf = async ({ db }: OpenedHouse): Promise<string> => {
  const { taskId } = await db.assignment.findFirstOrThrow({
    where: {
      ...{ agency: { code: "STC" }, role: "lead", deadlineKind: "date" },
      state: { in: ["assigned", "received", "in_progress"] },
      percent: { lt: 77 },
    },
    orderBy: { id: "asc" },
  });
  return formatTaskCode(taskId);
};

const says = (house: OpenedHouse, text: string) =>
  post(house.url, "say", { person: STC, chat: STC, text });

const faultIs = (house: OpenedHouse, kind: FaultKind, on: boolean) =>
  post(house.url, "fault", { kind, on });

const answers = async (house: OpenedHouse, code: string): Promise<number> =>
  (await house.said(STC)).filter((text) => text.includes(`Đã ghi tiến độ ${code}: 77%`)).length;

const reports = ({ db }: OpenedHouse): Promise<number> =>
  db.progress.count({ where: { note: NOTE, percent: 77 } });

/** Everything that the bot has to say to the official was taken. */
const allSaid = ({ db }: OpenedHouse) =>
  expect.poll(
    () =>
      db.outboxMessage.count({
        where: { chat: { externalId: String(STC) }, state: { in: ["pending", "sending"] } },
      }),
    { timeout: 120_000, interval: 100 },
  );

it.each<FaultKind>(["slow", "429"])("%s: the answer comes late, and once", async (kind) => {
  const house = await openHouse(await folderOfProvince());
  const code = await taskOf(house);
  expect((await faultIs(house, kind, true)).faults).toEqual([kind]);
  await says(house, `/tiendo ${code} 77% ${NOTE}`);
  await house.server.waitForMessage(STC, new RegExp(`Đã ghi tiến độ ${code}: 77%`), 60_000);
  await faultIs(house, kind, false);
  await allSaid(house).toBe(0);
  expect([await reports(house), await answers(house, code)]).toEqual([1, 1]);
});

it("down: the report waits until the server is there again, and is then done once", async () => {
  const house = await openHouse(await folderOfProvince());
  const code = await taskOf(house);
  await faultIs(house, "down", true);
  await says(house, `/tiendo ${code} 77% ${NOTE}`);
  // The bot asks on, in vain.
  const asked = house.server.calls("getUpdates").at(-1)?.number ?? 0;
  await house.server.waitForCall("getUpdates", ({ number }) => number > asked, 60_000);
  expect([await reports(house), await answers(house, code)]).toEqual([0, 0]);
  await faultIs(house, "down", false);
  await house.server.waitForMessage(STC, new RegExp(`Đã ghi tiến độ ${code}: 77%`), 60_000);
  await allSaid(house).toBe(0);
  expect([await reports(house), await answers(house, code)]).toEqual([1, 1]);
});

it("reset after taking it: the answer is there once, and whoever writes next is asked", async () => {
  const house = await openHouse(await folderOfProvince());
  const code = await taskOf(house);
  await faultIs(house, "reset-after", true);
  await says(house, `/tiendo ${code} 77% ${NOTE}`);
  await house.server.waitForMessage(STC, new RegExp(`Đã ghi tiến độ ${code}: 77%`), 60_000);
  await allSaid(house).toBe(0);
  expect((await house.desk()).faults).toEqual([]);
  const unknown = await house.db.outboxMessage.count({ where: { state: "unknown" } });
  expect(unknown).toBe(1);
  await says(house, "/viec");
  await house.server.waitForMessage(STC, /Có một tin trước đó có thể chưa đến/, 60_000);
  expect([await reports(house), await answers(house, code)]).toEqual([1, 1]);
});

it("down: the clock moves on all the same, and what it passed is said when the server is back", async () => {
  const house = await openHouse(await folderOfProvince());
  const { db, url } = house;
  const alerts = async () =>
    (await house.said(STC)).filter((text) => text.includes("Nhắc hạn")).length;
  const before = await alerts();
  const { stops } = await house.desk();
  await faultIs(house, "down", true);
  const { now } = await post(url, "clock", { stop: "alert" });
  expect(now).toBeGreaterThanOrEqual(stops.find(({ kind }) => kind === "alert")?.at ?? Infinity);
  expect(await alerts()).toBe(before);
  await faultIs(house, "down", false);
  await allSaid(house).toBe(0);
  expect(await alerts()).toBe(before + 1);
  expect(await db.outboxMessage.count({ where: { state: "unknown" } })).toBe(0);
});
