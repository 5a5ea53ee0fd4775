// The secretariat and a task of many agencies: who has not reported, nudging them in one go,
// what waits grouped, and confirming it all at once.
import { expect, it, onTestFinished, vi } from "vitest";
import { civilDate, toDbDate } from "#src/calendar/civil-date.ts";
import { openProvince, type Province } from "#test/support/province.ts";
import { sampleAgencies } from "#test/support/sample-agencies.ts";
import { plant } from "./planted.ts";

vi.setConfig({ testTimeout: 90_000 });

const communes = ["An", "Bình", "Cẩm", "Dương", "Hải"];
const agencies = `${sampleAgencies}${communes
  .map(
    (name, at) =>
      `UBND xã ${name} Sơn,X-${at + 1},xã ${name} Sơn,UBND xã,"UBND các xã, phường",yes,,,`,
  )
  .join("\n")}\n`;

const open = async (at = "2026-11-20T13:00"): Promise<Province> => {
  const province = await openProvince({ at, agencies });
  onTestFinished(() => province.close());
  return province;
};

/** One task that all of these agencies lead; its number. */
const plantFor = async (
  { db }: Province,
  codes: readonly string[],
  more: { dueOn?: string; restricted?: boolean } = {},
): Promise<number> => {
  const day = toDbDate(civilDate("2026-11-02"));
  const due = toDbDate(civilDate(more.dueOn ?? "2026-11-30"));
  const found = await db.agency.findMany({ where: { code: { in: [...codes] } } });
  const task = await db.task.create({
    data: {
      content: "Công khai thủ tục hành chính",
      registeredOn: day,
      restricted: more.restricted ?? false,
      assignments: {
        create: found.map(({ id }) => ({
          agencyId: id,
          role: "lead" as const,
          deadlineKind: "date" as const,
          dueOn: due,
          originalDueOn: due,
          deadlinePhrase: "",
          assignedOn: day,
        })),
      },
    },
  });
  return task.id;
};

/** These agencies have handed in, without anybody saying so. */
const handIn = async (
  { db }: Province,
  taskId: number,
  codes: readonly string[],
  by: { submittedById?: number } = {},
): Promise<void> => {
  const day = toDbDate(civilDate("2026-11-15"));
  const rows = await db.assignment.findMany({
    where: { taskId, agency: { code: { in: [...codes] } } },
  });
  for (const { id } of rows) {
    await db.assignment.update({
      where: { id },
      data: { state: "awaiting_confirmation", submittedOn: day },
    });
    await db.result.create({
      data: { assignmentId: id, note: "xong", submittedOn: day, submittedAt: day, ...by },
    });
  }
};

const six = ["X-1", "X-2", "X-3", "X-4", "X-5", "SNV"];

