import { expect, test } from "vitest";
import { secrecyOf } from "#src/directives/open/secrecy.ts";
import { stampOf } from "./opened.ts";
import { docx, paragraph, run } from "./tiny-docx.ts";

const HEAD = "ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ\n";

test.each([
  ["MẬT", "MẬT"],
  ["  TỐI MẬT  ", "TỐI MẬT"],
  ["TUYỆT MẬT", "TUYỆT MẬT"],
  ["[MẬT]", "MẬT"],
  ["M ẬT", "MẬT"],
  ["MÂT", "MẬT"],
  ["T Ố I  M Ậ T", "TỐI MẬT"],
  ["ĐỘ MẬT: MẬT", "MẬT"],
  ["Độ mật: Tối mật", "TỐI MẬT"],
  ["Mức độ mật: Tuyệt mật", "TUYỆT MẬT"],
  ["MẬT\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "MẬT"],
  ["MẬT".normalize("NFD"), "MẬT"],
])("a head with “%s” is secret", (line, stamp) => {
  expect(secrecyOf(`${HEAD}${line}\nSố: 12/CT-UBND`)).toBe(stamp);
});

test.each([
  "Bảo vệ bí mật nhà nước",
  "trừ hồ sơ mật",
  "mật.",
  "MẬT MÃ",
  "Độ mật: Thường",
  "Độ mật: không",
  "QUY CHẾ BẢO MẬT",
  "MẶT TRẬN TỔ QUỐC",
  "Công tác hồ sơ: tối mật, tuyệt mật thực hiện theo quy định.",
])("“%s” is no stamp", (line) => {
  expect(secrecyOf(`${HEAD}${line}\nSố: 12/CT-UBND`)).toBeNull();
});

test("a stamp is looked for in the head, not in the list of an appendix", () => {
  const body = "Sở Nội vụ rà soát hồ sơ theo quy định.\n".repeat(200);
  expect(secrecyOf(`${HEAD}${body}MẬT\n`)).toBeNull();
});

test("a Word document is secret by its text, a text box or a header", async () => {
  const box = `<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${paragraph("TỐI MẬT")}</w:txbxContent></w:drawing></mc:Choice></mc:AlternateContent></w:r>${run("CHỈ THỊ")}</w:p>`;
  const plain = paragraph("CHỈ THỊ");
  expect(await stampOf(docx(paragraph("MẬT") + plain), "a.docx")).toBe("MẬT");
  expect(await stampOf(docx(box), "a.docx")).toBe("TỐI MẬT");
  const header = { "word/header1.xml": paragraph("TUYỆT MẬT") };
  expect(await stampOf(docx(plain, header), "a.docx")).toBe("TUYỆT MẬT");
  expect(await stampOf(docx(plain, { "word/header1.xml": paragraph("2") }), "a.docx")).toBeNull();
});

test("a text file is secret in any of its encodings", async () => {
  const text = `${HEAD}MẬT\nSố: 12/CT-UBND`;
  expect(await stampOf(Buffer.from(text), "a.txt")).toBe("MẬT");
  expect(await stampOf(Buffer.from(`\ufeff${text}`, "utf16le"), "a.txt")).toBe("MẬT");
});
