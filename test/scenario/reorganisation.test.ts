// Agencies are renamed, merged, split, dissolved, and hand over functions. Friday 20/11/2026; the
// decisions, the agencies and the people are invented.
import { expect, it, onTestFinished, vi } from "vitest";
import { createInvite } from "#src/people/invites.ts";
import { openProvince, type Province } from "#test/support/province.ts";
import { sampleAgencies } from "#test/support/sample-agencies.ts";
import { plant } from "./planted.ts";

// Each has a database, a server and a bot of its own: slow where the machine is busy.
vi.setConfig({ testTimeout: 90_000 });

const open = async (at = "2026-11-20T15:00"): Promise<Province> => {
  const agencies = `${sampleAgencies}Sở Lao động,SLD,,sở,"Các sở, ban, ngành",yes,,,\nBan Dân vận,BDV,,ban,"Các sở, ban, ngành",yes,,,\n`;
  const province = await openProvince({ at, agencies });
  onTestFinished(() => province.close());
  return province;
};

const agencyOf = async ({ db }: Province, taskId: number) => {
  const rows = await db.assignment.findMany({
    where: { taskId, state: { not: "transferred" } },
    include: { agency: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ role, agency }) => `${role} ${agency.name}`);
};

const inviteFor = async ({ db, clock }: Province, code: string) => {
  const agency = await db.agency.findFirstOrThrow({ where: { code } });
  return db.$transaction((tx) =>
    createInvite(tx, {
      role: "official",
      agencyId: agency.id,
      createdById: null,
      now: clock.now(),
    }),
  );
};

