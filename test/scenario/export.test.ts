// In and out: the register as a sheet for whoever may see it, taken over again without a change;
// and the week's status as text for another group.
import { expect, it, onTestFinished, vi } from "vitest";
import { openProvince, type Province } from "#test/support/province.ts";
import { bytesOf, named } from "#test/support/received-files.ts";
import { plant } from "./planted.ts";

vi.setConfig({ testTimeout: 120_000 });

const open = async (at = "2026-11-20T14:00"): Promise<Province> => {
  const province = await openProvince({ at });
  onTestFinished(() => province.close());
  return province;
};

const XLSX = "nhiem-vu-2026-11-20.xlsx";
const CSV = "nhiem-vu-2026-11-20.csv";

/** Rows of a CSV file without quoted line breaks, as cells that hold no comma. */
const linesOf = (bytes: Buffer): string[] => bytes.toString().trimEnd().split("\r\n");

const giveTasks = async (province: Province): Promise<void> => {
  await plant(province, "STC", "=Rà soát định mức", { dueOn: "2026-11-10", coordinating: ["STP"] });
  await plant(province, "STC", "Báo cáo tự chủ", { dueOn: "2026-11-27", awaiting: true });
  await plant(province, "SYT", "Kiểm tra trạm y tế", { dueOn: "2026-11-24", restricted: true });
  await plant(province, "X-BH", "Niêm yết thủ tục", { dueOn: "2026-11-18" });
};

it("each gets what they may see, and the file changes nothing when it comes back", async () => {
  const province = await open();
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const official = await province.official("STC");
  const coordinating = await province.official("STP");
  await giveTasks(province);
  await official.asks("/tiendo NV-001 40% đã lấy ý kiến", /Đã ghi tiến độ NV-001: 40%/);

  await official.asks("/xuat csv", /^Tất cả nhiệm vụ: 2 nhiệm vụ, 2 phân công chủ trì, 2 dòng\./);
  const own = await bytesOf(province, await official.hears(named(CSV)));
  const [titles, first, second, ...others] = linesOf(own);
  expect(others).toEqual([]);
  expect(titles).toBe(
    "\uFEFFSTT,Nội dung nhiệm vụ,Số/ký hiệu văn bản,Ngày ban hành,Thời hạn hoàn thành,Chủ trì thực hiện,Đơn vị phối hợp,Lãnh đạo phụ trách,Tiến độ (%),Trạng thái,Kết quả xử lý,Ghi chú,Ngày hoàn thành",
  );
  expect(first).toBe(
    "NV-001,'=Rà soát định mức,NV-001,02/11/2026,10/11/2026,Sở Tài chính,Sở Tư pháp,,40,Đang thực hiện,đã lấy ý kiến,,",
  );
  expect(second).toMatch(/^NV-002,Báo cáo tự chủ,.*Chờ xác nhận,xong,,02\/11\/2026$/);

  // Whoever coordinates sees who leads; other agencies' tasks are not theirs.
  await coordinating.asks("/xuat phoi hop csv", /phối hợp: 1 nhiệm vụ, 1 phân công chủ trì/);
  const led = await bytesOf(province, await coordinating.hears(named(CSV)));
  expect(linesOf(led)[1]).toBe(first);
  await coordinating.asks("/xuat", /^Tất cả nhiệm vụ: không có nhiệm vụ nào để xuất/);
  await official.asks("/xuat Sở Y tế", /Sở Y tế/);

  await secretary.asks("/xuat", /^Tất cả nhiệm vụ: 4 nhiệm vụ, 4 phân công chủ trì, 4 dòng\./);
  const sheet = await bytesOf(province, await secretary.hears(named(XLSX)));
  const text = await bytesOf(province, await secretary.hears(named(CSV)));
  expect(linesOf(text)).toHaveLength(5);
  for (const [name, bytes] of [
    ["so.xlsx", sheet],
    ["so.csv", text],
  ] as const) {
    await secretary.attaches(name, bytes, "/nhap");
    await secretary.hears("Không có gì mới: 4 nhiệm vụ trong tệp đã có trong sổ.");
  }
  expect(await province.db.task.count()).toBe(4);
  expect(await province.db.auditEntry.count({ where: { action: "export sheet" } })).toBe(3);
});

it("lists are narrowed as everywhere, typed as people type, and refused kindly", async () => {
  const province = await open();
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const admin = await province.person("admin", undefined, "Quản trị");
  await giveTasks(province);
  await secretary.asks("/xuat qua han csv", /^Việc quá hạn: 2 nhiệm vụ/);
  await secretary.hears(named(CSV));
  await secretary.asks("/XUAT các xã excel", /^Tất cả nhiệm vụ · UBND các xã, phường: 1 nhiệm vụ/);
  await secretary.hears(named(XLSX));
  await secretary.asks("/xuat đến hạn STC csv", /^Việc sắp đến hạn · Sở Tài chính: không có/);
  await secretary.taps("/xuat tất cả");
  await secretary.hears(/^Tất cả nhiệm vụ: 4 nhiệm vụ/);
  await secretary.hears(named(XLSX));
  await secretary.hears(named(CSV));
  await secretary.asks("/xuat Sở Mây Trời", /Sở Mây Trời/);
  await admin.asks("/xuat", /^Lệnh \/xuat dành cho cán bộ đầu mối, lãnh đạo cơ quan, cơ quan/);
});

