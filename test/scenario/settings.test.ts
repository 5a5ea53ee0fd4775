// The office's own decisions, by /caidat: shown in words, changed by a line or by a tap, refused
// with the range that holds.
import { expect, it, onTestFinished, vi } from "vitest";
import { openProvince, type Province } from "#test/support/province.ts";

// Each has a database, a server and a bot of its own: slow where the machine is busy.
vi.setConfig({ testTimeout: 90_000 });

const open = async (): Promise<Province> => {
  const province = await openProvince({ at: "2026-11-20T12:00", escalates: true });
  onTestFinished(() => province.close());
  return province;
};

it("the secretariat sees every setting with a line that changes it, and changes them", async () => {
  const province = await open();
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const shown = await secretary.asks("/caidat", /^Cài đặt của cơ quan thường trực/);
  expect(shown.text).toMatch(/tối đa 3 tin nhắc tự động mỗi ngày\.\s+\/caidat tin mỗi ngày 3/);
  expect(shown.text).toMatch(/Giờ yên lặng 21:00–06:30.*\/caidat giờ yên lặng 21:00-06:30/s);
  expect(shown.text).toMatch(/ngày 15 của tháng báo cáo\.\s+\/caidat hạn báo cáo ngày 15/);
  expect(shown.text).toMatch(/nhận trong 2 ngày làm việc\.\s+\/caidat nhận trong 2 ngày/);
  expect(shown.text).toMatch(
    /Quá hạn: cán bộ đầu mối mỗi sáng, lãnh đạo cơ quan sau 3 ngày, cơ quan thường trực sau 5 ngày, lãnh đạo Ban Chỉ đạo sau 10 ngày; từ 09:00; nhắc lại sau 5 ngày, tối đa 3 lần\./,
  );
  await secretary.asks("/caidat tin mỗi ngày 5", /^Đã đổi\. Mỗi người nhận tối đa 5 tin/);
  await secretary.asks("/caidat tin mỗi ngày 5", /^Vẫn như trước\. Mỗi người nhận tối đa 5 tin/);
  await secretary.asks("/caidat giờ yên lặng 22h-6h", /^Đã đổi\. Giờ yên lặng 22:00–06:00/);
  await secretary.asks("/caidat hạn báo cáo ngày 20", /^Đã đổi\. Hạn báo cáo .*: ngày 20/);
  await secretary.asks("/caidat nhận trong 3 ngày", /^Đã đổi\. Nhiệm vụ cần được nhận trong 3/);
  await secretary.asks(
    "/caidat",
    /5 tin.*22:00–06:00.*ngày 20.*trong 3 ngày.*Chưa nhận: .*cơ quan thường trực sau 3 ngày/s,
  );
  const audits = await province.db.auditEntry.findMany({
    where: { action: "change settings" },
    orderBy: { id: "asc" },
  });
  expect(audits.map(({ data }) => data)[0]).toEqual({
    setting: "messages",
    from: "Mỗi người nhận tối đa 3 tin nhắc tự động mỗi ngày.",
    to: "Mỗi người nhận tối đa 5 tin nhắc tự động mỗi ngày.",
  });
  expect(audits).toHaveLength(4);
});

it("a wrong value is refused with the range and an example, and nothing changes", async () => {
  const province = await open();
  const secretary = await province.person("secretariat", "SNV", "Hà");
  await secretary.asks(
    "/caidat tin mỗi ngày 99",
    /^Chưa đổi: “99” cần là số nguyên từ 1 đến 20\.\s+\/caidat tin mỗi ngày 3$/,
  );
  await secretary.asks("/caidat giờ yên lặng 25:00-6:00", /chưa hiểu “25:00-6:00”.*21:00-06:30$/s);
  await secretary.asks("/caidat hạn báo cáo ngày 31", /“31” cần là số nguyên từ 1 đến 28/);
  await secretary.asks(
    "/caidat leo thang quá hạn: bảo vệ 3",
    /chưa hiểu “bảo vệ 3”\.\s+\/caidat leo thang quá hạn: cán bộ 1, /,
  );
  await secretary.asks(
    "/caidat leo thang quá hạn: lãnh đạo đơn vị 8",
    /^Chưa đổi: không báo cấp trên sớm hơn cấp dưới/,
  );
  await secretary.asks("/caidat màu xanh", /^Không có mục cài đặt “màu xanh”\. Các mục hiện có:/);
  const official = await province.official("STC");
  await official.asks(
    "/caidat tin mỗi ngày 1",
    /^Lệnh \/caidat dành cho cơ quan thường trực, quản trị\./,
  );
  expect(await province.db.auditEntry.count({ where: { action: "change settings" } })).toBe(0);
});

it("a setting without its value is asked for, also after a restart; “thôi” leaves it as it was", async () => {
  const province = await open();
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const shown = await secretary.asks("/caidat", /^Cài đặt/);
  await shown.button("Tin mỗi ngày").click();
  await secretary.hears(/tối đa 3 tin.*Tối đa bao nhiêu tin mỗi ngày\? Ví dụ: 3/s);
  await province.restart();
  await secretary.asks("nhiều", /^Chưa đổi “Tin mỗi ngày”: chưa hiểu “nhiều”/);
  await secretary.asks("bốn", /^Đã đổi\. Mỗi người nhận tối đa 4 tin/);
  await shown.button("Giờ yên lặng").click();
  await secretary.hears(/Yên lặng từ mấy giờ đến mấy giờ\?/);
  await secretary.asks("thôi", /^Đã dừng/);
  await secretary.asks("/caidat leo thang", /^Nhắc lên cấp trên về việc gì\?/);
  await secretary.taps("Chưa giải trình");
  await secretary.hears(/Báo ai, sau mấy ngày làm việc\?/);
  await secretary.asks(
    "thường trực 4, lãnh đạo không",
    /^Đã đổi\. Chưa giải trình: .*cơ quan thường trực sau 4 ngày; từ 09:00/,
  );
});

it("an administrator may change them too, in English", async () => {
  const province = await open();
  const admin = await province.person("admin", undefined, "Minh");
  await admin.asks("/toi english", "The bot will answer in English.");
  const shown = await admin.asks("/settings", /^Settings of the office/);
  await shown.button("Quiet hours").click();
  await admin.hears(/Quiet from when until when\?/);
  await admin.asks("none", "Changed. No quiet hours: reminders are sent at once.");
  await admin.asks(
    "/settings escalation overdue: head 2, at 14:00",
    /^Changed\. Overdue: official every morning, head of agency after 2 days, .*; from 14:00/,
  );
  await admin.asks("/settings messages 50", /^Nothing was changed: “50” must be a whole number/);
});
