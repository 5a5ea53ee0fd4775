// Second thoughts: edited messages, old buttons, half-filled forms, roles that end.
import { expect, it, onTestFinished, vi } from "vitest";
import { openProvince, type Province } from "#test/support/province.ts";
import { plant } from "./planted.ts";

// Each has a database, a server and a bot of its own: slow where the machine is busy.
vi.setConfig({ testTimeout: 90_000 });

const open = async (): Promise<Province> => {
  const province = await openProvince({ at: "2026-11-20T09:00" });
  onTestFinished(() => province.close());
  return province;
};

it("an edited report corrects, an edited result replaces until it is decided", async () => {
  const province = await open();
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const official = await province.official("STC");
  await plant(province, "STC", "Rà soát", { dueOn: "2026-11-27" });

  const report = await official.says("/tiendo NV-001 70% đã họp");
  await official.hears("Đã ghi tiến độ NV-001: 70%.");
  // Down without a question: correcting is what an edit is for.
  report.edit("/tiendo NV-001 40% đã họp");
  await official.hears("Đã sửa tiến độ NV-001: 40% theo tin nhắn đã sửa.");
  const rows = await db.progress.findMany({ orderBy: { id: "asc" } });
  expect(rows.map(({ percent, correctsId }) => [percent, correctsId])).toEqual([
    [70, null],
    [40, rows[0]?.id],
  ]);

  const result = await official.says("/hoanthanh NV-001 số 12/BC-STC ngày 18/11");
  await official.hears(/văn bản số 12\/BC-STC/);
  const first = await secretary.hears(/nộp kết quả NV-001.*12\/BC-STC/s);
  result.edit("/hoanthanh NV-001 số 21/BC-STC ngày 19/11");
  await official.hears(/văn bản số 21\/BC-STC/);
  const second = await secretary.hears(/nộp kết quả NV-001.*21\/BC-STC/s);
  const decisions = await db.result.findMany({ orderBy: { id: "asc" } });
  expect(decisions.map(({ documentNumber, decision }) => [documentNumber, decision])).toEqual([
    ["12/BC-STC", "withdrawn"],
    ["21/BC-STC", "pending"],
  ]);
  // The card of the first submission was redrawn: its button decides about what stands now.
  await first.expectEdit(/21\/BC-STC/);
  await second.button("Xác nhận").click();
  await secretary.hears(/Đã xác nhận NV-001.*19\/11\/2026/);
  await official.hears(/NV-001 đã được xác nhận/);
  result.edit("/hoanthanh NV-001 số 99/BC-STC ngày 19/11");
  await official.hears("NV-001 đang ở trạng thái “hoàn thành” nên không thực hiện được lệnh này.");
  report.edit("/tiendo NV-001 90%");
  await official.hears("NV-001 đang ở trạng thái “hoàn thành” nên không thực hiện được lệnh này.");
  expect((await db.result.findMany({ where: { decision: "confirmed" } })).length).toBe(1);

  // An old button changes nothing, and shows what stands.
  const old = await secretary.asks("/viec NV-001", /hoàn thành/);
  expect(old.buttons).toEqual([]);
});

it("an old button says that things have changed, and shows how they stand", async () => {
  const province = await open();
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const other = await province.person("secretariat", undefined, "Bình");
  const official = await province.official("STC");
  await plant(province, "STC", "Rà soát", { dueOn: "2026-11-27" });
  await official.asks("/hoanthanh NV-001 xong", /Đã nộp/);
  const mine = await secretary.hears(/nộp kết quả NV-001/);
  const theirs = await other.hears(/nộp kết quả NV-001/);
  const { data } = theirs.button("Xác nhận");
  await mine.button("Trả lại").click();
  await secretary.hears(/lý do trả lại NV-001/);
  await secretary.asks("thiếu phụ lục", /Đã trả lại kết quả NV-001/);
  await official.hears(/NV-001 được trả lại: thiếu phụ lục/);
  await theirs.expectEdit(/đang thực hiện/);
  expect(theirs.buttons).toEqual([]);
  expect(data).toMatch(/xacnhan/);

  // A form that was answered by typing: its buttons are over.
  const draft = await secretary.asks("/giao STC: Họp; hạn 30/11", /xin kiểm tra/);
  await secretary.asks("thôi", "Đã dừng. Chưa có gì được ghi nhận.");
  await draft.button("Ghi nhận").click();
  await secretary.hears(/^Biểu mẫu này không còn mở/);
});

