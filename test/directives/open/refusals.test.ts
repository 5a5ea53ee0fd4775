import { readFileSync } from "node:fs";
import path from "node:path";
import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { openDocument } from "#src/directives/open/open-document.ts";
import { refusalOf } from "./opened.ts";
import { docx, paragraph, run } from "./tiny-docx.ts";

const word = docx(paragraph("Sở Nội vụ báo cáo."));
const plan = readFileSync(path.join(import.meta.dirname, "pages/ke-hoach.pdf"));
const compound = (part: string): Buffer =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.from(part, "utf16le"),
  ]);
const office = (...names: readonly string[]): Uint8Array =>
  zipSync(
    Object.fromEntries(["[Content_Types].xml", ...names].map((name) => [name, Buffer.from("x")])),
  );
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);

const CASES: readonly [string, Uint8Array, string, string | null][] = [
  ["a Word document", word, "a.docx", null],
  ["a Word document called .doc", word, "a.doc", null],
  ["a Word document without an ending", word, "van ban", null],
  ["nothing", Buffer.alloc(0), "a.txt", "empty"],
  ["a text of spaces", Buffer.from(" \n\t "), "a.txt", "empty"],
  ["a Word document without text", docx("<w:p/>"), "a.docx", "empty"],
  ["5 MB and a byte", Buffer.alloc(5 * 1024 * 1024 + 1, 65), "a.txt", "too-large"],
  ["an archive", zipSync({ "a.docx": word }), "a.zip", "archive"],
  ["another archive", Buffer.from("Rar!\x1a\x07\0"), "a.rar", "archive"],
  ["an old Word document", compound("WordDocument"), "a.doc", "old-word"],
  ["rich text", Buffer.from("{\\rtf1 abc}"), "a.rtf", "old-word"],
  ["a web page called .doc", Buffer.from("<html><body>a</body></html>"), "a.doc", "old-word"],
  ["a workbook", office("xl/workbook.xml"), "a.xlsx", "spreadsheet"],
  ["an old workbook", compound("Workbook"), "a.xls", "spreadsheet"],
  ["a sheet as text", Buffer.from("STT,Nhiệm vụ\n1,Báo cáo"), "a.csv", "spreadsheet"],
  ["a picture", png, "a.png", "picture"],
  ["slides", office("ppt/presentation.xml"), "a.pptx", "other-type"],
  [
    "a document with macros",
    office("word/document.xml", "word/vbaProject.bin"),
    "a.docm",
    "other-type",
  ],
  ["a document with a password", compound("EncryptedPackage"), "a.docx", "encrypted"],
  ["a PDF called .docx", plan, "a.docx", "lies-about-type"],
  ["a Word document called .pdf", word, "a.pdf", "lies-about-type"],
  ["a picture called .docx", png, "a.docx", "lies-about-type"],
  ["a program called .txt", Buffer.from([0x4d, 0x5a, 0, 1]), "a.txt", "lies-about-type"],
  ["a broken Word document", office("word/document.xml"), "a.docx", "broken"],
  ["half a Word document", word.subarray(0, word.length / 2), "a.docx", "broken"],
];

test.each(CASES)("%s", async (_what, bytes, name, refusal) => {
  expect(await refusalOf(bytes, name)).toBe(refusal);
});

test("a Word document that holds only pictures is a scan", async () => {
  const scan = docx("<w:p/>", { "word/media/image1.png": "x" });
  expect(await refusalOf(scan, "a.docx")).toBe("scanned");
});

test("the pages that Word counted, or those that the text would fill", async () => {
  const pages = (many: number) => ({
    "docProps/app.xml": `<Properties><Pages>${many}</Pages></Properties>`,
  });
  const body = paragraph("Sở Nội vụ báo cáo.");
  expect(await openDocument(docx(body, pages(12)), "a.docx")).toMatchObject({ pages: 12 });
  expect(await openDocument(docx(body), "a.docx")).toMatchObject({ pages: 1 });
  expect(await refusalOf(docx(body, pages(201)), "a.docx")).toBe("too-many-pages");
  const long = `<w:p>${run("Sở Nội vụ báo cáo. ".repeat(80_000))}</w:p>`;
  expect(await refusalOf(docx(long, pages(1)), "a.docx")).toBe("too-many-pages");
});
