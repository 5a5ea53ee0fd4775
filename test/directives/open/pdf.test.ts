import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { openDocument } from "#src/directives/open/open-document.ts";
import { refusalOf, stampOf, textOf } from "./opened.ts";
import { line, pdf } from "./tiny-pdf.ts";

// Printed by Chromium from the page beside it.
const plan = readFileSync(path.join(import.meta.dirname, "pages/ke-hoach.pdf"));

test("a printed plan: its head and foot are untangled, its page numbers gone", async () => {
  const opened = await openDocument(plan, "ke-hoach.pdf");
  if (opened.kind !== "text") throw new Error(opened.kind);
  expect(opened).toMatchObject({ from: "pdf", pages: 3 });
  const paragraphs = opened.text.split("\n\n");
  expect(paragraphs.slice(0, 6)).toEqual([
    "ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ",
    "Số: 57/KH-UBND",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
    "Sơn Hà, ngày 12 tháng 02 năm 2026",
    "KẾ HOẠCH",
    expect.stringMatching(/^Nâng cao chất lượng(.|\n)*năm 2026$/),
  ]);
  expect(paragraphs).toContain("Nơi nhận:\n- Bộ Nội vụ;\n- Các sở, ban, ngành;\n- Lưu: VT, NC.");
  expect(paragraphs).toContain("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH");
  expect(opened.text).not.toMatch(/^\d$/m);
});

test("each paragraph is one, also over the end of a page", async () => {
  const paragraphs = (await textOf(plan, "a.pdf"))
    .split("\n\n")
    .map((one) => one.replaceAll("\n", " "));
  expect(paragraphs).toContain(
    "2. Sở Khoa học và Công nghệ nâng cấp cổng tra cứu hồ sơ, bảo đảm người dân xem được tình trạng xử lý bằng điện thoại; xong trước ngày 15/6/2026 và báo cáo kết quả về Ủy ban nhân dân tỉnh qua Sở Nội vụ để tổng hợp chung.",
  );
  expect(paragraphs).toContain("1. Sở Nội vụ:");
  expect(paragraphs.filter((one) => /^Các sở, ban, ngành, Ủy ban/.test(one))).toEqual([
    expect.stringMatching(/xem xét, quyết định\.\/\.$/),
  ]);
});

test("a ruled table keeps its cells, whatever lines they run over", async () => {
  const rows = (await textOf(plan, "a.pdf")).split("\n").filter((one) => one.startsWith("|"));
  expect(rows).toEqual([
    "| STT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |",
    "| 1 | Ban hành quy chế làm việc mới của bộ phận một cửa, thay thế quy chế cũ không còn phù hợp | Sở Nội vụ | Văn phòng UBND tỉnh | Tháng 4/2026 |",
    "| 2 | Bồi dưỡng kỹ năng giao tiếp | Sở Nội vụ | Trường Chính trị tỉnh | Quý III/2026 |",
    "| II. Ứng dụng công nghệ |  |  |  |  |",
    "| 3 | Nâng cấp cổng tra cứu hồ sơ | Sở Khoa học và Công nghệ | Các sở, ban, ngành; UBND các xã, phường | Trước 15/6/2026 |",
  ]);
});

test("letters of an old font come out in Unicode; its ư is a hyphen in the file", async () => {
  const content =
    line("Uû ban nh©n d©n tØnh yªu cÇu Së Néi vô chñ tr×, phèi hîp", 60, 700) +
    line("víi c¸c së b¸o c¸o kÕt qu¶ tr-íc ngµy 30/6/2008; thùc hiÖn tõ 2006-2008.", 60, 684);
  expect((await textOf(pdf(content), "a.pdf")).replace("\n", " ")).toBe(
    "Uỷ ban nhân dân tỉnh yêu cầu Sở Nội vụ chủ trì, phối hợp với các sở báo cáo kết quả trước ngày 30/6/2008; thực hiện từ 2006-2008.",
  );
});

test("a stamp beside other words of the head is found", async () => {
  const body = line("Uy ban nhan dan tinh yeu cau cac so bao cao ket qua thuc hien.", 60, 600);
  const stamped = line("MAT", 60, 760) + line("CONG HOA XA HOI CHU NGHIA VIET NAM", 300, 760);
  expect(await stampOf(pdf(stamped + body), "a.pdf")).toBe("MẬT");
});

test("a scan, a locked file, too many pages, letters without a meaning", async () => {
  expect(await refusalOf(pdf("", { pages: 3 }), "a.pdf")).toBe("scanned");
  expect(await refusalOf(pdf(line("Signed 12:00", 60, 20), { pages: 3 }), "a.pdf")).toBe("scanned");
  const long = line("Uy ban nhan dan tinh yeu cau cac so bao cao ket qua.", 60, 700);
  expect(await refusalOf(pdf(long, { pages: 201 }), "a.pdf")).toBe("too-many-pages");
  const key = "00".repeat(32);
  const locked = `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${key}>/U<${key}>>>`;
  expect(await refusalOf(pdf(long, { trailer: locked }), "a.pdf")).toBe("encrypted");
  expect(await refusalOf(Buffer.from("%PDF-1.7\nnothing more"), "a.pdf")).toBe("broken");
});
