// The morning's alerts. Friday 20/11/2026; the weekend, Tuesday 24/11 (a day off) and the next
// weekend are not worked. Working days ahead: 23/11 is 1, 26/11 is 3, 2/12 is 7.
import { expect, it, onTestFinished, vi } from "vitest";
import { deadlineAlerts } from "#jobs/deadline-alerts.ts";
import { openProvince, type Province } from "#test/support/province.ts";
import { plant } from "./planted.ts";

// Each has a database, a server and a bot of its own: slow where the machine is busy.
vi.setConfig({ testTimeout: 90_000 });

const SENDING = ["sendMessage", "sendRichMessage"] as const;

const open = async (at: string): Promise<Province> => {
  const province = await openProvince({ at });
  onTestFinished(() => province.close());
  return province;
};

const at = (civil: string): Date => new Date(`${civil}:00+07:00`);

const linesOf = (text: string): string[] => text.split("\n").filter((line) => line.trim() !== "");

it("tells an official once what is overdue, due today and due in 1, 3, 7 working days", async () => {
  const province = await open("2026-11-19T17:00");
  const official = await province.official("STC");
  await plant(province, "STC", "Bảy ngày", { dueOn: "2026-12-02" });
  await plant(province, "STC", "Ba ngày", { dueOn: "2026-11-26" });
  await plant(province, "STC", "Một ngày", { dueOn: "2026-11-23" });
  await plant(province, "STC", "Hôm nay", { dueOn: "2026-11-20" });
  await plant(province, "STC", "Quá hạn", { dueOn: "2026-11-10" });
  // Due on a day off: the working day before it is the last chance.
  await plant(province, "STC", "Hạn thứ ba nghỉ", { dueOn: "2026-11-24" });
  await plant(province, "STC", "Hạn chủ nhật", { dueOn: "2026-11-22" });
  // Not spoken of: two and four working days ahead, submitted, coordinated, without a date.
  await plant(province, "STC", "Hai ngày", { dueOn: "2026-11-25" });
  await plant(province, "STC", "Bốn ngày", { dueOn: "2026-11-27" });
  await plant(province, "STC", "Đã nộp", { dueOn: "2026-11-10", awaiting: true });
  await plant(province, "STP", "Phối hợp", { dueOn: "2026-11-20", coordinating: ["STC"] });
  await plant(province, "STC", "Không hạn");

  await province.forwardTo("2026-11-20T08:00");
  const heard = await official.hears(/Nhắc hạn ngày 20\/11\/2026/);
  expect(linesOf(heard.text).map((line) => line.replace(/^[^\p{L}\p{N}]+/u, ""))).toEqual([
    "Nhắc hạn ngày 20/11/2026",
    "Quá hạn",
    "NV-005 Quá hạn · 10/11/2026 · quá hạn 10 ngày (8 ngày làm việc)",
    "Đến hạn hôm nay",
    expect.stringMatching(/^NV-004 Hôm nay · 20\/11\/2026 · đến hạn hôm nay$/),
    expect.stringMatching(/^NV-007 Hạn chủ nhật · 22\/11\/2026 · /),
    "Còn 1 ngày làm việc",
    expect.stringMatching(/^NV-003 Một ngày · 23\/11\/2026 · /),
    expect.stringMatching(/^NV-006 Hạn thứ ba nghỉ · 24\/11\/2026 · /),
    "Còn 3 ngày làm việc",
    expect.stringMatching(/^NV-002 Ba ngày · 26\/11\/2026 · /),
    "Còn 7 ngày làm việc",
    expect.stringMatching(/^NV-001 Bảy ngày · 02\/12\/2026 · /),
  ]);
  expect(heard.buttons).toEqual(["Đã nhận NV-005", "Báo tiến độ NV-005", "Xem tất cả"]);
});

it("sends the group of an agency one digest, with the code alone of a restricted task", async () => {
  const province = await open("2026-11-19T17:00");
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const group = province.server.createGroup({ title: "Sở Tài chính", members: [secretary.person] });
  const inGroup = secretary.in(group);
  await inGroup.asks("/nhom Sở Tài chính", /nhóm của Sở Tài chính; nhận: nhắc hạn/);
  await plant(province, "STC", "Công khai dự toán", { dueOn: "2026-11-10" });
  await plant(province, "STC", "Chuyện kín", { dueOn: "2026-11-20", restricted: true });
  await plant(province, "STP", "Việc của sở khác", { dueOn: "2026-11-20" });

  await province.forwardTo("2026-11-20T08:00");
  const heard = await inGroup.hears(/Nhắc hạn ngày 20\/11\/2026/);
  expect(heard.text).toMatch(/NV-001 Công khai dự toán · 10\/11\/2026/);
  expect(heard.text).toMatch(/NV-002 … · 20\/11\/2026 · đến hạn hôm nay/);
  expect(heard.text).not.toMatch(/kín|sở khác/);
  expect(heard.buttons).toEqual([]);
});

