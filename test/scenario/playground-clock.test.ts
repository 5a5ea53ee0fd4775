// The visitor moves the clock: what happens on the way appears chat by chat, and nothing of it is
// lost, whoever moves it twice and whatever dies on the way.
import { expect, it, vi } from "vitest";
import type { Busy } from "#src/playground/page/contract.ts";
import { sampleGroup } from "#src/sample/index.ts";
import { history, post, untilDesk } from "#test/browser/support/page-api.ts";
import { COMMITTEE, folderOfProvince, idOf, openHouse } from "./opened-house.ts";

// Each has a database, a server and a bot of its own: slow where the machine is busy.
vi.setConfig({ testTimeout: 240_000 });

const seconds = (epochMs: number): number => Math.floor(epochMs / 1000);

it("goes to the next alerts, which the official and the group of an agency then have", async () => {
  const house = await openHouse(await folderOfProvince());
  const { url } = house;
  const before = await house.desk();
  const stop = before.stops.find(({ kind }) => kind === "alert");
  const { now } = await post(url, "clock", { stop: "alert" });
  expect(now).toBeGreaterThanOrEqual(stop?.at ?? Infinity);

  const slot = seconds((stop?.at ?? 0) - 60_000);
  const since = seconds(before.now);
  const heard = (await history(url, idOf("stc"))).filter(({ message }) => message.date > since);
  const alert = heard.find(({ message }) => JSON.stringify(message).includes("Nhắc hạn"));
  expect(alert?.byBot).toBe(true);
  // It came at its hour, not when the clock arrived.
  expect(alert?.message.date).toBeGreaterThanOrEqual(slot);
  expect(alert?.message.date).toBeLessThan(slot + 60);
  const group = sampleGroup("finance").id;
  const inGroup = (await history(url, group)).filter(({ message }) => message.date > since);
  expect(inGroup.map(({ message }) => JSON.stringify(message)).join()).toContain("Nhắc hạn");
  const after = await house.desk();
  expect(after.busy).toBeNull();
  expect(after.chats.find(({ id }) => id === idOf("stc"))?.unread).toBeGreaterThan(0);
});

it("goes to Monday 08:00, shows how far it is, and the ranking of the week is in the group", async () => {
  const house = await openHouse(await folderOfProvince());
  const { url } = house;
  const stop = (await house.desk()).stops.find(({ kind }) => kind === "monday");
  const rankings = async () =>
    (await house.said(COMMITTEE)).filter((text) => text.includes("Kết quả thực hiện nhiệm vụ"));
  const before = await rankings();

  const ways: Busy[] = [];
  const watching = untilDesk(url, ({ busy }) => {
    if (busy !== null) ways.push(busy);
    return busy === null && ways.length > 0;
  });
  await post(url, "clock", { stop: "monday" });
  await watching;
  const at = ways.flatMap((busy) => (busy.kind === "clock" ? [busy.at] : []));
  expect(at.length).toBeGreaterThan(1);
  expect([...at].sort((a, b) => a - b)).toEqual(at);
  expect(at.every((moment) => moment <= (stop?.at ?? 0))).toBe(true);

  const after = await rankings();
  expect(after).toHaveLength(before.length + 1);
  const [latest] = (await history(url, COMMITTEE)).filter(
    ({ message }) => message.date >= seconds(stop?.at ?? 0),
  );
  expect(JSON.stringify(latest?.message)).toContain("Kết quả thực hiện nhiệm vụ");
});

it("moves once at a time, never back, and resets nothing on the way", async () => {
  const { url, db, desk } = await openHouse(await folderOfProvince());
  const first = post(url, "clock", { stop: "monday" });
  await untilDesk(url, ({ busy }) => busy?.kind === "clock");
  await expect(post(url, "clock", { stop: "hour" })).rejects.toThrow(/400: .*clock/i);
  await expect(post(url, "reset", {})).rejects.toThrow(/400: .*clock/i);
  const { now } = await first;
  await expect(post(url, "clock", { to: now - 3_600_000 })).rejects.toThrow(/forward only/);
  const ranAt = await db.jobSlot.groupBy({ by: ["job", "slot"], _count: true });
  expect(ranAt.every(({ _count }) => _count === 1)).toBe(true);
  expect((await desk()).now).toBeGreaterThanOrEqual(now);
});

it("goes on from where it stood when the playground is stopped and started again", async () => {
  const dataDir = await folderOfProvince();
  const house = await openHouse(dataDir);
  const { now } = await post(house.url, "clock", { stop: "day" });
  const said = await house.said(idOf("stc"));
  await house.stop();
  const again = await openHouse(dataDir);
  const later = (await again.desk()).now;
  expect(later).toBeGreaterThan(now - 60_000);
  expect(later).toBeLessThan(now + 3_600_000);
  expect(await again.said(idOf("stc"))).toEqual(said);
});