it("a department is renamed: step by step, across a restart; its people and tasks follow", async () => {
  const province = await open();
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const official = await province.official("STC");
  const other = await province.official("STP");
  const group = province.server.createGroup({ title: "Phòng STC", members: [secretary.person] });
  const inGroup = secretary.in(group);
  await inGroup.asks("/nhom Sở Tài chính", /nhóm của Sở Tài chính/);
  await plant(province, "STC", "Công khai ngân sách", { dueOn: "2026-12-15" });
  await plant(province, "STP", "Rà soát văn bản", { dueOn: "2026-12-15", coordinating: ["STC"] });
  const { code: invite } = await inviteFor(province, "STC");

  await official.asks(
    "/sapxep đổi tên STC thành Sở Kinh tế",
    /^Lệnh \/sapxep dành cho cơ quan thường trực, quản trị/,
  );
  await secretary.asks("/sapxep", /^Chưa có việc sắp xếp nào\..*\/sapxep đổi tên Sở Tài chính/s);
  await secretary.asks("/sapxep Sở Tài chính", /^Chưa hiểu “Sở Tài chính”.*ví dụ/s);
  await secretary.asks("/sapxep đổi tên", "Cơ quan nào được sắp xếp? Ví dụ: Sở Y tế");
  await secretary.asks("Sở Xyz", /^Chưa biết cơ quan “Sở Xyz”.*Cơ quan nào được sắp xếp\?/s);
  await secretary.asks("sở tài chính", /^Tên mới của Sở Tài chính là gì\?/);
  await secretary.asks(
    "Sở Y tế",
    /^Sở Y tế đang hoạt động\. Nếu là sáp nhập vào cơ quan này.*Tên mới/s,
  );
  await secretary.asks("Sở Tài chính và Kế hoạch", /^Theo văn bản nào\?/);
  await province.restart();
  await secretary.asks("không rõ", /^Chưa hiểu “không rõ”\.\s+Theo văn bản nào\?/);
  await secretary.asks("QĐ 45/QĐ-UBND", /^45\/QĐ-UBND ký ngày nào\?/);
  await secretary.asks("3/11/2026", /^Có hiệu lực từ ngày nào\?/);
  const shown = await secretary.asks("20/11/2026", /^Sắp xếp cơ quan, xin kiểm tra/);
  expect(shown.text).toMatch(/Sở Tài chính đổi tên thành Sở Tài chính và Kế hoạch/);
  expect(shown.text).toMatch(/20\/11\/2026 \(thực hiện ngay\)/);
  expect(shown.text).toMatch(
    /Sở Tài chính và Kế hoạch \(mã STCKH, loại sở, nhóm Các sở, ban, ngành\)/,
  );
  expect(shown.text).toMatch(/chủ trì 1, phối hợp 1/);
  expect(shown.text).toMatch(/official STC: Sở Tài chính → Sở Tài chính và Kế hoạch/);
  expect(shown.text).toMatch(/1 nhóm → Sở Tài chính và Kế hoạch/);
  await secretary.asks("mã SNV", /^.*Mã SNV đang của Sở Nội vụ/s);
  await secretary.asks("à quên", /^Chưa hiểu “à quên”/);
  await secretary.asks("mã STCK", /mã STCK, loại sở/);
  await secretary.taps("Ghi nhận");
  await secretary.hears(
    /^Đã thực hiện việc sắp xếp số 1; 1 cán bộ chuyển theo\.\s+Nhiệm vụ đang mở chuyển sang Sở Tài chính và Kế hoạch: 2/,
  );
  const told = await official.hears(/^Theo 45\/QĐ-UBND ngày 03\/11\/2026, từ ngày 20\/11\/2026/);
  expect(told.text).toMatch(
    /đang mở chuyển sang Sở Tài chính và Kế hoạch: 2 \(chủ trì 1, phối hợp 1\)/,
  );
  expect(told.text).toMatch(/Vai trò của anh\/chị nay thuộc Sở Tài chính và Kế hoạch/);
  await inGroup.hears(/^Theo 45\/QĐ-UBND.*Sở Tài chính đổi tên thành/s);

  expect(await agencyOf(province, 1)).toEqual(["lead Sở Tài chính và Kế hoạch"]);
  await official.asks("/tiendo NV-001 30% đang làm", /Đã ghi tiến độ NV-001: 30%/);
  await other.asks("/viec NV-002", /Sở Tài chính và Kế hoạch/);
  // The secretariat may go on using the old name, or the old code.
  await secretary.asks("/tiendo NV-001 STC 35% nhập hộ", /NV-001: 35%/);
  await official.hears(/NV-001/);
  // The old name still leads to the new one, in questions and in new tasks; an invite still works.
  await secretary.asks("/coquan Sở Tài chính", /Sở Tài chính và Kế hoạch/);
  await secretary.asks("/giao Sở Tài chính: Họp; hạn 30/11", /Chủ trì: Sở Tài chính và Kế hoạch/);
  await secretary.asks("/thoi", /Đã dừng/);
  const newcomer = province.stranger("Bình");
  await newcomer.asks(`/start ${invite}`, /Chào Bình.*Sở Tài chính và Kế hoạch/s);

  await secretary.asks(
    "/sapxep đổi tên Sở Tài chính thành Sở Tài chính và Kế hoạch theo QĐ 45/QĐ-UBND ngày 3/11/2026 từ 20/11/2026",
    /^Việc này đã ghi nhận và đã thực hiện \(số 1\); không làm lại\./,
  );
  await secretary.taps("Xem số 1");
  await secretary.hears(/^Số 1 · 20\/11\/2026 · đã thực hiện · Hà.*NV-001: Sở Tài chính → /s);
  await secretary.asks("/sapxep hủy 1", /^Việc sắp xếp số 1 đã thực hiện, không hủy được/);
  const audited = await province.db.auditEntry.findMany({ where: { subject: "reorganisation:1" } });
  expect(audited.map(({ action }) => action)).toEqual([
    "register reorganisation",
    "carry out reorganisation",
  ]);
});