it("gives somebody of two agencies one message that names them", async () => {
  const province = await open("2026-11-19T17:00");
  const official = await province.official("STC");
  const agency = await province.db.agency.findFirstOrThrow({ where: { code: "STP" } });
  const { personId } = await province.db.identity.findFirstOrThrow();
  await province.db.membership.create({
    data: { personId, role: "official", agencyId: agency.id, validFrom: at("2026-11-01T08:00") },
  });
  await plant(province, "STC", "Việc một", { dueOn: "2026-11-20" });
  await plant(province, "STP", "Việc hai", { dueOn: "2026-11-20" });
  await province.forwardTo("2026-11-20T08:00");
  await official.hears(/NV-001 Sở Tài chính: Việc một.*NV-002 Sở Tư pháp: Việc hai/s);
});

it("is silent on days off, and speaks once each working day, however often a slot is run", async () => {
  const province = await open("2026-11-20T08:00");
  const official = await province.official("STC");
  await plant(province, "STC", "Quá hạn", { dueOn: "2026-11-10" });
  await province.forwardTo("2026-11-25T12:00");
  await official.hears(/Nhắc hạn ngày 23\/11\/2026.*quá hạn 13 ngày \(9 ngày làm việc\)/s);
  await official.hears(/Nhắc hạn ngày 25\/11\/2026.*quá hạn 15 ngày \(10 ngày làm việc\)/s);
  await province.bot.runSlot({ job: deadlineAlerts, slot: at("2026-11-25T07:30") });
  await province.settle();
  const slots = await province.db.jobSlot.findMany({ where: { job: deadlineAlerts.name } });
  expect(slots.map(({ slot }) => slot.slice(0, 10)).sort()).toEqual([
    // Nobody was there yet: made up at the start, at 08:00.
    "2026-11-20",
    "2026-11-23",
    "2026-11-25",
  ]);
});

it("leaves out what is submitted before its turn comes, button and all", async () => {
  const province = await open("2026-11-20T07:00");
  const official = await province.official("STC");
  await plant(province, "STC", "Xong kịp", { dueOn: "2026-11-10" });
  await plant(province, "STC", "Còn lại", { dueOn: "2026-11-20" });
  const chat = official.room.chatId;
  province.server.faults.add({ fault: { kind: "429", retryAfter: 2 }, method: SENDING, chat });
  const moved = province.forwardTo("2026-11-20T07:31");
  await expect
    .poll(() => province.db.outboxMessage.count({ where: { kind: "alert", attempts: 1 } }), {
      timeout: 15_000,
    })
    .toBe(1);
  await official.says("/hoanthanh NV-001 đã báo cáo");
  await moved;
  await official.hears(/Đã nộp kết quả NV-001/);
  const heard = await official.hears(/Nhắc hạn ngày 20\/11\/2026/);
  expect(heard.text).toMatch(/NV-002 Còn lại/);
  expect(heard.text).not.toMatch(/NV-001|Quá hạn/);
  expect(heard.buttons).toEqual(["Xem tất cả"]);
});

it("says nothing where everything was submitted before its turn came", async () => {
  const province = await open("2026-11-20T07:00");
  const official = await province.official("STC");
  await plant(province, "STC", "Xong kịp", { dueOn: "2026-11-10" });
  const chat = official.room.chatId;
  province.server.faults.add({ fault: { kind: "429", retryAfter: 1 }, method: SENDING, chat });
  const moved = province.forwardTo("2026-11-20T07:31");
  await expect
    .poll(() => province.db.outboxMessage.count({ where: { kind: "alert", attempts: 1 } }), {
      timeout: 15_000,
    })
    .toBe(1);
  await official.says("/hoanthanh NV-001 đã báo cáo");
  await moved;
  await official.hears(/Đã nộp kết quả NV-001/);
  const alert = await province.db.outboxMessage.findFirstOrThrow({ where: { kind: "alert" } });
  expect(alert).toMatchObject({ state: "dropped", errorCode: "no longer needed" });
});

it("makes up a missed morning at 09:00", async () => {
  const province = await open("2026-11-20T07:00");
  const official = await province.official("STC");
  await plant(province, "STC", "Quá hạn", { dueOn: "2026-11-10" });
  province.clock.moveTo(at("2026-11-20T09:00"));
  await province.restart();
  await official.hears(/Nhắc hạn ngày 20\/11\/2026/);
  await province.restart();
  await province.settle();
});

it("does not make it up at 14:00, nor on a day off", async () => {
  const province = await open("2026-11-20T07:00");
  await province.official("STC");
  await plant(province, "STC", "Quá hạn", { dueOn: "2026-11-10" });
  for (const moment of ["2026-11-20T14:00", "2026-11-21T09:00", "2026-11-24T09:00"]) {
    province.clock.moveTo(at(moment));
    await province.restart();
    await province.settle();
  }
  expect(await province.db.jobSlot.count({ where: { job: deadlineAlerts.name } })).toBe(0);
});

it("does not deliver the digests of the days of a blocked chat when it is opened again", async () => {
  const province = await open("2026-11-19T17:00");
  const official = await province.official("STC");
  await plant(province, "STC", "Quá hạn", { dueOn: "2026-11-10" });
  official.person.block();
  await province.forwardTo("2026-11-25T06:00");
  official.person.unblock();
  await official.asks("/start", /^Chào/);
  await province.forwardTo("2026-11-25T08:00");
  await official.hears(/Nhắc hạn ngày 25\/11\/2026/);
});
