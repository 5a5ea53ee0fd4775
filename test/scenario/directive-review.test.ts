// A directive dropped into the chat: read, looked at, put right, registered; every agency hears of
// it once. Over Telegram's protocol, with real files and the real reader.
import { expect, it, onTestFinished, vi } from "vitest";
import { asDocx, DIRECTIVE } from "#test/directives/review/directive-docx.ts";
import type { Citizen } from "#test/support/citizen.ts";
import { openProvince, type Province } from "#test/support/province.ts";

// Each has a database, a server and a bot of its own: slow where the machine is busy.
vi.setConfig({ testTimeout: 120_000 });

const NAMED = "Chỉ thị số 21/CT-UBND ngày 18/11/2026 của UBND tỉnh Đồng Xuân";

const open = async (): Promise<Province> => {
  const province = await openProvince({ at: "2026-11-20T09:00" });
  onTestFinished(() => province.close());
  return province;
};

/** Attaches it without a word; the summary of the reading. */
const brings = async (secretary: Citizen, lines: readonly string[] = DIRECTIVE) => {
  await secretary.attaches("CT-21.docx", await asDocx(lines), "");
  await secretary.hears("Đang đọc “CT-21.docx” …");
  return secretary.hears(/^VB-\d+ · |đã có \d+ nhiệm vụ|^Văn bản này/);
};

/** Drops what no agency of the register can be given, so that the rest can be registered. */
const dropsRest = async (secretary: Citizen, province: Province, kept: readonly number[]) => {
  const rows = await province.db.directiveDraft.findMany({ where: { status: "unseen" } });
  for (const { number } of rows.filter((row) => !kept.includes(row.number))) {
    await secretary.asks(`/duthao VB-1.${number} bỏ`, new RegExp(`^Đã bỏ VB-1\\.${number}\\.`));
  }
};

it("is read at once, put right by taps and words, and registered; each official hears of it once", async () => {
  const province = await open();
  const { db } = province;
  const ha = await province.person("secretariat", "SNV", "Hà");
  const finance = await province.official("STC");
  const justice = await province.official("STP");
  const science = await province.official("SKHCN");
  const home = await province.official("SNV");
  const commune = await province.official("X-BH");
  const press = await province.official("BAO");

  const summary = await brings(ha);
  expect(summary.text).toContain(NAMED);
  expect(summary.text).toMatch(/\d+ nhiệm vụ, 5 có hạn, 1 định kỳ; \d chỗ cần anh\/chị xem\./);
  expect(summary.text).toMatch(/VB-1\.4 \(mục 3\): “Sở Công Thương” chưa có trong danh mục/);
  expect(await db.task.count()).toBe(0);

  // The unsure one first: its agency is corrected by a tap and a word.
  await ha.taps(/^Xem chỗ cần xem/);
  const card = await ha.hears(/^VB-1\.4 · mục 3 · chưa xem/);
  expect(card.text).toMatch(/Nguyên văn: “Sở Công Thương công bố danh mục .*10\/12\/2026\.”/);
  expect(card.text).toContain("Hạn: trước 10/12/2026, từ “trước ngày 10/12/2026”");
  await ha.taps("Sửa cơ quan");
  await ha.hears(/^Cơ quan nào chủ trì VB-1\.4\?/);
  await ha.asks("Sở Gió", /^Chưa biết cơ quan “Sở Gió”/);
  await ha.asks("sở khoa học và công nghệ", /^Đã sửa VB-1\.4\.[\s\S]*Chủ trì: Sở Khoa học và Công/);
  await ha.asks("/duthao VB-1.1 hạn 31/11", /^Chưa hiểu hạn “31\/11”\. Không có ngày này/);
  await ha.asks("/duthao VB-1.1 hạn 10/12", /^Đã sửa VB-1\.1\.[\s\S]*Hạn: 10\/12\/2026\n/);
  await ha.asks("/duthao VB-1.5 bỏ", /^Đã bỏ VB-1\.5\./);
  await dropsRest(ha, province, [1, 2, 3, 4, 6]);

  await ha.asks("/vanban VB-1", /^VB-1 · .*không còn chỗ nào cần xem riêng/s);
  await ha.taps(/^Ghi nhận \(5\)$/);
  await ha.hears(
    `Đã ghi nhận 5 nhiệm vụ (NV-001 đến NV-005), 13 phân công chủ trì, theo ${NAMED}.\nĐã gửi tin đến 5 người của các cơ quan.\n4 cơ quan chưa có cán bộ kết nối với trợ lý; cần thông báo theo cách khác.`,
  );

  // One message each, with all that is theirs; close() fails for any other.
  const own = await finance.hears(new RegExp(`^Sở Tài chính được giao 3 nhiệm vụ theo ${NAMED}:`));
  expect(own.text).toMatch(/NV-001 Rà soát định mức .* · 10\/12\/2026\n/);
  expect(own.text).toMatch(/NV-002 .* · định kỳ/);
  expect(own.text).toMatch(/NV-005 .* · trước 30\/11\/2026/);
  await justice.hears(/^Sở Tư pháp được giao 2 nhiệm vụ[\s\S]*NV-003[\s\S]*NV-005/);
  await science.hears(/^Sở Khoa học và Công nghệ được giao 2 nhiệm vụ[\s\S]*NV-004[\s\S]*NV-005/);
  await home.hears(
    /^Sở Nội vụ được giao 1 nhiệm vụ[\s\S]*NV-005[\s\S]*phối hợp thực hiện 1[\s\S]*NV-003/,
  );
  await commune.hears(/^UBND xã Bình Hòa được giao nhiệm vụ mới:[\s\S]*NV-005/);
  await press.room.expectNothing();

  const document = await db.document.findFirstOrThrow({ include: { attachments: true } });
  expect(document).toMatchObject({ number: "21/CT-UBND", kind: "chỉ thị" });
  expect(document.attachments).toHaveLength(1);
  const task = await db.task.findUniqueOrThrow({ where: { id: 4 } });
  expect(task).toMatchObject({ clause: "3", area: "Cải cách thủ tục hành chính" });
  expect(task.content).toMatch(/^Sở Công Thương công bố/);

  await finance.taps("Đã nhận NV-001");
  await finance.hears(/Sở Tài chính đã nhận NV-001/);
  await ha.asks("/duthao VB-1 ghi nhận", /^VB-1 đã ghi nhận, không sửa được nữa\./);
  expect(await db.task.count()).toBe(5);
});