it("two departments merge on a day to come, and a function goes elsewhere", async () => {
  const province = await open();
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const labour = await province.official("SLD");
  const health = await province.official("SYT");
  const home = await province.official("SNV");
  await plant(province, "SLD", "Báo cáo giảm nghèo", { dueOn: "2026-12-15" });
  await plant(province, "SLD", "Dạy nghề", { dueOn: "2026-12-16" });
  await plant(province, "SLD", "Bảo trợ xã hội", { dueOn: "2026-12-17" });
  await plant(province, "SLD", "Đã nộp", { dueOn: "2026-11-30", awaiting: true });
  await plant(province, "SNV", "Chung", { dueOn: "2026-12-18", coordinating: ["SLD"] });

  const shown = await secretary.asks(
    "/sapxep sap nhap so lao dong vao so noi vu, trừ giảm nghèo sang SYT theo nghị quyết 12/NQ-HĐND ngày 10/11 từ 21/11",
    /^Sắp xếp cơ quan, xin kiểm tra/,
  );
  expect(shown.text).toMatch(
    /Sở Lao động sáp nhập vào Sở Nội vụ; chức năng “giảm nghèo” chuyển sang Sở Y tế/,
  );
  expect(shown.text).toMatch(/12\/NQ-HĐND ngày 10\/11\/2026/);
  expect(shown.text).toMatch(/21\/11\/2026 \(thực hiện vào sáng ngày đó\)/);
  expect(shown.text).toMatch(/chuyển sang Sở Nội vụ: 4 \(chủ trì 3, phối hợp 1\)/);
  expect(shown.text).toMatch(/Đề xuất theo chức năng, xin xem từng việc: NV-001/);
  expect(shown.text).toMatch(/Gộp với phân công đã có của cùng nhiệm vụ: NV-005/);
  expect(shown.text).toMatch(/đang chờ xác nhận chuyển theo, vẫn chờ quyết định: NV-004/);
  await secretary.asks(
    "NV-099, NV-003 sang SYT",
    /^.*NV-099 không phải việc đang mở.*chuyển sang Sở Y tế: 2/s,
  );
  await secretary.taps("Ghi nhận");
  await secretary.hears(/^Đã ghi nhận việc sắp xếp số 1; thực hiện vào sáng 21\/11\/2026/);
  expect(await agencyOf(province, 2)).toEqual(["lead Sở Lao động"]);
  await secretary.asks(
    "/sapxep",
    /Số 1 · 21\/11\/2026 · Sở Lao động sáp nhập vào Sở Nội vụ.*chờ đến ngày/s,
  );
  await secretary.asks(
    "/sapxep giải thể SLD giao STC theo 12/NQ-HĐND ngày 10/11/2026 từ 30/11/2026",
    /^Sở Lao động đã kết thúc hoạt động trước ngày này\. Nay là: Sở Nội vụ/,
  );
  await secretary.asks("/thoi", /Đã dừng/);
  // What happens until then is taken as it is on the day.
  await labour.asks("/hoanthanh NV-002 số 9/BC-SLD ngày 20/11", /Đã nộp kết quả NV-002/);
  const submitted = await secretary.hears(/Sở Lao động.*NV-002/s);
  expect(submitted.text).toMatch(/9\/BC-SLD/);

  await province.forwardTo("2026-11-21T12:00");
  const told = await labour.hears(/^Theo 12\/NQ-HĐND ngày 10\/11\/2026, từ ngày 21\/11\/2026/);
  expect(told.text).toMatch(/chuyển sang Sở Nội vụ: 3 \(chủ trì 2, phối hợp 1\)/);
  expect(told.text).toMatch(/chuyển sang Sở Y tế: 2 \(chủ trì 2, phối hợp 0\)/);
  expect(told.text).toMatch(/nay thuộc Sở Nội vụ/);
  await health.hears(/^Theo 12\/NQ-HĐND.*chuyển sang Sở Y tế: 2/s);
  await home.hears(/^Theo 12\/NQ-HĐND.*sáp nhập vào Sở Nội vụ/s);
  await secretary.hears(/^Theo 12\/NQ-HĐND.*sáp nhập vào Sở Nội vụ/s);
  expect(await agencyOf(province, 1)).toEqual(["lead Sở Y tế"]);
  expect(await agencyOf(province, 2)).toEqual(["lead Sở Nội vụ"]);
  expect(await agencyOf(province, 3)).toEqual(["lead Sở Y tế"]);
  expect(await agencyOf(province, 5)).toEqual(["lead Sở Nội vụ"]);
  const slots = await db.jobSlot.findMany({ where: { job: "reorganisation" } });
  expect(slots.map(({ state }) => state)).toEqual(["done", "done"]);
  // Its results wait as before; now nobody of Nội vụ decides on them.
  await secretary.asks("/xacnhan NV-002", /không ai quyết định về việc của cơ quan mình/);
  const leader = await province.person("leader", undefined, "Thắng");
  await leader.asks("/xacnhan NV-002", /Đã xác nhận NV-002.*Sở Nội vụ/s);
  await labour.hears(/NV-002/);
  await home.hears(/NV-002/);
  await health.asks("/tiendo NV-001 10%", /Đã ghi tiến độ NV-001: 10%/);
  await secretary.asks(
    "/sapxep 1",
    /đã thực hiện.*NV-001: Sở Lao động → Sở Y tế.*NV-005: .*\(gộp\)/s,
  );
  await secretary.asks("/coquan sở lao động", /Sở Nội vụ/);
});

