// How many messages a person gets, and when: quiet hours, one message a slot, a number a day.
import { expect, it, onTestFinished, vi } from "vitest";
import { deadlineAlerts } from "#jobs/deadline-alerts.ts";
import { openProvince, type Province } from "#test/support/province.ts";
import { plant } from "./planted.ts";

// Each has a database, a server and a bot of its own: slow where the machine is busy.
vi.setConfig({ testTimeout: 90_000 });

const open = async (at: string, escalates = false): Promise<Province> => {
  const province = await openProvince({ at, escalates });
  onTestFinished(() => province.close());
  return province;
};

const at = (civil: string): Date => new Date(`${civil}:00+07:00`);

it("at night whoever writes is answered, and others hear of it in the morning, in its order", async () => {
  const province = await open("2026-11-20T20:30");
  const official = await province.official("STC");
  const secretary = await province.person("secretariat", "SNV", "Hà");
  await plant(province, "STC", "Rà soát", { dueOn: "2026-11-27" });
  await plant(province, "STC", "Kiểm tra", { dueOn: "2026-11-27" });
  await province.forwardTo("2026-11-20T21:30");
  await official.asks("/hoanthanh NV-001 đã báo cáo", /Đã nộp kết quả NV-001/);
  await official.asks("/hoanthanh NV-002 đã kiểm tra", /Đã nộp kết quả NV-002/);
  await province.settle();
  // What is held does not hold up an answer.
  await secretary.asks("/choxuly", /Kết quả chờ xác nhận \(2\)/);
  await province.restart();
  await province.forwardTo("2026-11-21T06:29");
  await secretary.room.expectNothing();
  await province.forwardTo("2026-11-21T06:31");
  await secretary.hears(/nộp kết quả NV-001/);
  await secretary.hears(/nộp kết quả NV-002/);
  // Without quiet hours nothing waits.
  await secretary.asks("/caidat giờ yên lặng không", /^Đã đổi\. Không có giờ yên lặng/);
  await province.forwardTo("2026-11-21T23:00");
  await secretary.asks("/tralai NV-001 thiếu phụ lục", /Đã trả lại/);
  await official.hears(/NV-001 được trả lại: thiếu phụ lục/);
});

it("two groups that wait for their ranking are one message to who approves", async () => {
  const province = await open("2026-11-22T12:00");
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const groups = ["Ban Chỉ đạo", "Tổ giúp việc"].map((title) =>
    province.server.createGroup({ title, members: [secretary.person] }),
  );
  for (const group of groups) {
    await secretary.in(group).asks("/nhom ban chỉ đạo duyệt trước", /duyệt trước khi đăng/);
  }
  await plant(province, "STC", "Rà soát", { dueOn: "2026-11-10" });
  await province.forwardTo("2026-11-23T08:01");
  const preview = await secretary.hears(/chờ đăng vào Ban Chỉ đạo.*chờ đăng vào Tổ giúp việc/s);
  // The ranking itself stands in it once.
  expect(preview.text.match(/Kết quả thực hiện nhiệm vụ tuần 47/g)).toHaveLength(1);
  expect(preview.buttons).toEqual(
    expect.arrayContaining(["Đăng · 2026-W47 1", "Đăng · 2026-W47 2"]),
  );
  await secretary.asks("/dang 2026-W47 1", /Đã duyệt/);
  const [first] = groups;
  if (first === undefined) throw new Error("no group");
  await secretary.in(first).hears(/Kết quả thực hiện nhiệm vụ tuần 47/);
});

it("nobody gets more messages by jobs than the office allows; the rest comes the next working morning", async () => {
  const province = await open("2026-11-19T17:00", true);
  const official = await province.official("STC");
  const secretary = await province.person("secretariat", "SNV", "Hà");
  await secretary.asks(
    "/caidat tin mỗi ngày 1",
    "Đã đổi. Mỗi người nhận tối đa 1 tin nhắc tự động mỗi ngày.",
  );
  await secretary.asks("/caidat leo thang chưa nhận: thường trực không", /^Đã đổi/);
  await secretary.asks("/caidat leo thang quá hạn: thường trực không, lãnh đạo không", /^Đã đổi/);
  await plant(province, "STC", "Quá hạn", { dueOn: "2026-11-10" });
  await plant(province, "STC", "Chưa nhận");

  // Friday: the alert goes out; what escalation adds is one too many, and waits.
  await province.forwardTo("2026-11-20T18:00");
  await official.hears(/^Nhắc hạn ngày 20\/11\/2026.*NV-001/s);
  await official.room.expectNothing();
  const held = await province.db.outboxMessage.findFirstOrThrow({ where: { state: "pending" } });
  expect(held).toMatchObject({ job: "escalation", notBefore: at("2026-11-23T06:30") });
  // Run again, the slot adds nothing to anything.
  await province.bot.runSlot({ job: deadlineAlerts, slot: at("2026-11-20T07:30") });

  await province.forwardTo("2026-11-23T06:31");
  await official.hears(/^Việc đang chờ, tính đến ngày 20\/11\/2026.*NV-002 Sở Tài chính/s);
  // Monday has its one: Monday's alert comes on Wednesday (Tuesday is a day off), with all that
  // came meanwhile for that morning.
  await province.forwardTo("2026-11-25T06:29");
  await official.room.expectNothing();
  await province.forwardTo("2026-11-25T06:31");
  await official.hears(/^Nhắc hạn ngày 23\/11\/2026/);
  const sent = await province.db.outboxMessage.groupBy({
    by: ["personId", "releaseOn"],
    where: { job: { not: null }, state: "sent" },
    _count: { id: true },
  });
  expect(sent.map(({ _count }) => _count.id)).toEqual([1, 1, 1]);
});

it("what two jobs have for a person who could not be reached becomes one message", async () => {
  const province = await open("2026-11-19T17:00", true);
  const official = await province.official("STC");
  await plant(province, "STC", "Quá hạn", { dueOn: "2026-11-10" });
  await plant(province, "STC", "Chưa nhận");
  const chat = official.room.chatId;
  province.server.faults.add({
    fault: { kind: "429", retryAfter: 4 },
    method: ["sendMessage", "sendRichMessage"],
    chat,
  });
  await province.forwardTo("2026-11-20T09:01");
  const both = await official.hears(
    /^Nhắc hạn ngày 20\/11\/2026.*NV-001.*———\s+Việc đang chờ, tính đến ngày 20\/11\/2026.*NV-002/s,
  );
  expect(both.buttons).toEqual(expect.arrayContaining(["Báo tiến độ NV-001", "Đã nhận NV-002"]));
  expect(both.buttons.filter((label) => label === "Xem tất cả")).toHaveLength(1);
  const rows = await province.db.outboxMessage.findMany({ where: { job: { not: null } } });
  expect(rows.map(({ state }) => state).sort()).toEqual(["dropped", "sent"]);
});