it("two secretaries don't overwrite each other: an old button shows the new state, words take it", async () => {
  const province = await open();
  const ha = await province.person("secretariat", "SNV", "Hà");
  const binh = await province.person("secretariat", "SNV", "Bình");
  await brings(ha);
  await ha.asks("/vanban VB-1.1", /^VB-1\.1 · mục 1\.a · chưa xem/);
  await binh.asks("/vanban VB-1.1", /^VB-1\.1 · mục 1\.a · chưa xem/);
  await binh.asks("/duthao VB-1.1 hạn 12/12", /^Đã sửa VB-1\.1\./);
  await ha.taps("Bỏ");
  await ha.hears(
    /^Nội dung đã thay đổi so với tin[\s\S]*VB-1\.1 · mục 1\.a · đã sửa[\s\S]*12\/12\/2026/,
  );
  await ha.taps("Đúng");
  await ha.hears(/^VB-1\.1: đúng\.\nTiếp theo:\nVB-1\.4/);
  // The summary that Hà has is of before: its button registers nothing.
  await ha.room.click(/^Ghi nhận tất cả chỗ chắc chắn/);
  await ha.hears(/^Nội dung đã thay đổi[\s\S]*VB-1 · /);
  await ha.asks(
    "/duthao VB-1.1 phối hợp Sở Y tế",
    /^Đã sửa VB-1\.1\.[\s\S]*Phối hợp: Sở Y tế\nHạn: 12\/12/,
  );
  expect(await province.db.task.count()).toBe(0);
});