it("a planned split is read back, shared out by hand, called off, and entered again", async () => {
  const province = await open();
  const { db } = province;
  const admin = await province.person("admin", undefined, "Quản");
  const lan = await province.person("official", "SVHTTDL", "Trần Thị Lan");
  const minh = await province.person("head", "SVHTTDL", "Lê Minh");
  await plant(province, "SVHTTDL", "Lễ hội", { dueOn: "2026-12-15" });
  await plant(province, "SVHTTDL", "Quảng bá du lịch", { dueOn: "2026-12-15" });
  const line =
    "/sapxep tách Sở Văn hóa, Thể thao và Du lịch thành Sở Văn hóa và Thể thao, Sở Du lịch theo QĐ 50/QĐ-UBND ngày 5/11/2026 từ 21/11/2026";
  const shown = await admin.asks(line, /chia tách thành Sở Văn hóa và Thể thao, Sở Du lịch/);
  // An administrator sees codes, not what tasks say.
  expect(shown.text).toMatch(/NV-001/);
  expect(shown.text).not.toMatch(/Lễ hội|Quảng bá/);
  await admin.asks(
    "NV-002 sang Sở Du lịch; cán bộ Lan sang SDL",
    /Trần Thị Lan: .* → Sở Du lịch.*Lê Minh: .* → Sở Văn hóa và Thể thao/s,
  );
  await admin.asks(
    "giảm nghèo sang Sở Nào Đó",
    /^.*Chưa biết cơ quan “Sở Nào Đó”.*xin kiểm tra|xin kiểm tra.*Chưa biết cơ quan “Sở Nào Đó”/s,
  );
  await admin.asks("ok", /^Đã ghi nhận việc sắp xếp số 1/);
  await admin.asks("/sapxep 1", /chờ đến ngày.*NV-002: .* → Sở Du lịch.*Trần Thị Lan/s);
  await admin.asks("/sapxep hủy 9", "Không có việc sắp xếp số 9.");
  await admin.asks("/sapxep hủy 1", /Hủy việc sắp xếp số 1\?/);
  await admin.asks("chờ đã", /“có” để ghi nhận hoặc “thôi” để dừng/);
  await admin.taps("Hủy kế hoạch");
  await admin.hears("Đã hủy việc sắp xếp số 1; các cơ quan giữ nguyên.");
  expect(await db.agency.count({ where: { name: "Sở Du lịch" } })).toBe(0);
  expect(await db.agency.count({ where: { validTo: { not: null } } })).toBe(0);
  await admin.asks("/sapxep hủy 1", /đã hủy từ trước/);

  await admin.asks(
    `${line}; NV-002 sang Sở Du lịch; Lan sang Sở Du lịch`,
    /chuyển sang Sở Du lịch: 1/,
  );
  await admin.asks("/dongy", /^Đã ghi nhận việc sắp xếp số 2/);
  await province.forwardTo("2026-11-21T12:00");
  const told = await lan.hears(/^Theo 50\/QĐ-UBND/);
  expect(told.text).toMatch(/nay thuộc Sở Du lịch/);
  await minh.hears(/nay thuộc Sở Văn hóa và Thể thao/);
  await admin.hears(/^Theo 50\/QĐ-UBND/);
  expect(await agencyOf(province, 1)).toEqual(["lead Sở Văn hóa và Thể thao"]);
  expect(await agencyOf(province, 2)).toEqual(["lead Sở Du lịch"]);
  await lan.asks("/tiendo NV-002 20%", /Đã ghi tiến độ/);
  // The old name stands for both: which one is asked.
  await admin.asks(
    "/coquan Sở Văn hóa, Thể thao và Du lịch",
    /có thể là nhiều cơ quan.*Sở Văn hóa và Thể thao.*Sở Du lịch/s,
  );
});

