// What nobody does anything about climbs the office's ladder. Friday 20/11/2026; the weekend,
// Tuesday 24/11 (a day off) and the next weekend are not worked.
import { expect, it, onTestFinished, vi } from "vitest";
import { openProvince, type Province } from "#test/support/province.ts";
import { plant } from "./planted.ts";

// Each has a database, a server and a bot of its own: slow where the machine is busy.
vi.setConfig({ testTimeout: 90_000 });

const open = async (at: string): Promise<Province> => {
  const province = await openProvince({ at, escalates: true });
  onTestFinished(() => province.close());
  return province;
};

/** Received by its agency: nothing but its deadline is waited for. */
const received = (province: Province) =>
  province.db.assignment.updateMany({ data: { state: "received" } });

it("what is overdue goes to the head, the secretariat, the leader; a report starts the clock again", async () => {
  const province = await open("2026-11-19T17:00");
  const official = await province.official("STC");
  const head = await province.person("head", "STC", "Thu");
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const leader = await province.person("leader", undefined, "Thắng");
  await plant(province, "STC", "Rà soát", { dueOn: "2026-11-19" });
  await received(province);

  await province.forwardTo("2026-11-25T08:59");
  for (const day of ["20", "23", "25"]) {
    await official.hears(new RegExp(`Nhắc hạn ngày ${day}/11/2026`));
  }
  // Three working days over: 20, 23, 25. The official is not told again what the alert says.
  await province.forwardTo("2026-11-25T15:00");
  const heard = await head.hears(
    /^Việc đang chờ, tính đến ngày 25\/11\/2026\s+Quá hạn, chưa có cập nhật mới\s+• NV-001 Sở Tài chính: Rà soát · hạn 19\/11\/2026, quá 3 ngày làm việc$/,
  );
  expect(heard.buttons).toEqual(["NV-001 · STC", "Xem tất cả"]);
  await heard.button("NV-001 · STC").click();
  await head.hears(/NV-001 · Sở Tài chính\s+Rà soát/);

  await official.asks("/tiendo NV-001 40% đang lấy ý kiến", /Đã ghi tiến độ/);
  // The secretariat's five days end on 27/11; with the report of 25/11 they end on 2/12.
  await province.forwardTo("2026-12-02T08:00");
  for (const day of ["26/11", "27/11", "30/11", "01/12", "02/12"]) {
    await official.hears(new RegExp(`Nhắc hạn ngày ${day}/2026`));
  }
  await secretary.room.expectNothing();
  await province.forwardTo("2026-12-02T09:01");
  const second = await secretary.hears(/Quá hạn, chưa có cập nhật mới\s+• NV-001 Sở Tài chính/);
  await second.button("Xem tất cả").click();
  await secretary.hears(/Không có việc nào chờ/);
  await leader.room.expectNothing();
  const steps = await province.db.nudge.findMany({
    where: { kind: "escalation:overdue" },
    orderBy: { id: "asc" },
  });
  expect(steps.map(({ step, key }) => `${step} ${key}`)).toEqual([
    "2 escalation:overdue:1:2026-11-19:head",
    "3 escalation:overdue:1:2026-11-19:secretariat",
  ]);
});

