// Every command works by text alone: one Monday in a small province, at terminals. Nobody taps,
// nobody edits a message; each step goes on from the one before.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { commands } from "#commands/index.ts";
import { LONGEST_MESSAGE } from "#src/terminal/split-text.ts";
import { asText, DIRECTIVE } from "#test/directives/review/directive-docx.ts";
import { calledBy, type Day, openDay, type Speaker } from "./day.ts";
import { writeSheet } from "./province.ts";

// A machine that is busy with other tests is slow.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/**
 * They only stop, or say yes to, what another command marks; /nhom is for groups, and its mark is
 * looked for in test/security/audited.test.ts.
 */
const WITHOUT_MARK = ["thoi", "dongy", "nhom"];

let day: Day;
let ha: Speaker;
let binh: Speaker;
let thang: Speaker;
let huong: Speaker;
let lan: Speaker;
let nam: Speaker;
let thu: Speaker;
let quan: Speaker;

beforeAll(async () => {
  day = await openDay();
  ha = await day.arrives("secretariat:SNV", "Trần Thu Hà");
  binh = await day.arrives("secretariat:SNV", "Đỗ Bình");
  thang = await day.arrives("leader", "Vũ Thắng");
  huong = await day.arrives("head:STC", "Nguyễn Thị Hương");
  lan = await day.arrives("official:STC", "Trần Thị Lan");
  nam = await day.arrives("official:STC", "Lê Văn Nam");
  thu = await day.arrives("official:STP", "Phạm Thu");
  quan = await day.arrives("admin", "Hồ Quân");
});
afterAll(() => day.ends());