it("is split, joined, reworded, dropped and taken back; the source stays verbatim", async () => {
  const province = await open();
  const { db } = province;
  const ha = await province.person("secretariat", "SNV", "Hà");
  await brings(
    ha,
    DIRECTIVE.map((line) =>
      line.replace(
        "Rà soát định mức chi thường xuyên của các đơn vị sự nghiệp công lập;",
        "Rà soát định mức chi thường xuyên của các đơn vị sự nghiệp công lập; công khai kết quả rà soát trên cổng thông tin điện tử;",
      ),
    ),
  );
  const draft = await db.directiveDraft.findFirstOrThrow({
    where: { asNow: { path: ["text"], string_contains: "Rà soát định mức chi" } },
  });
  const code = `VB-1.${draft.number}`;
  await ha.asks(`/duthao ${code} tách`, /^Tách VB-1\.\d+ ở đâu\?[\s\S]*1\) “[\s\S]*2\) “/);
  await ha.taps("Tách sau phần 1");
  const first = await ha.hears(/^Đã tách thành VB-1\.\d+ và VB-1\.\d+\./);
  const { text } = await db.directiveReading.findFirstOrThrow();
  for (const { asNow } of await db.directiveDraft.findMany()) {
    const { span, text: words } = asNow as { span: { from: number; to: number }; text: string };
    expect(text.slice(span.from, span.to).replace(/\s+/g, " ")).toContain(words);
  }
  const other = /và (VB-1\.\d+)/.exec(first.text)?.[1] ?? "";
  await ha.asks(`/vanban ${other}`, new RegExp(`^${other.replace(".", "\\.")} · mục 1\\.a`));
  await ha.taps("Bỏ");
  await ha.hears(/^Đã bỏ /);
  await ha.asks(`/duthao ${other} đúng`, /đã bỏ, không sửa được nữa/);
  await ha.asks(`/duthao ${other} lấy lại`, /nay như khi mới đọc\.[\s\S]* · chưa xem/);
  await ha.asks(`/duthao ${code} gộp`, /^Đã gộp VB-1\.\d+ vào VB-1\.\d+\./);
  await ha.asks(`/vanban ${other}`, /^Không còn nhiệm vụ dự thảo/);
  await ha.asks(
    `/duthao ${code} nội dung Lập danh mục tài sản`,
    /Nội dung \(đã sửa\): Lập danh mục/,
  );
  await ha.asks(`/duthao ${code} tách`, /đã sửa khác nguyên văn nên không tách được/);
  await ha.asks(`/duthao ${code} lĩnh vực tài chính công`, /Lĩnh vực: Cải cách tài chính công/);
  await ha.asks(`/duthao ${code} lĩnh vực bóng đá`, /^Chưa có lĩnh vực “bóng đá”/);
  await ha.asks(`/duthao ${code} nhảy múa`, /^Chưa hiểu “nhảy múa”/);
});

it("goes on tomorrow where it was left, after a restart, and is recognised when it comes again", async () => {
  const province = await open();
  const { db } = province;
  const ha = await province.person("secretariat", "SNV", "Hà");
  const finance = await province.official("STC");
  await brings(ha);
  await ha.asks("/duthao VB-1.1 đúng", /^VB-1\.1: đúng/);
  await province.restart();
  await province.forwardTo("2026-11-21T09:00");
  await ha.asks("/vanban", /^Văn bản đang xem \(1\)\n• VB-1 .*đã xem 1\/\d/);
  const again = await brings(ha);
  expect(again.text).toMatch(/^Văn bản này đang được xem \(VB-1\); tiếp tục/);
  expect(await db.directiveReading.count()).toBe(1);

  await dropsRest(ha, province, [1, 2, 3]);
  await ha.asks("/duthao VB-1 ghi nhận", /^Đã ghi nhận 3 nhiệm vụ/);
  await finance.hears(/^Sở Tài chính được giao 2 nhiệm vụ/);

  // The very same: nothing is new, what was dropped is not offered again.
  const same = await brings(ha);
  expect(same.text).toMatch(
    /đã có 3 nhiệm vụ trong sổ\. So với các nhiệm vụ đó:\n3 như cũ, 0 khác, 0 mới/,
  );
  expect(same.text).toMatch(/nhiệm vụ đã bỏ khi xem lần trước/);
  expect(await db.directiveReading.count()).toBe(1);

  // A later version: another deadline, another lead, one gone, one new.
  const later = DIRECTIVE.map((line) =>
    line.replace("15/12/2026", "16/12/2026").replace("2. Sở Tư pháp chủ trì", "2. Sở Y tế chủ trì"),
  ).filter((line) => !line.startsWith("b) "));
  const added = "6. Sở Nội vụ kiểm tra công vụ tại 10 đơn vị, hoàn thành trước ngày 18/12/2026.";
  const at = later.findIndex((line) => line.startsWith("Yêu cầu các cơ quan"));
  const difference = await brings(ha, [...later.slice(0, at), added, ...later.slice(at)]);
  expect(difference.text).toMatch(/So với các nhiệm vụ đó:\n0 như cũ, 2 khác, 1 mới, 1 không còn/);
  expect(difference.text).toMatch(
    /Hạn khác\n• NV-001 .*sổ ghi 15\/12\/2026, văn bản ghi 16\/12\/2026/,
  );
  expect(difference.text).toMatch(
    /chủ trì khác\n• NV-003 .*sổ ghi Sở Tư pháp, văn bản ghi Sở Y tế/,
  );
  await ha.asks("/duthao VB-2 ghi nhận", /^Đã ghi nhận 1 nhiệm vụ \(NV-004\)/);
  expect(await db.task.count()).toBe(4);
  expect(await db.document.count()).toBe(1);
});