it("a sheet with new rows beside the exported ones adds just these, whoever else issued them", async () => {
  const province = await open();
  const secretary = await province.person("secretariat", "SNV", "Hà");
  await giveTasks(province);
  await secretary.asks("/xuat csv", /4 dòng/);
  const text = (await bytesOf(province, await secretary.hears(named(CSV)))).toString();
  const changed = text
    .replace(
      "Niêm yết thủ tục,NV-004,02/11/2026,18/11/2026",
      "Niêm yết,NV-004,02/11/2026,20/11/2026",
    )
    .concat("5,Việc mới,8/KH-UBND,16/11/2026,30/11/2026,Sở Y tế,,,,,,,\r\n");
  await secretary.attaches("so.csv", changed, "/nhap");
  await secretary.hears(/do cơ quan nào ban hành\?/);
  await province.restart();
  const shown = await secretary.asks("UBND tỉnh", /1 nhiệm vụ mới/);
  expect(shown.text).toContain("4 nhiệm vụ đã có trong sổ");
  expect(shown.text).toContain("sổ ghi “18/11/2026”, tệp ghi “20/11/2026”");
  expect(shown.text).toContain("sổ ghi “Niêm yết thủ tục”, tệp ghi “Niêm yết”");
  await secretary.taps(/Ghi nhận/);
  await secretary.hears(/^Đã ghi nhận 1 nhiệm vụ \(NV-005 đến NV-005\)/);
  expect(await province.db.task.count()).toBe(5);
});

it("the bulletin says what the ranking and the agencies' figures say, in codes and figures", async () => {
  const province = await open();
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const official = await province.official("STC");
  await giveTasks(province);
  await plant(province, "STC", "Báo cáo quý", { dueOn: "2026-11-30" });
  await official.asks("/hoanthanh NV-005 xong", /Đã nộp kết quả NV-005/);
  await secretary.hears(/NV-005/);
  await secretary.asks("/xacnhan NV-005 STC", /Đã xác nhận/);
  await official.hears(/NV-005/);

  const heard = await secretary.asks("/bantin", /^TÌNH HÌNH THỰC HIỆN NHIỆM VỤ TUẦN 47/);
  const { text } = heard;
  expect(text.length).toBeLessThan(2000);
  expect(text).not.toMatch(/Rà soát|Báo cáo tự chủ|trạm y tế|Niêm yết/);
  expect(text).toContain("Số liệu đến hết ngày 20/11/2026");
  expect(text).toContain("MỚI QUÁ HẠN TRONG TUẦN: 1\n- NV-004: X-BH");
  expect(text).toContain(
    "ĐẾN HẠN TUẦN TỚI (23/11/2026 – 29/11/2026): 1\n- NV-003 (24/11, ngày nghỉ): SYT",
  );
  expect(text).toContain("MỚI HOÀN THÀNH TRONG TUẦN: 1");

  // Its table is the sum of those of the agencies.
  const figure = (of: string, name: string): number =>
    Number(new RegExp(`${name}[^0-9\\n]*(\\d+)`).exec(of)?.[1] ?? Number.NaN);
  const names = [
    "Hoàn thành đúng hạn",
    "Chờ xác nhận",
    "Chưa hoàn thành, trong hạn",
    "Chưa hoàn thành, quá hạn",
    "Không thời hạn",
  ];
  const agencies = ["STC", "SYT", "X-BH"];
  const tables: string[] = [];
  for (const code of agencies) {
    tables.push((await secretary.asks(`/coquan ${code}`, new RegExp(`\\(${code}\\)`))).text);
  }
  for (const name of names) {
    const sum = tables.reduce((all, table) => all + figure(table, name), 0);
    expect([name, figure(text, name)]).toEqual([name, sum]);
  }
  const ranking = await secretary.asks("/xephang sở", /Kết quả thực hiện nhiệm vụ/);
  expect(ranking.text).toContain("50,00%");
  expect(text).toContain("Các sở, ban, ngành: dẫn đầu Sở Tài chính (50,00%)");
  expect(text).toContain("UBND các xã, phường: chưa có đơn vị nào hoàn thành đúng hạn");
  expect(text).toContain("Đơn vị cần đôn đốc: UBND xã Bình Hòa (1 quá hạn)");

  await secretary.asks("/ban tin tuan truoc", /TUẦN 46 .*Số liệu đến hết ngày 15\/11\/2026/s);
  await secretary.asks("/bantin 2026-W50", /chưa đến nên chưa có số liệu/);
  await secretary.asks("/bantin hôm kia", /^Chưa rõ “hôm kia” là tuần nào/);
  await official.asks("/bantin", /^Lệnh \/bantin dành cho cơ quan thường trực, lãnh đạo/);
});