it("a board is dissolved: somebody must take its open tasks; a function moves between two", async () => {
  const province = await open();
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const board = await province.official("BDV");
  const finance = await province.official("STC");
  await plant(province, "BDV", "Vận động", { dueOn: "2026-12-15" });
  await secretary.asks(
    "/sapxep giải thể Ban Dân vận theo QĐ 60/QĐ-UBND ngày 6/11/2026 từ hôm nay",
    /^Chưa có cơ quan nhận 1 việc đang mở: NV-001\.\s+Cơ quan nào tiếp nhận việc của Ban Dân vận\?/,
  );
  await secretary.asks("STC", /Ban Dân vận giải thể, Sở Tài chính tiếp nhận/);
  await secretary.asks("có", /^Đã thực hiện việc sắp xếp số 1/);
  await board.hears(/giải thể, Sở Tài chính tiếp nhận.*nay thuộc Sở Tài chính/s);
  await finance.hears(/đang mở chuyển sang Sở Tài chính: 1/);

  await plant(province, "STC", "Rà soát hỗ trợ hộ nghèo", { dueOn: "2026-12-15" });
  const shown = await secretary.asks(
    "/sapxep chuyển hộ nghèo từ Sở Tài chính sang Sở Y tế theo 61/QĐ-UBND ngày 6/11/2026 từ 20/11/2026",
    /Sở Tài chính chuyển chức năng “hộ nghèo” sang Sở Y tế/,
  );
  expect(shown.text).toMatch(/Đề xuất theo chức năng, xin xem từng việc: NV-002/);
  expect(shown.text).toMatch(/Ở lại Sở Tài chính: 1 việc đang mở/);
  await secretary.asks("NV-002 ở lại", /Không có nhiệm vụ đang mở nào phải chuyển/);
  await secretary.asks("NV-002 sang SYT", /chuyển sang Sở Y tế: 1/);
  await secretary.asks("có", /^Đã thực hiện việc sắp xếp số 2/);
  await finance.hears(/chức năng “hộ nghèo” sang Sở Y tế/);
  await board.hears(/chức năng “hộ nghèo” sang Sở Y tế/);
  expect(await agencyOf(province, 2)).toEqual(["lead Sở Y tế"]);
  await finance.asks("/tiendo NV-001 5%", /Đã ghi tiến độ NV-001/);

  // Nobody takes over, and nothing is open: whoever was there is thanked.
  const paper = await province.official("BAO");
  await secretary.asks(
    "/sapxep giải thể Báo Đồng Xuân theo 62/QĐ-UBND ngày 6/11/2026 từ ngày ký",
    /Báo Đồng Xuân giải thể.*official BAO: Báo Đồng Xuân → kết thúc vai trò/s,
  );
  await secretary.asks("có", /^Đã thực hiện việc sắp xếp số 3/);
  await paper.hears(/Báo Đồng Xuân giải thể.*Vai trò của anh\/chị ở cơ quan này kết thúc/s);
  await paper.asks("/viec", /^Xin chào/);
});
