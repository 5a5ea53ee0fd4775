import { expect, test } from "vitest";
import { openWord } from "#src/directives/open/open-word.ts";
import { cell, docx, level, numbered, paragraph, row, run, table } from "./tiny-docx.ts";

const text = (body: string, parts: Record<string, string> = {}): string => {
  const opened = openWord(docx(body, parts));
  if (opened.kind !== "text") throw new Error(JSON.stringify(opened));
  return opened.text;
};

test("pieces of a sentence are joined; what was struck out is gone, what was put in stays", () => {
  const body = `<w:p>${run("Sở Nội ")}${run("vụ trình ")}<w:del>${run("")}<w:r><w:delText>sớm</w:delText></w:r></w:del><w:ins>${run("trước ngày 30")}<w:r><w:noBreakHyphen/></w:r>${run("4")}</w:ins><w:r><w:softHyphen/></w:r>${run("; ẩn", "<w:vanish/>")}<w:r><w:tab/></w:r>${run(".")}</w:p><w:p/>`;
  expect(text(body)).toBe("Sở Nội vụ trình trước ngày 30-4 .");
});

test("a paragraph whose end was struck out runs on into the next", () => {
  const body = `${paragraph("Sở Tài chính ", "<w:rPr><w:del/></w:rPr>")}${paragraph("bố trí kinh phí.")}${paragraph("Hết.")}`;
  expect(text(body)).toBe("Sở Tài chính bố trí kinh phí.\n\nHết.");
});

test("what Word writes twice is read once; field codes and footnote signs are no text", () => {
  const twice = `<mc:AlternateContent><mc:Choice>${run("một lần")}</mc:Choice><mc:Fallback>${run("một lần")}</mc:Fallback></mc:AlternateContent>`;
  const body = `<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>${twice}<w:r><w:footnoteReference/></w:r></w:p>`;
  expect(text(body)).toBe("một lần");
});

test("a line break inside of a paragraph is a space, and before an item a new line", () => {
  const broken = `<w:p>${run("Giao Sở Y tế")}<w:r><w:br/></w:r>${run("và Sở Nội vụ:")}<w:r><w:br/></w:r>${run("- rà soát;")}<w:r><w:br/></w:r>${run("- báo cáo.")}</w:p>`;
  expect(text(broken)).toBe("Giao Sở Y tế và Sở Nội vụ:\n\n- rà soát;\n\n- báo cáo.");
});

test("lines of a scan that are paragraphs of their own stay one sentence", () => {
  expect(text(paragraph("Sở Nội vụ chủ trì, phối hợp với") + paragraph("các sở báo cáo."))).toBe(
    "Sở Nội vụ chủ trì, phối hợp với\ncác sở báo cáo.",
  );
  expect(text(paragraph("xong chậm nhất là ngày") + paragraph("31-5-2026; gửi Sở"))).toBe(
    "xong chậm nhất là ngày\n31-5-2026; gửi Sở",
  );
  expect(text(paragraph("các sở,") + paragraph("- Sở Nội vụ"))).toBe("các sở,\n\n- Sở Nội vụ");
});

test("a table keeps its columns: cells over two rows are repeated, wide ones counted", () => {
  const body = table(
    row(cell("STT"), cell("Nhiệm vụ"), cell("Chủ trì"), cell("Hạn")),
    row(cell("I. Thể chế", '<w:gridSpan w:val="4"/>')),
    row(
      cell("1"),
      cell("Trình quy chế\nvà hướng dẫn"),
      cell("Sở Nội vụ", '<w:vMerge w:val="restart"/>'),
      cell("Quý I"),
    ),
    row(cell("2"), cell("Rà soát A|B\nLập danh sách"), cell("", "<w:vMerge/>"), cell("Quý II")),
    row(cell(""), cell(""), cell(""), cell("")),
  );
  expect(text(`${paragraph("Phụ lục")}${body}${paragraph("Hết.")}`).split("\n")).toEqual([
    "Phụ lục",
    "",
    "| STT | Nhiệm vụ | Chủ trì | Hạn |",
    "| I. Thể chế |  |  |  |",
    "| 1 | Trình quy chế và hướng dẫn | Sở Nội vụ | Quý I |",
    "| 2 | Rà soát A/B; Lập danh sách | Sở Nội vụ | Quý II |",
    "",
    "Hết.",
  ]);
});

test("rows that Word numbers by itself have their numbers", () => {
  const list = `<w:abstractNum w:abstractNumId="0">${level(0, "decimal", "%1")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
  const auto = `<w:tc><w:p><w:pPr>${numbered(1)}</w:pPr></w:p></w:tc>`;
  const lines = text(table(row(auto, cell("Rà soát")), row(auto, cell("Báo cáo"))), {
    "word/numbering.xml": list,
  });
  expect(lines).toBe("| 1 | Rà soát |\n| 2 | Báo cáo |");
});

test("the head and the foot of a document are tables only on paper", () => {
  const head = table(
    row(
      cell("ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ"),
      cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"),
    ),
    row(cell("Số: 12/CT-UBND"), cell("Sơn Hà, ngày 03 tháng 3 năm 2026")),
  );
  const foot = table(row(cell("Nơi nhận:\n- Các sở;"), cell("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH")));
  expect(text(head + paragraph("CHỈ THỊ") + foot).split("\n\n")).toEqual([
    "ỦY BAN NHÂN DÂN",
    "TỈNH SƠN HÀ",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: 12/CT-UBND",
    "Sơn Hà, ngày 03 tháng 3 năm 2026",
    "CHỈ THỊ",
    "Nơi nhận:",
    "- Các sở;",
    "TM. ỦY BAN NHÂN DÂN",
    "CHỦ TỊCH",
  ]);
});

test("letters that are taken apart come out whole, and old fonts as Unicode", () => {
  expect(text(paragraph("Sở Nội vụ báo cáo.".normalize("NFD")))).toBe("Sở Nội vụ báo cáo.");
  const old = "Uû ban nh©n d©n tØnh yªu cÇu Së Néi vô chñ tr×, b¸o c¸o tr\u00adíc ngµy 30/6.";
  expect(text(paragraph(old))).toBe(
    "Uỷ ban nhân dân tỉnh yêu cầu Sở Nội vụ chủ trì, báo cáo trước ngày 30/6.",
  );
});