it("all results of a task are confirmed but for one, one's own and what one entered; each agency is told", async () => {
  const province = await open();
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const first = await province.official("X-1");
  const third = await province.official("X-3");
  const task = await plantFor(province, six);
  const hà = await db.person.findFirstOrThrow({ where: { fullName: "Hà" } });
  await handIn(province, task, ["X-1", "X-2", "X-3", "SNV"]);
  await handIn(province, task, ["X-4"], { submittedById: hà.id });

  const several = await secretary.asks("/xacnhan NV-001", /nhiều cơ quan đang chờ xác nhận/);
  expect(several.buttons.at(-1)).toBe("Xác nhận tất cả NV-001");
  // A name that nobody knows stops everything.
  await secretary.asks(
    "/xacnhan NV-001 tất cả trừ xã Abcxyz",
    /^Chưa rõ “xã Abcxyz” là cơ quan nào\..*Chưa thực hiện gì/s,
  );
  // The name alone puts it right.
  await secretary.asks("xã Bình Sơn", /^Xác nhận 2 kết quả của NV-001\?/);
  await secretary.asks("/xacnhan NV-001 tất cả trừ", /^Trừ cơ quan nào\? Chưa xác nhận gì/);
  await secretary.asks("/xacnhan NV-009 tất cả", /^Không tìm thấy nhiệm vụ NV-009/);
  await secretary.asks("/xacnhan NV-001 tất cả ngày 31/11", /^Chưa hiểu “ngày 31\/11”/);

  const question = await secretary.asks(
    "/xacnhan NV-001 tat ca tru xa Binh Son",
    /^Xác nhận 2 kết quả của NV-001\?/,
  );
  expect(question.text).toMatch(/Trừ: UBND xã Bình Sơn\./);
  expect(question.text).toMatch(/UBND xã An Sơn; UBND xã Cẩm Sơn/);
  expect(question.text).toMatch(/việc của cơ quan mình.*Sở Nội vụ/);
  expect(question.text).toMatch(/do chính anh\/chị nhập.*UBND xã Dương Sơn/);

  // What comes after the question waits; what was decided meanwhile is left alone.
  await handIn(province, task, ["X-5"]);
  const leader = await province.person("leader", undefined, "Thắng");
  await leader.asks("/xacnhan NV-001 X-3", /^Đã xác nhận NV-001 của UBND xã Cẩm Sơn/);
  await third.hears("Kết quả NV-001 đã được xác nhận, ngày hoàn thành 15/11/2026.");
  await province.restart();
  await secretary.asks("hm?", /“có”.*“thôi”/);
  await secretary.asks(
    "có",
    /^Đã xác nhận 1 kết quả của NV-001\.\s+1 kết quả đã thay đổi từ lúc hỏi/,
  );
  await first.hears("Kết quả NV-001 đã được xác nhận, ngày hoàn thành 15/11/2026.");

  const done = await db.assignment.findMany({
    where: { state: "done" },
    include: { agency: true },
    orderBy: { id: "asc" },
  });
  expect(done.map(({ agency }) => agency.code)).toEqual(["X-1", "X-3"]);
  expect(await db.auditEntry.count({ where: { action: "confirm result" } })).toBe(2);

  // The old question is gone; the leader may decide about the secretariat's own agency.
  await question.button("Xác nhận").click();
  await secretary.hears(/^Biểu mẫu này không còn mở/);
  await leader.asks(
    "/xacnhan NV-001 tất cả các xã ngày 16/11",
    /^Xác nhận 3 kết quả.*ngày hoàn thành 16\/11\/2026/,
  );
  await leader.asks("/thoi", /^Đã dừng/);
  await leader.asks("/xacnhan NV-001 tất cả", /^Xác nhận 4 kết quả của NV-001\?/);
  await leader.taps("Xác nhận");
  await leader.hears(/^Đã xác nhận 4 kết quả của NV-001\./);
  await leader.asks("/xacnhan NV-001 tất cả", "NV-001 không có kết quả nào đang chờ xác nhận.");
  await first.asks("/xacnhan NV-001 tất cả", /^Lệnh \/xacnhan dành cho cơ quan thường trực/);
});

it("what waits is grouped by task, opened with a tap, and filtered", async () => {
  const province = await open();
  const secretary = await province.person("secretariat", "SNV", "Hà");
  await secretary.asks("/choxuly", "Không có việc nào chờ anh/chị quyết định.");
  const task = await plantFor(province, six);
  await handIn(province, task, six);
  await plant(province, "STC", "Rà soát định mức", { awaiting: true });

  const list = await secretary.asks("/choxuly kết quả", /^Kết quả chờ xác nhận \(6\)/);
  expect(list.text).toMatch(/NV-001: 5 kết quả chờ, lâu nhất 5 ngày/);
  expect(list.text).toMatch(/NV-002 Sở Tài chính: Rà soát định mức/);
  await list.button("NV-001 (5)").click();
  const opened = await secretary.hears(/^Kết quả chờ xác nhận \(5\)/);
  expect(opened.text).toMatch(/UBND xã An Sơn.*UBND xã Hải Sơn/s);
  await opened.button("Xác nhận tất cả NV-001").click();
  await secretary.hears(/^Xác nhận 5 kết quả của NV-001\?.*Sở Nội vụ/s);
  await secretary.asks("thôi", /^Đã dừng/);

  await secretary.asks("/choxuly STC", /^Kết quả chờ xác nhận \(1\)\s+• NV-002/);
  await secretary.asks("/choxuly cac xa", /NV-001: 5 kết quả chờ/);
  await secretary.asks("/choxuly quá 10 ngày", /^Kết quả chờ xác nhận \(1\)\s+• NV-002/);
  await secretary.asks("/choxuly quá 20 ngày", /^Không có mục nào như vậy/);
  await secretary.asks(
    "/choxuly NV-001 X-2",
    /^Kết quả chờ xác nhận \(1\)\s+• NV-001 UBND xã Bình Sơn/,
  );
  const unclear = await secretary.asks("/choxuly abcxyz", /^Chưa rõ “abcxyz”/);
  expect(unclear.buttons).toContain("Kết quả chờ xác nhận");
});

