import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { openDocument } from "#src/directives/open/open-document.ts";
import { refusalOf, textOf } from "./opened.ts";
import { docx, paragraph } from "./tiny-docx.ts";
import { line, pdf } from "./tiny-pdf.ts";

const MEGABYTE = 1024 * 1024;
const types = Buffer.from("<Types/>");

test("a Word document that unpacks to more than fifty megabytes is not unpacked", async () => {
  const bomb = zipSync({
    "[Content_Types].xml": types,
    "word/document.xml": new Uint8Array(51 * MEGABYTE),
  });
  expect(await refusalOf(bomb, "a.docx")).toBe("too-large");
});

test("one that says less of itself than it holds is cut, and broken", async () => {
  const long = paragraph("Sở Nội vụ báo cáo.").repeat(2_000);
  const bytes = Buffer.from(docx(long));
  const directory = bytes.lastIndexOf("word/document.xml") - 46;
  bytes.writeUInt32LE(300, directory + 24);
  expect(await refusalOf(bytes, "a.docx")).toBe("broken");
});

test("entities that multiply are not expanded", async () => {
  const laughs = Array.from(
    { length: 9 },
    (_line, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
  ).join("");
  const body = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "ha">${laughs}]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>`;
  const bytes = zipSync({ "[Content_Types].xml": types, "word/document.xml": Buffer.from(body) });
  expect(await refusalOf(bytes, "a.docx")).toBe("broken");
});

test("elements without an end, and a hundred thousand inside one another", async () => {
  expect(await refusalOf(docx("<w:p><w:r>"), "a.docx")).toBe("broken");
  const deep = "<w:sdt>".repeat(100_000) + "</w:sdt>".repeat(100_000);
  expect(await refusalOf(docx(deep), "a.docx")).toBe("broken");
});

test("a PDF that unpacks without end is ended, and the next file is read", async () => {
  // Each pair of bytes says: 128 spaces. 48 KB that become 3 GB.
  const bomb = pdf(Buffer.alloc(48 * MEGABYTE, Buffer.from([129, 32])), {
    filters: "/RunLengthDecode",
  });
  expect(await refusalOf(bomb, "a.pdf")).toBe("too-large");
  expect(await textOf(docx(paragraph("Sở Nội vụ báo cáo.")), "b.docx")).toBe("Sở Nội vụ báo cáo.");
}, 60_000);

test("a PDF with bytes turned over at any place is read or refused, never more", async () => {
  const good = pdf(line("Uy ban nhan dan tinh yeu cau cac so bao cao ket qua.", 60, 700));
  for (let at = 5; at < good.length; at += Math.ceil(good.length / 12)) {
    const bad = Buffer.from(good);
    bad.fill(0x3c, at, at + 9);
    expect(["text", "refused"]).toContain((await openDocument(bad, "a.pdf")).kind);
  }
}, 60_000);
