// What people really type, and what each gets for it: short, formal, kind; it says what was
// understood and what was not, and gives an example or a tap. Friday 20/11/2026, 09:00. In force:
//   NV-001 STC leads, STP coordinates, due 27/11     NV-003 STC, submitted, awaits a decision
//   NV-002 STC, overdue since 10/11                  NV-004 STP, due 24/11
// Every line is undone again. A string is the whole answer, its buttons in brackets.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readAgencyCsv } from "#src/agencies/agency-csv.ts";
import { importAgencies } from "#src/agencies/import-agencies.ts";
import { openTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { sampleAgencies } from "#test/support/sample-agencies.ts";
import { bindPerson, plantTask, type Speaker, speak } from "#test/support/speak.ts";

let open: TestDatabase;
const people: Record<string, Speaker> = { stranger: { externalId: "stranger" } };

beforeAll(async () => {
  open = await openTestDatabase();
  const { db } = open;
  await db.$transaction((tx) => importAgencies(tx, readAgencyCsv(sampleAgencies).rows));
  const agencies = new Map((await db.agency.findMany()).map(({ code, id }) => [code, id]));
  const id = (code: string): number => agencies.get(code) ?? 0;
  people.official = await bindPerson(db, "Lan", "official", id("STC"));
  people.secretary = await bindPerson(db, "Hà", "secretariat", id("SNV"));
  people.leader = await bindPerson(db, "Thắng", "leader", null);
  const stc = id("STC");
  const stp = id("STP");
  const more = { lead: stc, coordinating: [stp] };
  await plantTask(db, { content: "Rà soát định mức chi", ...more, dueOn: "2026-11-27" });
  await plantTask(db, { content: "Báo cáo tự chủ", lead: stc, dueOn: "2026-11-10" });
  await plantTask(db, { content: "Kiểm tra", lead: stc, dueOn: "2026-11-30", awaiting: true });
  await plantTask(db, { content: "Rà soát thủ tục", lead: stp, dueOn: "2026-11-24" });
});

afterAll(() => open.close());

type Line = readonly [who: string, typed: string, expected: string | RegExp];

const SAVED = "Đã ghi tiến độ NV-001: 70%.\n[Nộp kết quả → /hoanthanh NV-001]";
const NOD = "Vâng, cảm ơn anh/chị.";
const NOTHING_OPEN = "Hiện không có biểu mẫu nào đang chờ trả lời.\n[/trogiup → /trogiup]";
const HELLO =
  "Xin chào anh/chị. Gõ /viec để xem việc, /trogiup để xem các lệnh.\n[/trogiup → /trogiup]";
const LOST =
  /^Trợ lý chưa hiểu tin nhắn này\. Gõ \/trogiup .* ví dụ:\n\/viec quá hạn\n\/tiendo NV-012 70%/;
const WHAT_ABOUT = (rest: string): string =>
  `Anh/chị muốn làm gì với NV-001?\n[Báo tiến độ → /tiendo NV-001 ${rest}]\n[Nộp kết quả → /hoanthanh NV-001 ${rest}]\n[NV-001 → /viec NV-001]`;
const WHEN = "Hạn đến khi nào? Ví dụ: 30/11, cuối tháng, quý 4; hoặc: không";
const MEANT = "Có phải anh/chị muốn dùng:";

/** The read-back of a draft of Sở Tư pháp. */
const draft = (content: string, due: string, more = ""): string =>
  `Giao nhiệm vụ, xin kiểm tra:\nChủ trì: Sở Tư pháp\nNội dung: ${content}\nHạn: ${due}\n${more}Nếu cần sửa, trả lời chỗ cần sửa, ví dụ: hạn 15/12; phối hợp STC\n[Ghi nhận → /dongy]\n[Thôi → /thoi]`;

const progress: Line[] = [
  ["official", "/tiendo NV-001 70%", SAVED],
  ["official", "/TIENDO   nv - 001    70%", SAVED],
  ["official", "tien do nv1 70", SAVED],
  ["official", "/Tiến_độ NV-001 70% đã lấy ý kiến", SAVED],
  ["official", "/Tiến độ NV-001 70% đã lấy ý kiến".normalize("NFD"), SAVED],
  ["official", "/tien dô NV-001 70%", SAVED],
  ["official", "/tiendo@dondoc_bot NV-001 70%", SAVED],
  ["official", "  / tiendo NV-001 70%  ", SAVED],
  ["official", "/tiendo #1: được 70 phần trăm", SAVED],
  ["official", "/tiendo NV-001\n70%\nđã lấy ý kiến 5 đơn vị", SAVED],
  ["official", `/tiendo NV-001 70% ${"đã làm ".repeat(560)}`, SAVED],
  [
    "official",
    "/tiendo NV-001 đã xong 7/10 đơn vị",
    /^Đã ghi tiến độ NV-001 \(không kèm tỷ lệ\)\./,
  ],
  [
    "official",
    "/tiendo NV-001 150%",
    "“150%” không phải tỷ lệ từ 0% đến 100%, nên chưa ghi nhận. Ví dụ: /tiendo NV-012 70% đã lấy ý kiến",
  ],
  [
    "official",
    "/tiendo NV-001",
    /^Anh\/chị cho biết tiến độ của NV-001: .*ví dụ: \/tiendo NV-001 70%/,
  ],
  [
    "official",
    "/tiendo 70% đã họp",
    "Anh/chị cho biết mã nhiệm vụ, ví dụ: /tiendo NV-012 70% đã họp\nCác việc đang mở của cơ quan anh/chị:\n[NV-002 · Báo cáo tự chủ · 10/11/2026 → /tiendo NV-002 70% đã họp]\n[NV-001 · Rà soát định mức chi · 27/11/2026 → /tiendo NV-001 70% đã họp]",
  ],
  [
    "official",
    "/tiendo NV-099 50%",
    "Không tìm thấy nhiệm vụ NV-099 trong phạm vi của anh/chị.\n[/viec → /viec]",
  ],
  // Another agency's task is not there at all for somebody who may not see it.
  [
    "official",
    "/tiendo NV-004 50%",
    "Không tìm thấy nhiệm vụ NV-004 trong phạm vi của anh/chị.\n[/viec → /viec]",
  ],
  [
    "official",
    "/tiendo NV-003 50%",
    "NV-003 đang ở trạng thái “chờ xác nhận” nên không thực hiện được lệnh này.\n[NV-003 → /viec NV-003]",
  ],
  [
    "secretary",
    "/tiendo NV-001 70%",
    "Đã ghi tiến độ NV-001: 70%.\nNhập hộ Sở Tài chính; cơ quan đã được báo.\n[Nộp kết quả → /hoanthanh NV-001 STC]",
  ],
  [
    "secretary",
    "/tiendo NV-001 so tai chinh 70% theo dien thoai 22/11",
    /^Đã ghi tiến độ NV-001: 70%\.\nNhập hộ Sở Tài chính;/,
  ],
  [
    "leader",
    "/tiendo NV-001 70%",
    "Lệnh /tiendo dành cho cán bộ đầu mối, lãnh đạo cơ quan, cơ quan thường trực. Gõ /trogiup để xem các lệnh của anh/chị.",
  ],
  ["official", "da nhan nv1", /^Đã ghi nhận: Sở Tài chính đã nhận NV-001\.\n\[Tôi phụ trách → /],
  ["official", "/nhan NV-003", /^NV-003 đã được nhận trước đó, hiện “chờ xác nhận”\.$/],
  ["official", "Đã nhận", /^Nhiệm vụ chưa nhận \(2\)\nNV-001 Rà soát định mức chi/],
  ["official", "/phu trach NV-001: minh", "NV-001 nay do Lan phụ trách."],
  [
    "official",
    "/phutrach NV-001 Bich",
    "Chưa thấy ai tên “Bich” trong số những người có thể chọn:\n[Lan → /phutrach NV-001 Lan]",
  ],
  [
    "official",
    "/phutrach",
    /^Anh\/chị cho biết mã nhiệm vụ, ví dụ: \/phutrach NV-012\n.*\[NV-002 · Báo cáo tự chủ/s,
  ],
  ["official", "/viec cua toi", /^Việc đang thực hiện · Việc tôi phụ trách \(0\)/],
  ["official", "/vang mat tuần sau", /^Chưa có ai cùng cơ quan hoặc cùng vai trò với anh\/chị/],
  ["secretary", "/vắng mặt hôm qua", /^Chưa hiểu ngày vắng trong “hôm qua”/],
  [
    "official",
    "/khong dung NV-001 sai số liệu",
    "NV-001 không có nội dung nào được nhập hộ cho cơ quan anh/chị.",
  ],
];

const slips: Line[] = [
  [
    "official",
    "/tendo NV-001 70% đã lấy ý kiến",
    `Chưa có lệnh “/tendo”.\n${MEANT}\n[/tiendo: Báo tiến độ một nhiệm vụ → /tiendo NV-001 70% đã lấy ý kiến]`,
  ],
  [
    "official",
    "/baocao NV-001 70%",
    `Chưa có lệnh “/baocao”.\n${MEANT}\n[/tiendo: Báo tiến độ một nhiệm vụ → /tiendo NV-001 70%]`,
  ],
  [
    "official",
    "/xong NV-001 số 5/BC-STC",
    `Chưa có lệnh “/xong”.\n${MEANT}\n[/hoanthanh: Nộp kết quả một nhiệm vụ → /hoanthanh NV-001 số 5/BC-STC]`,
  ],
  // Approving and refusing are about extensions; what does wait is a tap away.
  [
    "secretary",
    "/tuchoi NV-003 thiếu phụ lục",
    /^NV-003 không có đề nghị gia hạn, nhưng có kết quả đang chờ\..*\[Trả lại → \/tralai NV-003 STC\]/s,
  ],
  ["official", "/zzz NV-001 70%", `Chưa có lệnh “/zzz”.\n${WHAT_ABOUT("70%")}`],
  [
    "official",
    "/xyz",
    "Chưa có lệnh “/xyz”.\nGõ /trogiup để xem các lệnh của anh/chị.\n[/trogiup → /trogiup]",
  ],
  // What somebody else may do is not offered.
  [
    "official",
    "/duyet NV-003",
    /^Lệnh \/duyet dành cho cơ quan thường trực, lãnh đạo Ban Chỉ đạo\./,
  ],
  ["official", "/", LOST],
  ["official", "NV-001 xong rồi", WHAT_ABOUT("xong rồi")],
  ["official", "báo cáo tiến độ NV-001 đạt 70%", WHAT_ABOUT("báo cáo tiến độ đạt 70%")],
  [
    "official",
    "nv-001",
    /^NV-001 · Sở Tài chính\nRà soát định mức chi\n.*\[Báo tiến độ → \/tiendo NV-001\]/s,
  ],
  [
    "secretary",
    "duyệt NV-003",
    /^NV-003 không có đề nghị gia hạn, nhưng có kết quả đang chờ\..*\[Xác nhận → \/xacnhan NV-003 STC\]/s,
  ],
  [
    "secretary",
    "Giao Sở Tư pháp rà soát văn bản, hạn 30/11",
    `${MEANT}\n[/giao: Giao (hoặc đề xuất) một nhiệm vụ → /giao Sở Tư pháp rà soát văn bản, hạn 30/11]`,
  ],
];

const smallTalk: Line[] = [
  ["official", "cảm ơn", NOD],
  ["official", "Vâng cám ơn em nhé!", NOD],
  ["official", "👍", NOD],
  ["official", "...", NOD],
  ["official", "ok", NOTHING_OPEN],
  ["official", "Có", NOTHING_OPEN],
  ["official", "không", NOTHING_OPEN],
  ["official", "thôi", "Hiện không có biểu mẫu nào đang chờ trả lời."],
  ["official", "Xin chào", HELLO],
  ["official", "hello", HELLO],
  ["official", "123", LOST],
  ["official", "70%", LOST],
  ["official", "What are my tasks?", /^Có phải anh\/chị muốn dùng:\n\[\/viec: /],
  ["official", "hôm nay có việc gì quá hạn", /\/quahan: .*\/viec: /s],
  ["official", "?", /^Các lệnh của anh\/chị .*Báo tiến độ một nhiệm vụ: \/tiendo NV-012 70%/s],
  ["official", "trợ giúp", /^Các lệnh của anh\/chị/],
  ["official", "help", /^Các lệnh của anh\/chị/],
  [
    "stranger",
    "/viec",
    /^Xin chào\. Đây là trợ lý .* mở đường liên kết mời do cơ quan thường trực cấp\.$/,
  ],
  ["stranger", "/start 12345", /^Mã mời không đúng\. Đề nghị liên hệ cơ quan thường trực/],
];

const results: Line[] = [
  [
    "official",
    "/hoan thanh nv1 so 12/bc-stc ngay 18/11 da bao cao",
    "Đã nộp kết quả NV-001, văn bản số 12/BC-STC ngày 18/11/2026. Đang chờ xác nhận.",
  ],
  ["official", "/hoàn thành NV-001 đã xong ạ", "Đã nộp kết quả NV-001. Đang chờ xác nhận."],
  [
    "official",
    "/hoanthanh NV-001",
    /^Nộp kết quả NV-001: số, ngày văn bản và nội dung .* ví dụ: \/hoanthanh NV-001/,
  ],
  [
    "official",
    "/hoanthanh NV-001 số 12/BC-STC ngày 31/11",
    "Không có ngày 31/11. Anh/chị kiểm tra lại ngày ký văn bản.",
  ],
  [
    "official",
    "/hoanthanh NV-001 số 12/BC-STC ngày 30/12",
    "Ngày văn bản không ghi năm nên hiểu là 30/12/2025, trước khi giao nhiệm vụ. Nếu đúng, anh/chị ghi rõ cả năm.",
  ],
  [
    "official",
    "/hoanthanh NV-001 số 12/BC-STC ngày 30/12/2026",
    "Ngày văn bản 30/12/2026 sau ngày hôm nay. Anh/chị kiểm tra lại ngày ký.",
  ],
  [
    "official",
    "/hoanthanh NV-001 số 12/BC-STC ngày 30/12/2025",
    "Đã nộp kết quả NV-001, văn bản số 12/BC-STC ngày 30/12/2025. Đang chờ xác nhận.",
  ],
  [
    "secretary",
    "/xac nhan nv3",
    "Đã xác nhận NV-003 của Sở Tài chính: hoàn thành ngày 02/11/2026.",
  ],
  ["secretary", "/xacnhan NV-003 stc ngày 18/11", /hoàn thành ngày 18\/11\/2026\.$/],
  [
    "secretary",
    "/xacnhan NV-003 ngày 31/11",
    /^Chưa hiểu “ngày 31\/11”\. Sau mã nhiệm vụ chỉ ghi .* ví dụ: ngày 14\/10\/2026\.$/,
  ],
  ["secretary", "/xacnhan NV-001", "NV-001 không có kết quả nào đang chờ xác nhận."],
  [
    "secretary",
    "/xacnhan",
    "Anh/chị cho biết mã nhiệm vụ, ví dụ: /xacnhan NV-012\n[/choxuly → /choxuly]",
  ],
  [
    "secretary",
    "/tralai NV-003",
    /^Anh\/chị cho biết lý do trả lại NV-003 .* ví dụ: thiếu phụ lục số liệu$/,
  ],
  [
    "official",
    "/xacnhan NV-003",
    /^Lệnh \/xacnhan dành cho cơ quan thường trực, lãnh đạo Ban Chỉ đạo\./,
  ],
];

const assigning: Line[] = [
  ["secretary", "/giao Sở Tư pháp: Rà soát; hạn 30/11", draft("Rà soát", "30/11/2026")],
  ["secretary", "/giao so tu phap: Rà soát; han 30-11-2026", draft("Rà soát", "30/11/2026")],
  ["secretary", "/assign STP: Review; due 30/11", draft("Review", "30/11/2026")],
  // No semicolon, no colon.
  ["secretary", "/giao STP: Rà soát văn bản, hạn 30/11", draft("Rà soát văn bản", "30/11/2026")],
  ["secretary", "/giao STP rà soát văn bản hạn 30/11", draft("rà soát văn bản", "30/11/2026")],
  [
    "secretary",
    "/giao STP rà soát văn bản trước ngày 30/11",
    draft("rà soát văn bản", "trước 30/11/2026 (cần xong 27/11/2026)"),
  ],
  ["secretary", "/giao STP: Báo cáo trước hội đồng", WHEN],
  [
    "secretary",
    "/giao STP: Rà soát; hạn 31/11",
    `Chưa hiểu hạn “31/11”. Không có ngày này; gần nhất là 30/11/2026.\n${WHEN}\n[30/11/2026 → /giao 30/11/2026]`,
  ],
  [
    "secretary",
    "/giao STP: Rà soát; hạn 30/2",
    /^Chưa hiểu hạn “30\/2”\. Không có ngày này; gần nhất là 28\/02\/2027\.\n/,
  ],
  [
    "secretary",
    "/giao STP: Rà soát; hạn 15/1",
    draft("Rà soát", "15/01/2027", "“15/1” của năm nay đã qua, nên hiểu là 15/01/2027.\n"),
  ],
  [
    "secretary",
    "/giao STP: Rà soát; hạn 1/11/2026",
    `Hạn 01/11/2026 đã qua. Anh/chị ghi lại hạn.\n${WHEN}`,
  ],
  [
    "secretary",
    "/giao STP: Rà soát; hạn sớm",
    `Chưa hiểu hạn “sớm”. Ghi như 30/11, 30/11/2026, cuối tháng, quý 4, hoặc: không.\n${WHEN}`,
  ],
  // 24/11 is a day off: to be done on the working day before.
  [
    "secretary",
    "/giao STP: Rà soát; hạn 24/11",
    draft("Rà soát", "24/11/2026 (cần xong 23/11/2026)"),
  ],
  ["secretary", "/giao STP: Rà soát", WHEN],
  ["secretary", "/giao STP", "Nhiệm vụ giao Sở Tư pháp là gì?"],
  [
    "secretary",
    "/giao",
    /^Cơ quan nào chủ trì\? Ví dụ: .*\n\/giao Sở Tư pháp: Rà soát văn bản; hạn 30\/11/s,
  ],
  [
    "secretary",
    "/giao Sở Tư páp: Rà soát; hạn 30/11",
    draft("Rà soát", "30/11/2026", "“Sở Tư páp” hiểu là Sở Tư pháp.\n"),
  ],
  [
    "secretary",
    "/giao Sở Ytee: Rà soát; hạn 30/11",
    /^(Chưa biết cơ quan “Sở Ytee”\. Gần nhất: Sở Y tế|Giao nhiệm vụ.*“Sở Ytee” hiểu là Sở Y tế)/s,
  ],
  [
    "secretary",
    "/giao Sở XYZ: Rà soát; hạn 30/11",
    "Chưa biết cơ quan “Sở XYZ”. Gần nhất: Sở Y tế.\nCơ quan nào chủ trì? Ví dụ: Sở Tư pháp, hoặc: Các sở, ban, ngành\n[Sở Y tế → /giao Sở Y tế]",
  ],
  [
    "secretary",
    "/giao các sở ban ngành: Báo cáo; hạn 15/12",
    /Chủ trì: Các sở, ban, ngành \(7 cơ quan\)\n/,
  ],
  [
    "secretary",
    "/giao Sở Văn hóa, Thể thao và Du lịch, UBND xã Bình Hoà: Họp; hạn 30/11",
    /Chủ trì: Sở Văn hóa, Thể thao và Du lịch; UBND xã Bình Hòa \(2 cơ quan\)\n/,
  ],
  [
    "secretary",
    "/giao stp: Rà soát; hạn 30/11; phối hợp STX",
    /Phối hợp: STX\nChưa biết cơ quan “STX”\. Gần nhất: /,
  ],
  [
    "official",
    "/giao Sở Tư pháp: Rà soát; hạn 15/12",
    "Anh/chị đề xuất được nhiệm vụ cho cơ quan mình; giao cơ quan khác do cơ quan thường trực hoặc lãnh đạo thực hiện.",
  ],
  [
    "official",
    "/giao Rà soát; hạn 15/12",
    /^Đề xuất nhiệm vụ, xin kiểm tra:\nChủ trì: Sở Tài chính\nNội dung: Rà soát\n/,
  ],
];

const lists: Line[] = [
  ["official", "viec qua han", LOST_OR_LIST()],
  ["official", "/viec trễ hạn", /^Việc quá hạn \(1\)\nNV-002 /],
  [
    "official",
    "Quá hạn",
    /^Việc quá hạn \(1\)\nNV-002 Báo cáo tự chủ · 10\/11\/2026 · quá hạn 10 ngày \(8 ngày làm việc\)/,
  ],
  ["official", "qua han", /^Việc quá hạn \(1\)/],
  ["official", "/viec trang 9", /^Việc đang thực hiện \(2\)/],
  [
    "official",
    "/viec Sở Y tế",
    /^Danh mục việc của Sở Y tế chỉ dành cho .*\[\/coquan SYT → \/coquan SYT\]/s,
  ],
  ["secretary", "/quahan stc", /^Việc quá hạn · Sở Tài chính \(1\)/],
  ["secretary", "/quahan sở tai chinh", /^Việc quá hạn · Sở Tài chính \(1\)/],
  ["secretary", "/quahan các sở", /^Việc quá hạn · Các sở, ban, ngành \(1\)\nNV-002/],
  ["secretary", "/quahan cac so", /^Việc quá hạn · Các sở, ban, ngành \(1\)/],
  ["leader", "/quahan sở", /^Việc quá hạn · Các sở, ban, ngành \(1\)/],
  ["secretary", "/denhan các sở", /^Việc sắp đến hạn trong 7 ngày tới · Các sở, ban, ngành \(2\)/],
  ["secretary", "/viec tất cả các sở, ban, ngành", /^Tất cả nhiệm vụ · Các sở, ban, ngành \(4\)/],
  ["secretary", "/quahan các xã", /^Việc quá hạn · UBND các xã, phường \(0\)/],
  [
    "official",
    "/quahan các sở",
    /^Danh mục việc của Các sở, ban, ngành chỉ dành cho .*→ \/xephang Các sở, ban, ngành\]/s,
  ],
  ["secretary", "/quahan Sở Xây cất", /^Không có cơ quan nào tên là “Sở Xây cất”\./],
  ["secretary", "/denhan 30/11", /^Việc sắp đến hạn trong 10 ngày tới \(2\)/],
  ["secretary", "/den han 2 tuan", /^Việc sắp đến hạn trong 14 ngày tới \(2\)/],
  [
    "secretary",
    "/coquan XYZ",
    /^Không có cơ quan nào tên là “XYZ”\. Gần nhất là:\n.*→ \/coquan SYT\]/s,
  ],
  ["secretary", "/xephang abc", /^Không có nhóm xếp hạng nào tên là “abc”\. Các nhóm hiện có:\n/],
  ["secretary", "/moi cán bộ", "Vai trò cán bộ đầu mối cần tên cơ quan, ví dụ: /moi cán bộ STP"],
  ["secretary", "/moi quản trị", "Chỉ quản trị mời được quản trị."],
  ["secretary", "/cai dat tin moi ngay 5", /^Đã đổi\. Mỗi người nhận tối đa 5 tin/],
  ["secretary", "/caidat gio yen lang 9h toi den 6h", /^Đã đổi\. Giờ yên lặng 21:00–06:00: /],
  ["secretary", "/caidat số tin nhắn ba mươi", /^Chưa đổi: “30” cần là số nguyên từ 1 đến 20\./],
  [
    "secretary",
    "/caidat leo thang qua han can bo 0, lanh dao don vi 2 ngay, thuong truc 4, lanh dao khong",
    /^Đã đổi\. Quá hạn: cán bộ đầu mối mỗi sáng, lãnh đạo cơ quan sau 2 ngày, cơ quan thường trực sau 4 ngày; từ 09:00/,
  ],
  ["leader", "Chờ quyết định", /^Kết quả chờ xác nhận \(1\)\nNV-003 Sở Tài chính: Kiểm tra/],
  ["official", "/toi tiếng anh", "The bot will answer in English."],
];

function LOST_OR_LIST(): RegExp {
  return /^(Việc quá hạn \(1\)|Có phải anh\/chị muốn dùng:\n\[.*→ \/viec qua han\])/;
}

const extending: Line[] = [
  [
    "official",
    "gia han nv1 den het ngay 15/12 ly do cho so lieu",
    "Đã gửi đề nghị gia hạn NV-001 đến 15/12/2026. Hạn cũ vẫn giữ cho đến khi có quyết định.",
  ],
  [
    "official",
    "/xin gia hạn NV-001 chờ ý kiến Bộ, xin đến 15/12",
    /^Đã gửi đề nghị gia hạn NV-001 đến 15\/12\/2026\./,
  ],
  ["official", "/giahan NV-001 15/1 chờ số liệu", /gia hạn NV-001 đến 15\/01\/2027\./],
  ["official", "/giahan NV-001 thêm 2 tuần vì chờ", /gia hạn NV-001 đến 11\/12\/2026\./],
  ["official", "/giahan NV-001 chờ ý kiến của Bộ", /^Đề nghị gia hạn NV-001 .* đến ngày nào\?/],
  ["official", "/giahan NV-001 15/12", /^Lý do đề nghị gia hạn NV-001 đến 15\/12\/2026\?/],
  ["official", "/giahan NV-002 15/12 chờ", /^Hạn 10\/11\/2026 của NV-002 đã qua\..*→ \/vuongmac/s],
  ["official", "/vuong mac nv2 chua co mau bieu", /^Đã ghi vướng mắc VM-\d+ của NV-002 và chuyển/],
  ["secretary", "/duyet NV-001 theo 45/UBND-NC ngày 3/11", /^NV-001 không có đề nghị gia hạn nào/],
  ["secretary", "/giai trinh nv4 stp han 25/11 vi sao cham", /^Đã gửi yêu cầu giải trình GT-\d+ /],
  ["secretary", "/traloi vm99 xong", "Không tìm thấy VM-99 trong phạm vi của anh/chị."],
  ["secretary", "/dong", /^Anh\/chị cho biết mã cần đóng, ví dụ: \/dong VM-3/],
];

const bulk: Line[] = [
  [
    "secretary",
    "xac nhan nv3 tat ca",
    /^Xác nhận 1 kết quả của NV-003\?\nKết quả của:\nSở Tài chính/,
  ],
  [
    "secretary",
    "/xn NV-003 tất cả, trừ: so tai chinh",
    /^NV-003 không có kết quả nào anh\/chị xác/,
  ],
  ["secretary", "/xacnhan NV-003 tất cả trừ Sở Xây cất", /^Chưa rõ “Sở Xây cất” là cơ quan nào\./],
  ["secretary", "/cho xu ly ket qua stc", /^Kết quả chờ xác nhận \(1\)\nNV-003 /],
  ["secretary", "/choxuly quá 3 ngày", /^Kết quả chờ xác nhận \(1\)\nNV-003 /],
  ["secretary", "/choxuly xyz", /^Chưa rõ “xyz”\..* Lọc được theo mã nhiệm vụ, loại, cơ quan/],
  ["secretary", "/chưa báo cáo nv1", /^NV-001: 1\/1 cơ quan chưa báo cáo\nRà soát định mức chi\n/],
  ["secretary", "chua bao cao", /^Nhiệm vụ còn cơ quan chưa báo cáo \(3\)\n/],
  ["leader", "/don doc NV-002 qua han", /^Đã đôn đốc Sở Tài chính về NV-002\./],
  ["leader", "/nhac viec nv1 : gửi sớm ạ", /^Đã đôn đốc Sở Tài chính về NV-001\./],
  ["secretary", "/dondoc NV-001 quá hạn", "NV-001: không có cơ quan nào quá hạn."],
  ["secretary", "/dondoc", /^Anh\/chị cho biết mã nhiệm vụ, ví dụ: \/dondoc NV-012\n/],
  [
    "secretary",
    "/moi tat ca cac xa chua co nguoi",
    /^Tạo 2 thư mời dùng một lần: 2 cán bộ đầu mối\?/,
  ],
  [
    "secretary",
    "/moi danh sach",
    /^Anh\/chị gửi tệp danh sách \(CSV hoặc XLSX\) kèm chú thích \/moi\./,
  ],
];

const changing: Line[] = [
  [
    "secretary",
    "sua nv1 linh vuc the che; han che co",
    /Lĩnh vực: \(chưa có\) → Cải cách thể chế\nHạn chế: không → có/,
  ],
  ["secretary", "/sửa NV-001 hạn 31/11", /Không có ngày này; gần nhất là 30\/11\/2026/],
  [
    "secretary",
    "/suanv #1 han 25/11 theo cv 45/UBND-NC",
    /27\/11\/2026 → 25\/11\/2026\nCăn cứ sửa hạn: cv 45\/UBND-NC/,
  ],
  ["secretary", "sửa", /^Có phải anh\/chị muốn dùng:\n\[\/sua: /],
  ["secretary", "Hủy", NOTHING_OPEN],
  ["secretary", "huỷ nv4 đã lồng ghép", /^Hủy NV-004 của Sở Tư pháp, lý do: đã lồng ghép\./],
  ["secretary", "/tam dung NV-004 sở tư pháp", /cho biết lý do tạm dừng NV-004/],
  [
    "secretary",
    "tiep tuc nv4",
    /^NV-004 đang ở trạng thái “mới giao” nên không thực hiện được lệnh này\./,
  ],
  [
    "secretary",
    "/chuyen nv4 sang so tai chinh theo y kien PCT Thang",
    /^Chuyển NV-004: Sở Tư pháp → Sở Tài chính, theo y kien PCT Thang\./,
  ],
  ["secretary", "/chuyen NV-003 STC sang STP", /xác nhận hoặc trả lại trước, rồi mới chuyển/],
  ["official", "lich su nv1", /^Diễn biến NV-001\nNV-001 chưa có diễn biến nào\./],
  ["official", "/huy NV-001", /^Lệnh \/huy dành cho cơ quan thường trực, lãnh đạo Ban Chỉ đạo/],
];

const publishing: Line[] = [
  ["official", "/kien nghi tuan truoc so lieu sai", /^Kết quả kỳ 2026-W46 chưa công bố/],
  [
    "official",
    "/kiennghi",
    "Trong 4 tuần gần nhất chưa công bố kết quả xếp hạng nào có Sở Tài chính.",
  ],
  ["official", "/xep hang tuan 46", /^Kết quả kỳ 2026-W46 chưa công bố\.$/],
  [
    "secretary",
    "/xem truoc so",
    /^Xem trước bảng xếp hạng cho nhóm cơ quan Các sở, ban, ngành\. Chưa đăng/,
  ],
  ["secretary", "/dang bo tuan 46", /^Không có bảng xếp hạng nào chờ đăng như vậy nên không bỏ/],
];

const reorganising: Line[] = [
  [
    "secretary",
    "/sap xep doi ten so tai chinh thanh Sở Kinh tế theo qd 45/qđ-ubnd ngay 3/11 tu 1/12",
    /^Sắp xếp cơ quan, xin kiểm tra:\nNội dung: Sở Tài chính đổi tên thành Sở Kinh tế\nTheo: 45\/QĐ-UBND ngày 03\/11\/2026\nHiệu lực từ: 01\/12\/2026/,
  ],
  [
    "secretary",
    "/sapxep stc va stp hop nhat thanh Sở Tài chính và Tư pháp",
    "Theo văn bản nào? Ghi số và ngày, ví dụ: 45/QĐ-UBND ngày 3/11/2026",
  ],
  [
    "secretary",
    "/sapxep giải thể Sở Tài chinhh theo 45/QĐ-UBND ngày 3/11/2026",
    "“Sở Tài chinhh” hiểu là Sở Tài chính.\nCó hiệu lực từ ngày nào? Ví dụ: 01/12/2026, hoặc: ngày ký\n[03/11/2026 → /sapxep 03/11/2026]",
  ],
  ["secretary", "/sapxep hủy số 3", "Không có việc sắp xếp số 3.\n[/sapxep → /sapxep]"],
  [
    "official",
    "/sapxep giải thể STP",
    "Lệnh /sapxep dành cho cơ quan thường trực, quản trị. Gõ /trogiup để xem các lệnh của anh/chị.",
  ],
];

const inAndOut: Line[] = [
  ["official", "/xuất quá hạn excel", /^Việc quá hạn: 1 nhiệm vụ, 1 phân công chủ trì, 1 dòng\./],
  ["secretary", "/EXPORT stc", /^Tất cả nhiệm vụ · Sở Tài chính: 3 nhiệm vụ/],
  ["secretary", "/xuat cac so ban nganh csv", /^Tất cả nhiệm vụ · Các sở, ban, ngành: 4 nhiệm vụ/],
  ["official", "/xuat stp", /^Danh mục việc của Sở Tư pháp chỉ dành cho cơ quan đó/],
  ["secretary", "/bản tin", /^TÌNH HÌNH THỰC HIỆN NHIỆM VỤ TUẦN 47/],
  ["leader", "/tomtat tuan 46", /^TÌNH HÌNH THỰC HIỆN NHIỆM VỤ TUẦN 46/],
  ["secretary", "/bantin thang sau", /^Chưa rõ “thang sau” là tuần nào\. Ví dụ: \/bantin/],
];

const tables: Record<string, Line[]> = {
  "In and out": inAndOut,
  reorganising,
  publishing,
  changing,
  bulk,
  extending,
  progress,
  slips,
  smallTalk,
  results,
  assigning,
  lists,
};

describe.each(Object.entries(tables))("%s, as people type", (_, lines) => {
  it.each(lines)("%s: %s", async (who, typed, expected) => {
    const { text } = await speak(open.db, people[who] ?? { externalId: who }, typed);
    if (typeof expected === "string") expect(text).toBe(expected);
    else expect(text).toMatch(expected);
  });
});

describe("whatever is typed", () => {
  const odd = [
    "\u200b",
    "/tiendo \u0000".replace("\u0000", ""),
    "/giao ;;;;",
    "/giao :::",
    "/xacnhan NV-999999",
    "/viec NV-0",
    "/tiendo NV-001 %%%%",
    "/hoanthanh NV-001 /////",
    "/denhan 999 ngày",
    "/quahan trang 0",
    "/xephang năm năm năm",
    "/nhap <b>UBND</b>",
    "x".repeat(4000),
    "/giao ".concat("Sở Tư pháp, ".repeat(300), ": họp; hạn 30/11"),
    "/dang 9999-W99 1",
    "/sapxep chuyển từ sang",
    "/sapxep tách thành theo từ",
    "/sapxep ;;;; thành",
    "/sapxep giải thể Sở Tư pháp theo 1/QĐ ngày 31/2/2026 từ 99/99/9999",
    "/guilai 99999999999999999999",
    "/tep NV-99999999",
  ];

  it.each(odd)("%j is answered, and never with an error", async (typed) => {
    for (const who of ["official", "secretary"]) {
      const { text } = await speak(open.db, people[who] ?? { externalId: who }, typed);
      expect(text).not.toBe("");
      expect(text).not.toMatch(/Error|undefined|null|NaN|\[object/);
    }
  });
});
