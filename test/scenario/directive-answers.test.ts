// What is asked about a document is answered later, or not at all: by then another document has
// come, somebody else has changed the draft, or all is over.
import { expect, it, onTestFinished, vi } from "vitest";
import { asDocx, asText, DIRECTIVE } from "#test/directives/review/directive-docx.ts";
import type { Citizen } from "#test/support/citizen.ts";
import { openProvince, type Province } from "#test/support/province.ts";
import { tablesHolding } from "#test/support/whole-database.ts";

vi.setConfig({ testTimeout: 120_000 });

const open = async (): Promise<{ province: Province; ha: Citizen }> => {
  const province = await openProvince({ at: "2026-11-20T09:00" });
  onTestFinished(() => province.close());
  return { province, ha: await province.person("secretariat", "SNV", "Hà") };
};

/** Without the head that says which document it is: that is asked for. */
const BODY = DIRECTIVE.slice(5);

const brings = async (secretary: Citizen, lines: readonly string[], name = "CT.docx") => {
  await secretary.attaches(name, await asDocx(lines), "");
  await secretary.hears(`Đang đọc “${name}” …`);
};

it("a file that waited for what it is for is opened and read when that is said", async () => {
  const { ha } = await open();
  const file = await asDocx(BODY.slice(0, 2));
  await ha.attaches("bao-cao.docx", file, "");
  await ha.hears("Đang đọc “bao-cao.docx” …");
  await ha.hears(/^Đã nhận 1 tệp\. Tệp này dùng cho việc nào\?/);
  await ha.taps("/docvanban");
  await ha.hears("Đang đọc “bao-cao.docx” …");
  await ha.hears(/^Không tìm thấy nhiệm vụ nào/);
  // With a task's code it is about that task, whatever stands in it.
  await ha.attaches("CT-21.docx", await asDocx(DIRECTIVE), "NV-012");
  await ha.hears(/^Đã nhận 1 tệp\./);
  await ha.asks("đọc văn bản", "Đang đọc “CT-21.docx” …");
  await ha.hears(/^VB-1 · Chỉ thị số 21\/CT-UBND/);
});

it("another document is read although something was asked; a secret one leaves nothing", async () => {
  const { province, ha } = await open();
  await brings(ha, BODY);
  await ha.hears(/^VB-1 · Chỉ thị\n/);
  await brings(ha, DIRECTIVE, "CT-21.docx");
  await ha.hears(/^VB-2 · Chỉ thị số 21/);
  await ha.attaches("so.csv", "a,b\n1,2\n", "");
  await ha.hears(/^Đã nhận 1 tệp\./);
  await ha.asks("/vanban VB-1", /^VB-1 · [\s\S]*Trả lời tin này/);

  // To the number that VB-1 lacks, which is asked for again where it is shown again.
  await ha.asks("/thoi", /^Đã dừng/);
  await ha.asks("VB-1", /^VB-1 · /);
  await ha.attaches("so.csv", "a,b\n1,2\n", "");
  await ha.hears("Đang đọc “so.csv” …");
  await ha.hears(/^Đây là bảng tính/);
  await ha.asks("thôi", /^Đã dừng/);
  await ha.asks("VB-1", /^VB-1 · /);
  await ha.asks(asText(DIRECTIVE), /^Đây có vẻ là văn bản giao nhiệm vụ/);
  await ha.asks("thôi", /^Đã dừng/);
  await ha.asks("/duthao VB-2.1 nội dung", /^Nội dung của VB-2\.1/);
  await ha.asks("TỐI MẬT\n\nBố trí lực lượng trực chiến tại cảng", /^Văn bản có dấu “TỐI MẬT”/);
  await ha.asks("VB-1", /^VB-1 · /);
  await brings(ha, ["TUYỆT MẬT", "1. Công an tỉnh trực chiến tại cảng."], "mat.docx");
  await ha.hears(/^Văn bản có dấu “TUYỆT MẬT”/);
  await province.settle();
  expect(await tablesHolding(province.db, "trực chiến")).toEqual([]);
  expect(await tablesHolding(province.db, "mat.docx")).toEqual([]);
});

