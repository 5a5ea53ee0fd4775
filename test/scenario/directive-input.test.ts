// How a directive gets in, and what does not: as a file, in pieces, stamped secret, as a sheet, from
// somebody who may not.
import { expect, it, onTestFinished, vi } from "vitest";
import { asDocx, asText, DIRECTIVE } from "#test/directives/review/directive-docx.ts";
import { openProvince, type Province } from "#test/support/province.ts";
import { bytesOf, named } from "#test/support/received-files.ts";
import { tablesHolding } from "#test/support/whole-database.ts";

vi.setConfig({ testTimeout: 120_000 });

const open = async (): Promise<Province> => {
  const province = await openProvince({ at: "2026-11-20T09:00" });
  onTestFinished(() => province.close());
  return province;
};

/** Without the head that says which document it is. */
const BODY = DIRECTIVE.slice(5);

it("pasted in three messages it is one document; what it leaves blank is asked for", async () => {
  const province = await open();
  const { db } = province;
  const ha = await province.person("secretariat", "SNV", "Hà");
  const finance = await province.official("STC");
  await ha.asks(
    asText(BODY.slice(0, 8)),
    /^Đây có vẻ là văn bản giao nhiệm vụ\. .*\nĐã nhận 1 phần/,
  );
  await ha.asks(
    asText(BODY.slice(8, 9)),
    /^Đã nhận 2 phần, [\d.]+ ký tự; còn thì anh\/chị gửi tiếp/,
  );
  // Passed on from elsewhere, it is a part like the others, whatever it begins with.
  ha.room.forward(ha.room.say(asText(BODY.slice(9))));
  await ha.hears(/^Đã nhận 3 phần/);
  await ha.hears(/^Đã nhận 4 phần/);
  await ha.asks("thôi", /^Đã dừng/);

  await ha.asks("/docvanban", /^Xin anh\/chị gửi tệp văn bản \(DOCX/);
  for (const [from, to] of [
    [0, 6],
    [6, 8],
    [8, 20],
  ]) {
    await ha.asks(asText(BODY.slice(from, to)), /^Đã nhận \d phần/);
  }
  await ha.taps("Đọc");
  await ha.hears("Đang đọc văn bản đã gửi …");
  const summary = await ha.hears(/^VB-1 · Chỉ thị\n/);
  expect(summary.text).toMatch(/Văn bản không ghi số, ký hiệu/);
  await ha.asks("/duthao VB-1 ghi nhận chắc chắn", /^Trước khi ghi nhận, cần biết văn bản nào:\n/);
  await ha.asks("số mấy không nhớ", /^Chưa hiểu “số mấy không nhớ”/);
  await ha.asks("/duthao VB-1 21/CT-UBND ngày 18/11/2026", /^Đã ghi thông tin văn bản\./);
  await ha.asks("/duthao VB-1 cơ quan ban hành UBND tỉnh Đồng Xuân", /^Đã ghi thông tin văn bản\./);
  await ha.asks(
    "/duthao VB-1 ghi nhận chắc chắn",
    /^Đã ghi nhận \d nhiệm vụ .* theo Chỉ thị số 21\/CT-UBND ngày 18\/11\/2026 của UBND tỉnh Đồng/,
  );
  await finance.hears(/^Sở Tài chính được giao 3 nhiệm vụ theo Chỉ thị số 21/);
  const tasks = await db.task.findMany();
  expect(tasks.every(({ documentId }) => documentId === 1)).toBe(true);
  expect(tasks.some(({ content }) => content.includes("niêm yết công khai"))).toBe(true);
});

it("stamped secret it is refused, and nothing of it is left anywhere", async () => {
  const province = await open();
  const { db } = province;
  const ha = await province.person("secretariat", "SNV", "Hà");
  const secret = [DIRECTIVE[0] ?? "", "TỐI MẬT", ...DIRECTIVE.slice(1)];
  await ha.attaches("ke-hoach-phong-thu.docx", await asDocx(secret), "rà soát định mức phòng thủ");
  await ha.hears(/^Đang đọc “ke-hoach/);
  await ha.hears(/^Văn bản có dấu “TỐI MẬT” nên trợ lý không đọc và không lưu/);
  await ha.attaches("ke-hoach-phong-thu.txt", asText(secret), "/docvanban");
  await ha.hears(/^Đang đọc “ke-hoach/);
  await ha.hears(/^Văn bản có dấu “TỐI MẬT”/);

  // In pieces, with the stamp in the last of them.
  await ha.asks("/docvanban", /^Xin anh\/chị gửi tệp văn bản/);
  await ha.asks(asText(DIRECTIVE.slice(5, 9)), /^Đã nhận 1 phần/);
  await ha.asks(`MẬT\n\n${asText(DIRECTIVE.slice(9))}`, /^Văn bản có dấu “MẬT”/);
  await ha.asks("TUYỆT MẬT\nSở Tài chính rà soát định mức", /^Văn bản có dấu “TUYỆT MẬT”/);
  await province.settle();

  for (const words of [
    "định mức",
    "đẩy mạnh cải cách",
    "phong-thu",
    "Sở Công Thương",
    "phòng thủ",
  ]) {
    expect(await tablesHolding(db, words), words).toEqual([]);
  }
  expect(await db.blob.count()).toBe(0);
  expect(await db.fileCache.count()).toBe(0);
  expect(await db.form.count()).toBe(0);
  const marks = await db.auditEntry.findMany({ where: { action: "refuse secret document" } });
  expect(marks.map(({ data }) => data)).toEqual([
    { stamp: "TỐI MẬT" },
    { stamp: "TỐI MẬT" },
    { stamp: "MẬT" },
    { stamp: "TUYỆT MẬT" },
  ]);
  // Nothing is being collected any more.
  await ha.asks("/docvanban đọc", "Đang đọc văn bản đã gửi …");
  await ha.hears(/^Xin anh\/chị gửi tệp văn bản/);
});

const SHEET =
  "STT,Nội dung nhiệm vụ,Số/ký hiệu văn bản,Ngày ban hành,Thời hạn hoàn thành,Chủ trì thực hiện,Đơn vị phối hợp,Lãnh đạo phụ trách,Tiến độ (%),Trạng thái,Kết quả xử lý,Ghi chú\n1,Lập danh mục,8/KH-UBND,2/11/2026,30/11/2026,Sở Nội vụ,,,,,,\n";

it("what is none is told kindly: a sheet goes to its import, a letter in English is not read", async () => {
  const province = await open();
  const ha = await province.person("secretariat", "SNV", "Hà");
  await ha.attaches("so.csv", SHEET, "/docvanban");
  await ha.hears("Đang đọc “so.csv” …");
  await ha.hears(/^Đây là bảng tính nên chuyển sang nhập sổ[\s\S]*do cơ quan nào ban hành\?/);
  await ha.asks("UBND tỉnh", /1 nhiệm vụ mới/);
  await ha.asks("/thoi", /^Đã dừng/);

  await ha.attaches("letter.txt", "Dear all,\n\nplease find the minutes attached.", "/docvanban");
  await ha.hears(/^Đang đọc/);
  await ha.hears(/^Nội dung này không phải văn bản hành chính tiếng Việt|^Không tìm thấy nhiệm vụ/);
  await ha.attaches("cu.doc", Buffer.from("{\\rtf1\\ansi Kính gửi}"), "/docvanban");
  await ha.hears(/^Đang đọc/);
  await ha.hears(/^Chưa đọc được văn bản “cu\.doc”/);
  ha.room.sendAlbum(["a.txt", "b.txt"], "/docvanban");
  await ha.hears(/^Mỗi lần xin gửi một văn bản/);
  // Without a word it is a file like any other.
  await ha.attaches("letter.txt", "Dear all,\n\nplease find the minutes attached.", "");
  await ha.hears("Đang đọc “letter.txt” …");
  await ha.hears(/^Đã nhận 1 tệp\. Tệp này dùng cho việc nào\?/);
  await ha.taps("/nhap");
  await ha.hears(/dòng|cột|tệp/i);
  expect(await province.db.directiveReading.count()).toBe(0);
});

it("is read for the secretariat and leaders alone, and in private", async () => {
  const province = await open();
  const { db } = province;
  const lan = await province.official("STC");
  const chairman = await province.person("leader", undefined, "Thắng");
  await lan.attaches("CT-21.docx", await asDocx(DIRECTIVE), "/docvanban");
  await lan.hears(/^Lệnh \/docvanban dành cho cơ quan thường trực, lãnh đạo/);
  await lan.attaches("CT-21.docx", await asDocx(DIRECTIVE), "");
  await lan.hears(/^Đã nhận 1 tệp\. Tệp này dùng cho việc nào/);
  await lan.asks(asText(DIRECTIVE), /^(Trợ lý chưa hiểu tin nhắn này|Có phải anh\/chị muốn dùng)/);
  expect(await db.directiveReading.count()).toBe(0);
  await chairman.attaches("CT-21.docx", await asDocx(DIRECTIVE), "/đọc văn bản");
  await chairman.hears(/^Đang đọc/);
  await chairman.hears(/^VB-1 · /);
  await lan.asks("/vanban VB-1", /^Lệnh \/vanban dành cho/);
  await lan.asks("/duthao VB-1 ghi nhận", /^Lệnh \/duthao dành cho/);
});

it("is taken to a meeting as a sheet that is not kept", async () => {
  const province = await open();
  const { db } = province;
  const ha = await province.person("secretariat", "SNV", "Hà");
  await ha.attaches("CT-21.docx", await asDocx(DIRECTIVE), "/docvanban");
  await ha.hears(/^Đang đọc/);
  await ha.hears(/^VB-1 · /);
  await ha.taps("Tải XLSX");
  await ha.hears(/^VB-1: bảng \d nhiệm vụ dự thảo\./);
  const file = await ha.hears(named("VB-1-du-thao.xlsx"));
  const bytes = await bytesOf(province, file);
  expect(bytes.subarray(0, 2).toString()).toBe("PK");
  await province.settle();
  expect(await db.file.count({ where: { name: "VB-1-du-thao.xlsx" } })).toBe(0);
});