describe("a day at terminals", () => {
  it("people are invited, look who they are, and find the commands of their roles", async () => {
    await day.db.membership.updateMany({
      where: { person: { fullName: "Phạm Thu" } },
      data: { endedAt: new Date() },
    });
    await thu.says("/toi", /^Xin chào\..*mở đường liên kết mời/);
    const invited = await quan.says(
      "/moi cán bộ Sở Tư pháp",
      /cán bộ đầu mối – Sở Tư pháp.*7 ngày/,
    );
    const line = /^\/start [\w-]{32}$/m.exec(invited)?.[0] ?? "no invitation";
    await thu.says(line, /^Chào Phạm Thu\..*cán bộ đầu mối – Sở Tư pháp/);
    await lan.says(line, /đã được sử dụng|đã dùng/);
    await thu.says("/start", /^Chào Phạm Thu\.\n/);
    await thu.says("/toi tiếng việt", /tiếng Việt/);
    await thu.says("/toi", /^Anh\/chị là Phạm Thu\.\n- cán bộ đầu mối – Sở Tư pháp\n/);
    await thu.says("/trogiup", /\/tiendo NV-012 70%/, /^(?![\s\S]*\/xacnhan)/);
    await ha.says("/trogiup", /\/xacnhan NV-012 STC/, /\/nhap UBND tỉnh/);
  });

  it("the office decides how it works; a group is registered elsewhere", async () => {
    await ha.says("/caidat", /tối đa 3 tin.*\n\/caidat tin mỗi ngày 3/);
    await ha.says("/caidat tin mỗi ngày 5", /^Đã đổi\. Mỗi người nhận tối đa 5 tin/);
    await ha.says("/nhom ban chỉ đạo", /^Lệnh \/nhom chỉ dùng trong nhóm\.$/);
    await day.bindsGroup();
  });

  it("a sheet is taken over by its path, listed, and written out again", async () => {
    await writeSheet(path.join(day.folder, "so.csv"), [
      { stt: "1", content: "Rà soát định mức chi", deadline: "30/11/2026" },
      { stt: "2", content: "Công khai ngân sách", deadline: "10/11/2026" },
      { stt: "3", content: "Rà soát văn bản", lead: "STP", deadline: "12/11/2026" },
      { stt: "4", content: "Niêm yết thủ tục", lead: "X-SV", deadline: "15/12/2026" },
    ]);
    await ha.says("/nhap UBND tỉnh @so.csv", /4 nhiệm vụ mới/, /3 +Rà soát văn bản +Sở Tư pháp/);
    expect(await day.db.task.count()).toBe(0);
    await ha.says("/dongy", /^Đã ghi nhận 4 nhiệm vụ \(NV-001 đến NV-004\)/);
    const file = /^Tệp: (.*\.csv)$/m.exec(await ha.says("/xuat csv", /4 nhiệm vụ/))?.[1] ?? "";
    expect(await readFile(file, "utf8")).toMatch(/Rà soát định mức chi[\s\S]*Niêm yết thủ tục/);

    await lan.says("/viec", /^Việc đang thực hiện \(2\)\n- NV-002 .*quá hạn 13 ngày.*\n- NV-001/);
    await lan.says("/viec NV-001", /^NV-001 · Sở Tài chính\n.*\nHạn: 30\/11\/2026 · còn 7 ngày/);
    await lan.says("/viec NV-003", /^Không tìm thấy nhiệm vụ NV-003/);
    await lan.says("/denhan 7 ngày", /^Việc sắp đến hạn trong 7 ngày tới \(1\)\n- NV-001/);
    await thang.says("/quahan", /^Việc quá hạn \(2\)\n- NV-002.*\n- NV-003 Sở Tư pháp/);
  });

  it("the week is previewed, approved, read by everybody, petitioned about and put right", async () => {
    await ha.says("/xemtruoc", /^Xem trước bảng xếp hạng cho Ban Chỉ đạo/, /Sở Tư pháp +0,00%/);
    expect(await day.db.standingSnapshot.count()).toBe(0);
    await day.ranks("08:00");
    await ha.hears(/^Bản xem trước kết quả kỳ 2026-W47, chờ đăng vào Ban Chỉ đạo/);
    await ha.says("/choxuly", /^Xếp hạng chờ đăng \(1\)\n- 2026-W47 · Ban Chỉ đạo/);
    await ha.says("/dang", /^Đã duyệt, xếp hạng 2026-W47 đang được đăng/);
    await ha.says("/dang 2026-W47", /^(?!Đã duyệt, xếp hạng 2026-W47 đang được đăng)/);
    await lan.says("/xephang sở", /Sở Tài chính +0,00%/, /So với kỳ 2026-W47/);
    await lan.says("/coquan STC", /Chưa hoàn thành, quá hạn +1\n/, /Hạng 1 \(đồng hạng\) trong 2/);
    await ha.says("/bantin", /TUẦN 48/, /- Chưa hoàn thành, quá hạn: 2\n/, /- NV-001 .*STC/);

    await lan.says(
      "/kiennghi tuần trước: NV-002 đã nộp ngày 9/11 tại văn thư",
      /^Đã ghi kiến nghị KN-1 về kết quả kỳ 2026-W47/,
    );
    await ha.hears(/^KN-1: Sở Tài chính kiến nghị.*NV-002 đã nộp ngày 9\/11/);
    await ha.says("/duyet KN-1 NV-002 của STC tính là đúng hạn", /^Đã chấp nhận KN-1 của Sở Tài/);
    await lan.hears(/KN-1 .* được chấp nhận: NV-002 của STC tính là đúng hạn\. Nội dung này/);
    await thu.says("/xephang 2026-W47", /đã được đính chính/, /NV-002 của STC tính là đúng hạn/);
  });

  it("tasks are assigned and proposed, and what is stopped is not recorded", async () => {
    await ha.says(
      "/giao STC: Lập dự toán; hạn 15/12; phối hợp STP",
      /^Giao nhiệm vụ, xin kiểm tra/,
    );
    await ha.says("/dongy", /^Đã ghi nhận NV-005\./);
    await lan.hears(/^Sở Tài chính được giao nhiệm vụ mới:\nNV-005/);
    await thu.hears(/phối hợp thực hiện NV-005 \(Sở Tài chính chủ trì\): Lập dự toán/);
    await thang.hearsNothing();
    await ha.says("/giao STP: Việc nhầm; hạn 15/12", /Nội dung: Việc nhầm/);
    await ha.says("/thoi", /^Đã dừng\. Chưa có gì được ghi nhận/);
    await ha.says("/dongy", /^Hiện không có biểu mẫu nào/);
    expect(await day.db.task.count()).toBe(5);

    await thu.says("/giao STP: Số hóa hồ sơ; hạn 20/12", /^Đề xuất nhiệm vụ, xin kiểm tra/);
    await thu.says("/dongy", /^Đã gửi đề xuất NV-006 đến cơ quan thường trực/);
    await ha.hears(/^Sở Tư pháp đề xuất nhiệm vụ NV-006: Số hóa hồ sơ/);
    await ha.says("/choxuly", /^Nhiệm vụ đề xuất \(1\)\n- NV-006/, /Chưa nhận nhiệm vụ \(4\)/);
    await ha.says("/xacnhan NV-006", /^Đã chấp nhận đề xuất NV-006 vào danh mục/);
    await thu.hears(/^Sở Tư pháp được giao nhiệm vụ mới:\nNV-006/);
    await lan.hearsNothing();
  });

  it("a task goes from hand to hand to its confirmation", async () => {
    await lan.says("/nhan NV-005", /^Đã ghi nhận: Sở Tài chính đã nhận NV-005/);
    await lan.says("/phutrach NV-005 tôi", /^NV-005 nay do Trần Thị Lan phụ trách/);
    await huong.says("/phutrach NV-005 Lê Văn Nam", /^NV-005 nay do Lê Văn Nam phụ trách/);
    await nam.hears(/Nguyễn Thị Hương giao anh\/chị phụ trách NV-005:\nNV-005/);
    await lan.hears(/^Nguyễn Thị Hương đã ghi: NV-005 nay do Lê Văn Nam phụ trách/);
    await nam.says("/tiendo NV-005 70% đã lấy ý kiến", /^Đã ghi tiến độ NV-005: 70%/);
    await nam.says(
      '/hoanthanh NV-005 số 12/BC-STC ngày 23/11 đã báo cáo @"báo cáo.pdf"',
      /^Đã nộp kết quả NV-005, văn bản số 12\/BC-STC ngày 23\/11\/2026, kèm 1 tệp/,
    );
    await ha.hears(/^Sở Tài chính nộp kết quả NV-005/, /\[Tệp: báo cáo\.pdf\]/);
    const given = await ha.says("/tep NV-005", /^NV-005: 1 tệp\./);
    const file = /^Tệp: (.*)$/m.exec(given)?.[1] ?? "";
    expect(await readFile(file, "utf8")).toBe("%PDF-1 kết quả");
    await ha.says("/tralai NV-005 STC thiếu phụ lục.", /^Đã trả lại kết quả NV-005 cho Sở Tài/);
    // The notice shows the card as it is: nothing is printed twice.
    expect(
      (await nam.hears(/^Kết quả NV-005 được trả lại: thiếu phụ lục\.(?!\.)/)).match(/^Hạn:/gm),
    ).toHaveLength(1);
    await nam.says("/hoanthanh NV-005 số 15/BC-STC ngày 23/11", /^Đã nộp kết quả NV-005/);
    await ha.hears(/số 15\/BC-STC/);
    await ha.says("/xacnhan NV-005 STC", /^Đã xác nhận NV-005 .*hoàn thành ngày 23\/11\/2026/);
    await nam.hears(/^Kết quả NV-005 đã được xác nhận/);
    await lan.says(
      "/lichsu NV-005",
      /^Diễn biến NV-005\n- .*Trần Thu Hà: Xác nhận[\s\S]*Lê Văn Nam: Tiến độ 70%[\s\S]*Vào sổ/,
    );
  });

  it("what was entered on behalf is contradicted, and somebody else decides", async () => {
    await binh.says(
      "/tiendo NV-001 STC 60% theo điện thoại",
      /^Đã ghi tiến độ NV-001: 60%.\nNhập hộ/,
    );
    await lan.hears(/^Đỗ Bình đã nhập hộ Sở Tài chính cho NV-001 \(TD-2\): tiến độ 60%/m);
    await lan.says("/khongdung NV-001 mới đạt 30%", /^Đã ghi phản ánh PA-1 về nội dung TD-2/);
    await ha.hears(/^PA-1: Sở Tài chính phản ánh.*\nLý do: mới đạt 30%/m);
    await binh.says("/duyet PA-1", /^PA-1 là về nội dung do chính anh\/chị nhập/);
    await ha.says("/duyet PA-1", /^Đã chấp nhận PA-1: tiến độ NV-001 trở lại 0%/);
    await lan.hears(/^Trần Thu Hà: Đã chấp nhận PA-1/, /Trạng thái: đang thực hiện\n/);
  });

  it("time is asked for and refused, asked for and granted", async () => {
    await lan.says("/giahan NV-001 15/12 chờ ý kiến", /^Đã gửi đề nghị gia hạn NV-001 đến 15\/12/);
    await ha.hears(/^Sở Tài chính đề nghị gia hạn NV-001 từ 30\/11\/2026 đến 15\/12\/2026/m);
    await thang.says("/tuchoi NV-001 STC phải xong trước kỳ họp", /^Không gia hạn NV-001.*30\/11/);
    await lan.hears(/^Đề nghị gia hạn NV-001 chưa được chấp nhận.*phải xong trước kỳ họp/);
    await lan.says("/giahan NV-001 10/12 chờ số liệu", /^Đã gửi đề nghị gia hạn NV-001 đến 10\/12/);
    await thang.says("/duyet NV-001 STC đến 8/12", /^Đã gia hạn NV-001 .* đến 08\/12\/2026/);
    await lan.hears(/^NV-001 được gia hạn đến 08\/12\/2026, sớm hơn ngày đề nghị 10\/12\/2026/);
  });

  it("what blocks a task is answered and closed; an explanation is asked for and given", async () => {
    await lan.says("/vuongmac NV-001 chưa có mẫu biểu", /^Đã ghi vướng mắc VM-1 của NV-001/);
    await ha.hears(/Sở Tài chính báo vướng mắc VM-1 khi thực hiện NV-001: chưa có mẫu biểu/);
    await ha.says("/traloi VM-1 xem công văn số 45/SNV-CCHC.", /^Đã gửi trả lời VM-1 đến Sở Tài/);
    await lan.hears(/^Trả lời vướng mắc VM-1 \(NV-001\): xem công văn số 45\/SNV-CCHC\. /);
    await lan.says("/dong VM-1 đã đủ.", /^Đã đóng vướng mắc VM-1/);
    await ha.hears(/^Sở Tài chính đã đóng vướng mắc VM-1 \(NV-001\): đã đủ\.(?!\.)/);

    await ha.says("/giaitrinh NV-002 STC hạn 25/11 vì sao chậm.", /GT-1 \(NV-002\).*25\/11\/2026/);
    await lan.hears(
      /^Yêu cầu giải trình GT-1 về NV-002, hạn trả lời 25\/11\/2026: vì sao chậm\.(?!\.)/,
    );
    await lan.says("/traloi GT-1 thiếu người.", /^Đã gửi giải trình GT-1/);
    await ha.hears(/^Sở Tài chính giải trình GT-1 \(NV-002\): thiếu người\.(?!\.)/);
    await ha.says("/dong GT-1", /^Đã đóng yêu cầu giải trình GT-1/);
    await lan.hears(/^Yêu cầu giải trình GT-1 \(NV-002\) đã được đóng/);

    await ha.says("/chuabaocao NV-003", /^NV-003: 1\/1 cơ quan chưa báo cáo/, /1\. Sở Tư pháp/);
    await thang.says("/dondoc NV-003: gửi trước 25/11", /^Đã đôn đốc Sở Tư pháp về NV-003/);
    await thu.hears(/đề nghị Sở Tư pháp sớm hoàn thành.*NV-003.*\nLời nhắn: gửi trước 25\/11/);
  });

  it("the register is put right: edited, paused, taken up, handed over, cancelled", async () => {
    await ha.says("/sua NV-001 lĩnh vực: thể chế", /Lĩnh vực: \(chưa có\) → Cải cách thể chế/);
    await ha.says("/dongy", /^Đã sửa NV-001:/);
    await lan.hears(/^NV-001 \(Sở Tài chính\) được sửa:\nLĩnh vực: /);
    await ha.says("/tamdung NV-006 chờ hướng dẫn của Bộ", /^Đã tạm dừng NV-006 của Sở Tư pháp/);
    await thu.hears(/NV-006[\s\S]*chờ hướng dẫn của Bộ/);
    await ha.says("/tieptuc NV-006", /^Đã tiếp tục NV-006 của Sở Tư pháp/);
    await thu.hears(/NV-006/);
    await ha.says("/chuyen NV-003 sang STC theo 45/UBND-NC", /^Chuyển NV-003: Sở Tư pháp → Sở Tài/);
    await ha.says("/dongy", /^Đã chuyển NV-003 từ Sở Tư pháp sang Sở Tài chính/);
    await thu.hears(/^NV-003 \(Sở Tư pháp\) được chuyển sang Sở Tài chính chủ trì/);
    await lan.hears(/^Sở Tài chính được giao chủ trì, chuyển từ Sở Tư pháp/);
    await ha.says("/huy NV-004 đã lồng ghép", /^Hủy NV-004 .*không mở lại được/);
    await ha.says("/dongy", /^Đã hủy NV-004 của UBND xã Suối Vàng/);
    expect(await day.db.assignment.count({ where: { state: "cancelled" } })).toBe(1);
  });

  it("somebody stands in; what may not have arrived is shown again, once", async () => {
    await lan.says("/vangmat 24/11-27/11 thay bởi Lê Văn Nam", /^Đã ghi: .* Lê Văn Nam thay\./);
    await nam.hears(/Anh\/chị thay Trần Thị Lan 24\/11\/2026–27\/11\/2026/);
    const { id } = await day.db.outboxMessage.findFirstOrThrow({ orderBy: { id: "desc" } });
    await day.db.outboxMessage.update({ where: { id }, data: { state: "unknown" } });
    await nam.says("/viec", /Việc đang thực hiện \(3\)/, /có thể chưa đến[\s\S]*→ \/guilai$/);
    await nam.says("/guilai", /\(Gửi lại\)\nAnh\/chị thay Trần Thị Lan/, /Đang gửi lại 1 tin/);
    await nam.says("/guilai", /^Không có tin nào cần gửi lại\.$/);
  });

  it("a department is renamed, and its people and tasks follow", async () => {
    await ha.says("/sapxep", /^Chưa có việc sắp xếp nào/);
    await ha.says(
      "/sapxep đổi tên STC thành Sở Tài chính và Kế hoạch theo QĐ 45/QĐ-UBND ngày 3/11/2026 từ 23/11/2026",
      /đổi tên thành Sở Tài chính và Kế hoạch/,
      /chủ trì 3, phối hợp 0\):\n/,
    );
    await ha.says("/dongy", /^Đã thực hiện việc sắp xếp số 1; 3 cán bộ chuyển theo/);
    await lan.hears(/^Theo 45\/QĐ-UBND ngày 03\/11\/2026, từ ngày 23\/11\/2026/);
    await lan.says("/toi", /- cán bộ đầu mối – Sở Tài chính và Kế hoạch\n/);
    await lan.says("/viec", /^Việc đang thực hiện \(3\)/);
  });
});