it("an answer overwrites nothing that another secretary changed meanwhile", async () => {
  const { province, ha } = await open();
  const binh = await province.person("secretariat", "SNV", "Bình");
  await brings(ha, DIRECTIVE);
  await ha.hears(/^VB-1 · /);
  await ha.asks("/duthao VB-1.1 hạn", /^Hạn của VB-1\.1 đến khi nào/);
  await binh.asks("VB-1.1 hạn 11/12", /^Đã sửa VB-1\.1\./);
  await ha.asks("12/12", /thay đổi[\s\S]*Hạn: 11\/12\/2026[\s\S]*Hạn của VB-1\.1 đến khi nào/);
  await ha.asks("huỷ", /^Đã dừng/);
  await binh.asks("VB-1.1", /^VB-1\.1 [\s\S]*Hạn: 11\/12\/2026\n/);
  await ha.asks("/duthao VB-1.1 hạn", /^Hạn của VB-1\.1/);
  await binh.asks("VB-1.1 hạn 13/12", /^Đã sửa/);
  await ha.asks("12/12", /Hạn: 13\/12\/2026/);
  await ha.asks("14/12", /^Đã sửa VB-1\.1\.[\s\S]*Hạn: 14\/12\/2026/);

  await ha.asks("/duthao VB-1.1 cơ quan", /^Cơ quan nào chủ trì/);
  await binh.asks("VB-1.1 bỏ", /^Đã bỏ VB-1\.1/);
  await ha.asks("Sở Y tế", /^VB-1\.1 đã bỏ, không sửa được nữa/);
  await ha.asks("/duthao VB-1.2 cơ quan", /^Cơ quan nào chủ trì/);
  await binh.asks("/duthao VB-1 bỏ", /^Đã bỏ VB-1;/);
  await ha.asks("Sở Y tế", "VB-1 đã bỏ, không sửa được nữa.");
  // Said once: nothing is asked any more.
  await ha.asks("cảm ơn", /^Vâng, cảm ơn/);
});

it("what fills the last blank ends the question, wherever it was typed", async () => {
  const { ha } = await open();
  await brings(ha, BODY);
  await ha.hears(/^VB-1 · Chỉ thị\n/);
  await ha.asks("chào", /^Chưa hiểu “chào”.*\(chưa biết thì gõ: thôi\)$/);
  await ha.asks("/duthao VB-1 21/CT-UBND ngày 18/11/2026", /^Đã ghi thông tin văn bản\./);
  await ha.asks("/duthao VB-1 cơ quan ban hành UBND tỉnh", /^Đã ghi thông tin văn bản\./);
  await ha.asks("cảm ơn", /^Vâng, cảm ơn/);
});

it("is over with its last draft, and open again for one that is taken back", async () => {
  const { province, ha } = await open();
  await brings(ha, DIRECTIVE);
  await ha.hears(/^VB-1 · /);
  await ha.asks("VB-1 ghi nhận chắc chắn", /^Đã ghi nhận \d nhiệm vụ/);
  const left = await province.db.directiveDraft.findMany({
    where: { status: "unseen" },
    orderBy: { number: "asc" },
  });
  for (const { number } of left) {
    await ha.asks(`VB-1.${number} bỏ`, new RegExp(`^Đã bỏ VB-1\\.${number}\\.`));
  }
  const last = left.at(-1)?.number ?? 0;
  await ha.asks("/vanban", /^Hiện không có văn bản nào đang xem/);
  // Again, it is a difference now, not a document under review.
  await brings(ha, DIRECTIVE);
  await ha.hears(/^Chỉ thị số 21[\s\S]* như cũ, 0 khác, 0 mới, 0 không còn/);
  await ha.asks(`VB-1.${last}`, /· đã bỏ ·/);
  await ha.taps("Lấy lại");
  await ha.hears(new RegExp(`^VB-1\\.${last} nay như khi mới đọc\\.`));
  await ha.asks("/vanban", /^Văn bản đang xem \(1\)\n.*VB-1/);
});
