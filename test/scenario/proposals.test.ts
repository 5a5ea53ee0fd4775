// Tasks on their way into the register: proposed, asked for step by step, given to a whole group.
import { expect, it, onTestFinished, vi } from "vitest";
import { openProvince, type Province } from "#test/support/province.ts";

// Each has a database, a server and a bot of its own: slow where the machine is busy.
vi.setConfig({ testTimeout: 90_000 });

const open = async (): Promise<Province> => {
  const province = await openProvince({ at: "2026-11-20T09:00" });
  onTestFinished(() => province.close());
  return province;
};

it("an official's task is a proposal, which somebody else accepts or declines", async () => {
  const province = await open();
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const leader = await province.person("leader", undefined, "Thắng");
  const official = await province.official("STC");
  const own = await province.official("SNV");

  await official.asks(
    "/giao STP: Việc của người khác; hạn 30/11",
    /đề xuất được nhiệm vụ cho cơ quan mình/,
  );
  await official.asks(
    "/giao Công khai ngân sách; hạn 15/12; phối hợp STP",
    /^Đề xuất nhiệm vụ.*Sở Tài chính.*15\/12\/2026/s,
  );
  await official.taps("Ghi nhận");
  await official.hears("Đã gửi đề xuất NV-001 đến cơ quan thường trực.");
  const asked = await secretary.hears("Sở Tài chính đề xuất nhiệm vụ NV-001: Công khai ngân sách");
  // It counts for nothing yet.
  expect(await db.assignment.count()).toBe(0);
  await official.asks("/tiendo NV-001 50%", /^Không tìm thấy nhiệm vụ NV-001/);
  await secretary.asks(
    "/choxuly",
    /Nhiệm vụ đề xuất \(1\)\s+• NV-001 Sở Tài chính: Công khai ngân sách/,
  );
  await asked.button("Xác nhận").click();
  await secretary.hears("Đã chấp nhận đề xuất NV-001 vào danh mục nhiệm vụ.");
  await official.hears(/nhiệm vụ mới.*NV-001.*15\/12\/2026.*Sở Tư pháp/s);
  await asked.button("Xác nhận").click();
  await secretary.hears("NV-001 không có kết quả nào đang chờ xác nhận.");

  await official.asks("/giao Mua xe; hạn không", /^Đề xuất nhiệm vụ.*không thời hạn/s);
  await official.asks("đồng ý", /Đã gửi đề xuất NV-002/);
  const second = await secretary.hears(/đề xuất nhiệm vụ NV-002: Mua xe/);
  await second.button("Trả lại").click();
  await secretary.hears(/cho biết lý do không chấp nhận đề xuất NV-002 \(trả lời tin này\)/);
  await secretary.asks("không thuộc cải cách hành chính", "Không chấp nhận đề xuất NV-002.");
  await official.hears("Đề xuất NV-002 không được chấp nhận: không thuộc cải cách hành chính");

  // Nobody decides on their own agency: that of the secretariat goes to the leader.
  await own.asks("/giao Tập huấn; hạn 15/12", /^Đề xuất nhiệm vụ.*Sở Nội vụ/s);
  await own.taps("Ghi nhận");
  await own.hears(/Đã gửi đề xuất NV-003/);
  await leader.hears(/Sở Nội vụ đề xuất nhiệm vụ NV-003/);
  await secretary.asks("/xacnhan NV-003", /không ai quyết định về việc của cơ quan mình/);
  await leader.asks("/xacnhan NV-003", /Đã chấp nhận đề xuất NV-003/);
  await own.hears(/nhiệm vụ mới.*NV-003/s);
});

it("asks step by step for what is missing, takes amendments, and stops when told", async () => {
  const province = await open();
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  await secretary.asks("/giao", /^Cơ quan nào chủ trì\?/);
  await secretary.asks("Sở Xyz", /^Chưa biết cơ quan “Sở Xyz”/);
  await secretary.asks("stp", "Nhiệm vụ giao Sở Tư pháp là gì?");
  await province.restart();
  await secretary.asks("Rà soát quy trình: bước 1", /^Hạn đến khi nào\?/);
  await secretary.asks("31/11", /Không có ngày này; gần nhất là 30\/11\/2026/);
  await secretary.asks("không", /Nội dung: Rà soát quy trình: bước 1\s+Hạn: không thời hạn/);
  await secretary.asks("hạn 15/12; phối hợp STC", /Hạn: 15\/12\/2026\s+Phối hợp: Sở Tài chính/);
  await secretary.asks("à quên", /trả lời “có” để ghi nhận, “thôi” để dừng, hoặc chỗ cần sửa/);
  await secretary.asks("lĩnh vực thể chế", /Hạn: 15\/12\/2026.*Lĩnh vực: .*thể chế/s);
  await secretary.asks("/thoi", "Đã dừng. Chưa có gì được ghi nhận.");
  await secretary.asks("có", /^Hiện không có biểu mẫu nào/);
  expect(await db.task.count()).toBe(0);

  await secretary.asks("/giao STP: Họp; hạn 31/11", /gần nhất là 30\/11\/2026/);
  await secretary.taps("30/11/2026");
  await secretary.hears(/xin kiểm tra.*Hạn: 30\/11\/2026/s);
  await secretary.asks("có", /Đã ghi nhận NV-001\.\s+1 cơ quan chưa có cán bộ kết nối/);
});

it("a duty of a whole group reaches each official once, with a card of the own part", async () => {
  const province = await open();
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const stc = await province.official("STC");
  const stp = await province.official("STP");
  await secretary.asks(
    "/giao Các sở, ban, ngành: Báo cáo CCHC; hạn 15/12; phối hợp STC, xã Bình Hòa",
    /Chủ trì: Các sở, ban, ngành \(7 cơ quan\)/,
  );
  await secretary.taps("Ghi nhận");
  await secretary.hears(/Đã ghi nhận NV-001, giao 7 cơ quan\.\s+5 cơ quan chưa có cán bộ/);
  await stc.hears(/Sở Tài chính được giao nhiệm vụ mới.*NV-001 · Sở Tài chính/s);
  await stp.hears(/Sở Tư pháp được giao nhiệm vụ mới.*NV-001 · Sở Tư pháp/s);
  // Lead beats coordinating for the same agency.
  const parts = await db.assignment.groupBy({ by: ["role"], _count: true });
  expect(Object.fromEntries(parts.map(({ role, _count }) => [role, _count]))).toEqual({
    lead: 7,
    coordinating: 1,
  });
  await stp.asks("/tiendo NV-001 40%", /NV-001: 40%/);
  await secretary.asks("/viec NV-001 STP", /NV-001 · Sở Tư pháp.*40%/s);
  await stc.asks("/viec NV-001", (text) => text.includes("Sở Tài chính") && !text.includes("40%"));
});