describe("a directive at a terminal", () => {
  it("is read by its path, looked at, put right and registered by words alone", async () => {
    await writeFile(path.join(day.folder, "chỉ thị.txt"), asText(DIRECTIVE));
    await ha.says(
      '/docvanban @"chỉ thị.txt"',
      /^Đang đọc “chỉ thị\.txt” …$/m,
      /^VB-1 · Chỉ thị số 21\/CT-UBND ngày 18\/11\/2026/m,
    );
    await ha.says("/vanban VB-1 danh sách", /^VB-1: các nhiệm vụ dự thảo/, /^- VB-1\.1 mục 1\.a/m);
    await ha.says("/duthao VB-1.1 hạn 14/12", /^Đã sửa VB-1\.1\./, /^Hạn: 14\/12\/2026$/m);
    await ha.says("/duthao VB-1 ghi nhận chắc chắn", /^Đã ghi nhận \d nhiệm vụ \(NV-/);
    await thu.hears(/^Sở Tư pháp được giao/m);
  });
});

describe("at the end of the day", () => {
  it("every command was used", () => {
    expect(calledBy(day.lines)).toEqual(commands.map(({ name }) => name).sort());
  });

  it("every command that changes something left a mark of who, when and by which message", async () => {
    const marks = await day.db.auditEntry.findMany({ where: { inboxId: { not: null } } });
    expect(marks.filter(({ actorId }) => actorId === null)).toEqual([]);
    const marked = new Set(marks.map(({ inboxId }) => inboxId));
    const said = await day.db.inboxUpdate.findMany({ orderBy: { id: "asc" } });
    const wordsOf = ({ payload }: (typeof said)[number]): string =>
      String((payload as { text?: unknown }).text);
    const unmarked = commands
      .filter(({ kind, name }) => kind === "write" && !WITHOUT_MARK.includes(name))
      .filter(({ name }) => {
        const its = said.filter((row) => calledBy([wordsOf(row)])[0] === name);
        // A deed that asked first has its mark at the yes that followed from the same person.
        return !its.some((row) => {
          const next = said.find(({ id, lane }) => id > row.id && lane === row.lane);
          const yes = next !== undefined && wordsOf(next).startsWith("/dongy") ? next : row;
          return marked.has(row.id) || marked.has(yes.id);
        });
      });
    expect(unmarked.map(({ name }) => name)).toEqual([]);
  });

  it("nothing went wrong, and no message was longer than a text channel takes", () => {
    expect(day.printed.filter((text) => /[^.]\.\.(?!\.)/.test(text))).toEqual([]);
    expect(day.printed.filter((text) => /gặp sự cố|mã L|Chưa có lệnh/.test(text))).toEqual([]);
    expect(day.printed.filter(({ length }) => length > LONGEST_MESSAGE)).toEqual([]);
    expect(day.printed.length).toBeGreaterThan(100);
  });
});