it("a long list of what waits is turned over in place", async () => {
  const province = await open();
  const secretary = await province.person("secretariat", "SNV", "Hà");
  for (let at = 1; at <= 11; at += 1) {
    await plant(province, "STC", `Việc thứ ${at}`, { awaiting: true });
  }
  const list = await secretary.asks("/choxuly", /^Kết quả chờ xác nhận \(11\)/);
  expect(list.text).toMatch(/Trang 1\/2 · 11 mục chờ, lâu nhất 18 ngày/);
  expect(list.text).not.toMatch(/Việc thứ 9/);
  await list.button("Trang sau ›").click();
  await list.expectEdit(/Việc thứ 9.*Việc thứ 11.*Trang 2\/2/s);
  await list.button("‹ Trang trước").click();
  await list.expectEdit(/Việc thứ 1 .*Trang 1\/2/s);
});

it("the secretariat sees who has not reported, and nudges them all in one go, once a day", async () => {
  const province = await open();
  const { db, server } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const first = await province.official("X-1");
  const second = await province.official("X-2");
  const group = server.createGroup({ title: "Xã Cẩm Sơn", members: [secretary.person] });
  await secretary.in(group).asks("/nhom X-3", /nhắc hạn/);
  const task = await plantFor(province, six);
  await handIn(province, task, ["X-5"]);
  await db.assignment.updateMany({
    where: { agency: { code: "X-2" } },
    data: { state: "in_progress", percent: 70, dueOn: toDbDate(civilDate("2026-11-10")) },
  });

  const list = await secretary.asks("/chua bao cao NV-001", /^NV-001: 5\/6 cơ quan chưa báo cáo/);
  expect(list.text).toMatch(/Hạn: 30\/11\/2026\. Tính đến 20\/11\/2026\./);
  expect(list.text).toMatch(/Quá hạn \(1\):\s+1\. UBND xã Bình Sơn \(70%, hạn 10\/11\/2026\)\n/);
  expect(list.text).toMatch(/Chưa nhận \(4\):/);
  expect(list.text).toMatch(/\d\. UBND xã An Sơn\n/);
  expect(list.text).toMatch(/\d\. UBND xã Dương Sơn \*\n/);
  expect(list.text).toMatch(/\* Chưa có cán bộ đầu mối kết nối/);
  const all = await secretary.asks("/chuabaocao", /còn cơ quan chưa báo cáo \(1\)/);
  expect(all.text).toMatch(/NV-001 .* 5\/6 chưa báo cáo, 1 quá hạn/);
  await secretary.asks("/chuabaocao NV-001 STC", /^NV-001 không giao Sở Tài chính chủ trì/);
  await secretary.asks("/chuabaocao NV-001 X-5", "NV-001: cả 1 cơ quan đã báo cáo.");
  await secretary.asks("/chuabaocao NV-077", /^Không tìm thấy nhiệm vụ NV-077/);

  // One agency: at once. Its card comes with a sentence and the message.
  await secretary.asks(
    "/dondoc NV-001 X-1: gửi trước 17:00 ngày 25/11",
    /^Đã đôn đốc UBND xã An Sơn về NV-001\./,
  );
  const asked = await first.hears(
    /^Cơ quan thường trực đề nghị UBND xã An Sơn xác nhận tiếp nhận và triển khai NV-001 \(hạn 30\/11\/2026\)\./,
  );
  expect(asked.text).toMatch(/Lời nhắn: gửi trước 17:00 ngày 25\/11.*Công khai thủ tục/s);
  await secretary.asks(
    "/dondoc NV-001 X-1",
    /^Chưa gửi được đôn đốc nào.*Hôm nay đã đôn đốc.*An Sơn/s,
  );

  // More than three: asked first, across a restart.
  await list.button("Đôn đốc 5 cơ quan").click();
  const question = await secretary.hears(/^Đôn đốc 4 cơ quan về NV-001\?/);
  expect(question.text).toMatch(/Hôm nay đã đôn đốc, không nhắc lại \(1\): UBND xã An Sơn/);
  expect(question.text).toMatch(/liên hệ bằng điện thoại \(2\): Sở Nội vụ; UBND xã Dương Sơn/);
  await province.restart();
  await secretary.asks("ok", /^Đã đôn đốc UBND xã Bình Sơn; UBND xã Cẩm Sơn về NV-001\./);
  const late = await second.hears(/sớm hoàn thành và báo cáo kết quả NV-001 \(hạn 10\/11\/2026\)/);
  expect(late.buttons).toContain("Nộp kết quả");
  const inGroup = await secretary.in(group).hears(/đề nghị UBND xã Cẩm Sơn/);
  expect(inGroup.text).toMatch(/Công khai thủ tục hành chính/);

  expect(await db.nudge.count({ where: { kind: "manual" } })).toBe(3);
  expect(await db.auditEntry.count({ where: { action: "nudge" } })).toBe(3);
  await secretary.asks("/dondoc NV-001 quá hạn", /Hôm nay đã đôn đốc, không nhắc lại \(1\)/);
  await secretary.asks(
    "/dondoc NV-001 các sở ban ngành",
    /^Chưa gửi được đôn đốc nào về NV-001\.\s+Chưa có cán bộ kết nối.*\(1\): Sở Nội vụ/,
  );
  await secretary.asks("/dondoc", /^Anh\/chị cho biết mã nhiệm vụ/);
  await secretary.asks("NV-001", /^Chưa gửi được đôn đốc nào về NV-001\./);
  await secretary.asks("/dondoc NV-001 xã Abcxyz: gấp", /^Chưa rõ “xã Abcxyz”/);
  await secretary.asks(`/dondoc NV-001: ${"dài ".repeat(300)}`, /^Lời nhắn dài quá 1000 ký tự/);
  await first.asks("/dondoc NV-001", /^Lệnh \/dondoc dành cho cơ quan thường trực, lãnh đạo/);
  await first.asks(
    "/chuabaocao NV-001",
    /^Lệnh \/chuabaocao dành cho cơ quan thường trực, lãnh đạo/,
  );

  // The next day they can be nudged again.
  province.clock.moveTo(new Date("2026-11-21T13:00:00+07:00"));
  await secretary.asks("/nudge NV-001 X-2", /^Đã đôn đốc UBND xã Bình Sơn/);
  await second.hears(/sớm hoàn thành/);
});

it("a group hears of a restricted task by its code only, and a leader's nudge says whose it is", async () => {
  const province = await open();
  const leader = await province.person("leader", undefined, "Thắng");
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const group = province.server.createGroup({ title: "Xã", members: [secretary.person] });
  await secretary.in(group).asks("/nhom X-3", /nhắc hạn/);
  await plantFor(province, ["X-3", "X-4"], { restricted: true });
  await leader.asks(
    "/dondoc NV-001: về chuyện kín",
    /^Đã đôn đốc UBND xã Cẩm Sơn về NV-001\..*điện thoại \(1\): UBND xã Dương Sơn/s,
  );
  const heard = await secretary.in(group).hears(/^Lãnh đạo Ban Chỉ đạo đề nghị UBND xã Cẩm Sơn/);
  expect(heard.text).toMatch(/NV-001/);
  expect(heard.text).not.toMatch(/Công khai|chuyện kín/);
});