it("everything that one person is to hear is one message, and its first step is a tap away", async () => {
  const province = await open("2026-11-20T12:00");
  const official = await province.official("STC");
  const english = await province.person("head", "STC", "Thu");
  const secretary = await province.person("secretariat", "SNV", "Hà");
  await english.asks("/toi english", "The bot will answer in English.");
  for (const content of ["Việc một", "Việc hai", "Việc ba"]) await plant(province, "STC", content);
  await plant(province, "STP", "Việc của nơi chưa ai kết nối");

  await province.forwardTo("2026-11-20T14:01");
  const own = await official.hears(/^Việc đang chờ, tính đến ngày 20\/11\/2026\s+Chưa nhận việc/);
  expect(own.text).toMatch(/NV-001 Sở Tài chính: Việc một · giao ngày 02\/11\/2026, chưa nhận/);
  expect(own.text).toMatch(/NV-002.*NV-003/s);
  expect(own.text).not.toMatch(/NV-004/);
  expect(own.buttons).toEqual(["Đã nhận NV-001", "Đã nhận NV-002", "Đã nhận NV-003", "Xem tất cả"]);
  await english.hears(/^What is waiting, as of 20\/11\/2026\s+Not received.*14 working days/s);
  const all = await secretary.hears(/NV-001.*NV-002.*NV-003.*NV-004 Sở Tư pháp/s);
  expect(all.buttons.at(-1)).toBe("Xem tất cả");
  await own.button("Đã nhận NV-001").click();
  await official.hears(/NV-001/);
  await province.settle();
  // Nothing is said twice: not at the next hour, not by a process that starts again.
  await province.restart();
  await province.forwardTo("2026-11-23T14:01");
});

it("what waits for a decision reminds those who may decide, never about the own agency's", async () => {
  const province = await open("2026-11-20T12:00");
  const official = await province.official("STC");
  const own = await province.official("SNV");
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const leader = await province.person("leader", undefined, "Thắng");
  await plant(province, "STC", "Báo cáo", { dueOn: "2026-12-30" });
  await plant(province, "SNV", "Việc của Nội vụ", { dueOn: "2026-12-30" });
  await received(province);
  await official.asks("/hoanthanh NV-001 đã báo cáo", /Đã nộp kết quả/);
  await secretary.hears(/nộp kết quả NV-001/);
  await own.asks("/hoanthanh NV-002 đã báo cáo", /Đã nộp kết quả/);
  await leader.hears(/nộp kết quả NV-002/);

  // Two working days: Monday 23 and Wednesday 25.
  await province.forwardTo("2026-11-25T09:01");
  const waiting = await secretary.hears(/Chờ quyết định, trả lời/);
  expect(waiting.text).toMatch(/NV-001.*kết quả nộp ngày 20\/11\/2026, chờ xác nhận 2 ngày làm/);
  expect(waiting.text).not.toMatch(/NV-002/);
  const above = await leader.hears(/Chờ quyết định, trả lời/);
  expect(above.text).toMatch(/NV-002 Sở Nội vụ: Việc của Nội vụ/);
  expect(above.text).not.toMatch(/NV-001/);
  await above.button("NV-002 · SNV").click();
  await (await leader.hears(/NV-002 · Sở Nội vụ/)).button("Xác nhận").click();
  await leader.hears(/Đã xác nhận NV-002/);
  await own.hears(/NV-002 đã được xác nhận/);

  // Five working days (27/11 and the week after): the leader hears of what the secretariat left.
  await province.forwardTo("2026-11-30T09:01");
  const left = await leader.hears(/Chờ quyết định, trả lời/);
  expect(left.text).toMatch(/NV-001/);
  expect(left.text).not.toMatch(/NV-002/);
});