it("an edited /giao redraws the open draft, and never registers twice", async () => {
  const province = await open();
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const said = await secretary.says("/giao STC: Rà soát; hạn 27/11");
  const draft = await secretary.hears(/Hạn: 27\/11\/2026/);
  said.edit("/giao STC: Rà soát; hạn 28/12");
  const mended = await secretary.hears(/Hạn: 28\/12\/2026/);
  await draft.button("Ghi nhận").click();
  await secretary.hears(/^Biểu mẫu này không còn mở/);
  await mended.button("Ghi nhận").click();
  await secretary.hears(/Đã ghi nhận NV-001/);
  said.edit("/giao STC: Rà soát; hạn 29/12");
  await secretary.hears(/^Việc sửa tin nhắn không làm thay đổi nội dung đã ghi nhận/);
  // The answer to one question, edited after the next was asked, is no answer to that.
  await secretary.asks("/giao", /Cơ quan nào chủ trì/);
  const who = await secretary.says("STP");
  await secretary.hears("Nhiệm vụ giao Sở Tư pháp là gì?");
  who.edit("SYT");
  await secretary.hears(/^Việc sửa tin nhắn không làm thay đổi/);
  await secretary.asks(
    "Họp báo; hạn 30/11",
    /Chủ trì: Sở Tư pháp\s+Nội dung: Họp báo\s+Hạn: 30\/11\/2026/,
  );
  await secretary.asks("hủy", /Đã dừng/);
  expect(await province.db.task.count()).toBe(1);
});

it("a drop in percent is asked about: no, something else, yes; and it waits over a restart", async () => {
  const province = await open();
  const official = await province.official("STC");
  await plant(province, "STC", "Rà soát", { dueOn: "2026-11-27" });
  await official.asks("/tiendo NV-001 70%", /Đã ghi tiến độ NV-001: 70%/);
  const drop = "Tiến độ NV-001 giảm từ 70% xuống 30%. Ghi nhận như vậy?";
  await official.asks("/tiendo NV-001 30%", drop);
  await official.asks("không", /Đã dừng/);
  await official.asks("/tiendo NV-001 30% làm lại", drop);
  await official.asks("à để xem đã", "Anh/chị trả lời “có” để ghi nhận hoặc “thôi” để dừng.");
  await province.restart();
  await official.asks("có", "Đã ghi tiến độ NV-001: 30%.");
  const rows = await province.db.progress.findMany({ orderBy: { id: "asc" } });
  expect(rows.map(({ percent, note }) => [percent, note])).toEqual([
    [70, ""],
    [30, "làm lại"],
  ]);
});

it("in a group a form is its owner's: who else taps changes nothing, and only they are told", async () => {
  const province = await open();
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const official = await province.official("STC");
  const other = await province.official("STP");
  const group = province.server.createGroup({
    title: "Sở Tài chính",
    members: [secretary.person, official.person, other.person],
  });
  await secretary.in(group).asks("/nhom STC", /nhóm của Sở Tài chính/);
  await plant(province, "STC", "Chuyện kín", { dueOn: "2026-11-27", restricted: true });
  await official.asks("/tiendo NV-001 70%", /70%/);
  const asked = await official.in(group).asks("/tiendo NV-001 30%", /giảm từ 70% xuống 30%/);
  await other.in(group).taps("Ghi nhận");
  const told = await other.in(group).hears(/không còn mở/);
  expect(told.isEphemeral).toBe(true);
  expect(await province.db.progress.count()).toBe(1);
  await asked.button("Ghi nhận").click();
  await official.in(group).hears(/Đã ghi tiến độ NV-001: 30%/);
  // "Which of your tasks?" is for the asker's eyes: it goes to their own chat.
  await official.in(group).says("/tiendo 80%");
  const which = await official.hears(/cho biết mã nhiệm vụ/);
  expect(which.buttons.join()).toMatch(/Chuyện kín/);
});

it("whoever loses the role loses pending forms and buttons at once", async () => {
  const province = await open();
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const official = await province.official("STC");
  await plant(province, "STC", "Rà soát", { dueOn: "2026-11-27" });
  const draft = await secretary.asks("/giao STC: Họp; hạn 30/11", /xin kiểm tra/);
  await official.asks("/tiendo NV-001", /cho biết tiến độ của NV-001/);
  const card = await official.asks("/viec NV-001", /Rà soát/);
  const stp = await db.agency.findFirstOrThrow({ where: { code: "STP" } });
  await db.membership.updateMany({ data: { endedAt: province.clock.now() } });
  // The official has moved to another agency; the secretary has left for good.
  const who = {
    channel_externalId: { channel: "telegram", externalId: String(official.room.chatId) },
  };
  const { personId } = await db.identity.findUniqueOrThrow({ where: who });
  const validFrom = province.clock.now();
  await db.membership.create({ data: { personId, role: "official", agencyId: stp.id, validFrom } });

  await draft.button("Ghi nhận").click();
  await secretary.hears(/^Xin chào\. Đây là trợ lý/);
  await official.asks("70%", /^Không tìm thấy nhiệm vụ NV-001 trong phạm vi/);
  await card.button("Nộp kết quả").click();
  await official.hears(/^Không tìm thấy nhiệm vụ NV-001 trong phạm vi/);
  expect(await db.task.count()).toBe(1);
  expect(await db.progress.count()).toBe(0);
});
