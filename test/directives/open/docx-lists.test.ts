import { AlignmentType, Document, LevelFormat, Packer, Paragraph } from "docx";
import { expect, test } from "vitest";
import { openWord } from "#src/directives/open/open-word.ts";
import { docx, level, numbered, paragraph } from "./tiny-docx.ts";

const linesOf = (bytes: Uint8Array): string[] => {
  const opened = openWord(bytes);
  if (opened.kind !== "text") throw new Error(JSON.stringify(opened));
  return opened.text.split("\n\n");
};

const abstract = (id: number, ...levels: readonly string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join("")}</w:abstractNum>`;
const num = (id: number, of: number, more = ""): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;

const OUTLINE = abstract(
  0,
  level(0, "upperRoman", "%1."),
  level(1, "decimal", "%2."),
  level(2, "decimal", "%2.%3."),
  level(3, "lowerLetter", "%4)"),
  level(4, "bullet", "\uf0b7"),
  level(5, "bullet", "+"),
);

test("numbers that Word counts by itself stand in the text as on paper", () => {
  const at = (text: string, depth: number) => paragraph(text, numbered(1, depth));
  const body = [
    at("MỤC ĐÍCH", 0),
    at("Rõ người", 1),
    at("Rõ việc", 1),
    at("NHIỆM VỤ", 0),
    at("Sở Nội vụ", 1),
    at("Về thể chế", 2),
    at("Trình quy chế", 3),
    at("Rà soát danh mục", 3),
    at("nhóm thứ nhất", 4),
    at("phần đầu", 5),
    at("Về tổ chức", 2),
    at("Sắp xếp phòng", 3),
  ].join("");
  expect(linesOf(docx(body, { "word/numbering.xml": OUTLINE + num(1, 0) }))).toEqual([
    "I. MỤC ĐÍCH",
    "1. Rõ người",
    "2. Rõ việc",
    "II. NHIỆM VỤ",
    "1. Sở Nội vụ",
    "1.1. Về thể chế",
    "a) Trình quy chế",
    "b) Rà soát danh mục",
    "- nhóm thứ nhất",
    "+ phần đầu",
    "1.2. Về tổ chức",
    "a) Sắp xếp phòng",
  ]);
});

test("a list that begins anew, one that goes on, and a paragraph that its style alone numbers", () => {
  const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
  const lists =
    abstract(0, level(0, "decimal", "%1.")) +
    abstract(1, level(0, "lowerLetter", "%1)", '<w:pStyle w:val="Muc"/>')) +
    num(1, 0) +
    num(2, 0, restart) +
    num(3, 1);
  const styles =
    '<w:style w:type="paragraph" w:styleId="Goc"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Muc"><w:basedOn w:val="Goc"/></w:style>';
  const styled = '<w:pStyle w:val="Muc"/>';
  const body = [
    paragraph("Một", numbered(1)),
    paragraph("Hai", numbered(1)),
    paragraph("Lại một", numbered(2)),
    paragraph("Lại hai", numbered(2)),
    paragraph("Theo kiểu", styled),
    paragraph("Cũng theo kiểu", styled),
    paragraph("Không đánh số", `${styled}<w:numPr><w:numId w:val="0"/></w:numPr>`),
  ].join("");
  const parts = { "word/numbering.xml": lists, "word/styles.xml": styles };
  expect(linesOf(docx(body, parts))).toEqual([
    "1. Một",
    "2. Hai",
    "1. Lại một",
    "2. Lại hai",
    "a) Theo kiểu",
    "b) Cũng theo kiểu",
    "Không đánh số",
  ]);
});

test("a document that another program wrote", async () => {
  const levels = [
    { level: 0, format: LevelFormat.DECIMAL, text: "%1.", alignment: AlignmentType.LEFT },
    { level: 1, format: LevelFormat.LOWER_LETTER, text: "%2)", alignment: AlignmentType.LEFT },
  ];
  const item = (text: string, depth: number) =>
    new Paragraph({ text, numbering: { reference: "muc", level: depth } });
  const children = [
    new Paragraph("Ủy ban nhân dân tỉnh yêu cầu:"),
    item("Sở Nội vụ", 0),
    item("Rà soát hồ sơ", 1),
    item("Lập danh sách", 1),
    item("Sở Tài chính", 0),
    item("Bố trí kinh phí", 1),
  ];
  const document = new Document({
    numbering: { config: [{ reference: "muc", levels }] },
    sections: [{ children }],
  });
  expect(linesOf(new Uint8Array(await Packer.toBuffer(document)))).toEqual([
    "Ủy ban nhân dân tỉnh yêu cầu:",
    "1. Sở Nội vụ",
    "a) Rà soát hồ sơ",
    "b) Lập danh sách",
    "2. Sở Tài chính",
    "a) Bố trí kinh phí",
  ]);
});