it("explanations go up by the agency; extensions and blockers remind those who answer them", async () => {
  const province = await open("2026-11-20T12:00");
  const { db } = province;
  const official = await province.official("STC");
  const head = await province.person("head", "STC", "Thu");
  const secretary = await province.person("secretariat", "SNV", "Hà");
  await plant(province, "STC", "Báo cáo", { dueOn: "2026-12-30" });
  await received(province);
  const { id: assignmentId, agencyId } = await db.assignment.findFirstOrThrow();
  const asked = new Date("2026-11-19T09:00:00+07:00");
  const day = (civil: string) => new Date(`${civil}T00:00:00Z`);
  await db.explanationRequest.create({
    data: {
      taskId: 1,
      agencyId,
      assignmentId,
      text: "Vì sao?",
      dueOn: day("2026-11-20"),
      askedAt: asked,
    },
  });
  await db.extension.create({
    data: {
      assignmentId,
      fromDueOn: day("2026-12-30"),
      toDueOn: day("2027-01-15"),
      reason: "chờ số liệu",
      askedOn: day("2026-11-19"),
      askedAt: asked,
    },
  });
  await db.blocker.create({
    data: { taskId: 1, assignmentId, text: "Thiếu số liệu", raisedAt: asked },
  });

  await province.forwardTo("2026-11-23T09:01");
  const own = await official.hears(/Chờ giải trình\s+• NV-001.*hạn giải trình 20\/11\/2026, quá 1/);
  expect(own.buttons).toEqual(["Trả lời GT-1", "Xem tất cả"]);
  const waiting = await secretary.hears(/Chờ quyết định, trả lời/);
  expect(waiting.text).toMatch(/đề nghị gia hạn gửi ngày 19\/11\/2026, chờ 2 ngày/);
  expect(waiting.text).toMatch(/vướng mắc nêu ngày 19\/11\/2026, chờ 2 ngày/);
  expect(waiting.text).not.toMatch(/giải trình/);
  expect(waiting.buttons).toEqual(["NV-001 · STC", "Trả lời VM-1", "Xem tất cả"]);
  await waiting.button("Trả lời VM-1").click();
  await secretary.hears(/VM-1/);
  await head.room.expectNothing();
  await province.forwardTo("2026-11-25T09:01");
  await head.hears(/Chờ giải trình\s+• NV-001.*quá 2 ngày làm việc/);
});

it("leaves out what was settled before its turn came", async () => {
  const province = await open("2026-11-20T12:00");
  const official = await province.official("STC");
  const secretary = await province.person("secretariat", "SNV", "Hà");
  await plant(province, "STC", "Báo cáo", { dueOn: "2026-12-30" });
  await received(province);
  await official.asks("/hoanthanh NV-001 đã báo cáo", /Đã nộp kết quả/);
  await secretary.hears(/nộp kết quả NV-001/);
  await province.forwardTo("2026-11-25T08:00");
  const chat = secretary.room.chatId;
  const sending = ["sendMessage", "sendRichMessage"] as const;
  province.server.faults.add({
    fault: { kind: "429", retryAfter: 2 },
    method: sending,
    chat,
  });
  const moved = province.forwardTo("2026-11-25T09:01");
  await expect
    .poll(() => province.db.outboxMessage.count({ where: { kind: "alert", attempts: 1 } }), {
      timeout: 15_000,
    })
    .toBe(1);
  await secretary.says("/xacnhan NV-001");
  await moved;
  await secretary.hears(/Đã xác nhận NV-001/);
  await official.hears(/NV-001 đã được xác nhận/);
  const alert = await province.db.outboxMessage.findFirstOrThrow({ where: { kind: "alert" } });
  expect(alert).toMatchObject({ state: "dropped", errorCode: "no longer needed" });
});

it("the office sets who hears when, and the ladder obeys", async () => {
  const province = await open("2026-11-20T12:00");
  const head = await province.person("head", "STC", "Thu");
  const secretary = await province.person("secretariat", "SNV", "Hà");
  await secretary.asks(
    "/caidat leo thang quá hạn: lãnh đạo đơn vị 1, thường trực không, lãnh đạo không, lúc 14:00",
    /^Đã đổi\. Quá hạn: cán bộ đầu mối mỗi sáng, lãnh đạo cơ quan sau 1 ngày; từ 14:00/,
  );
  await plant(province, "STC", "Rà soát", { dueOn: "2026-11-20" });
  await received(province);
  await province.forwardTo("2026-11-23T13:59");
  // The head is told by the morning's alert, as nobody else of the agency is there.
  await head.hears(/Nhắc hạn ngày 23\/11\/2026/);
  await province.forwardTo("2026-11-23T14:01");
  await head.hears(/Quá hạn, chưa có cập nhật mới\s+• NV-001/);
  await province.forwardTo("2026-11-25T15:00");
  await head.hears(/Nhắc hạn ngày 25\/11\/2026/);
});
