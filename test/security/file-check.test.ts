// What is taken and what is not, by name and by bytes; and the name that a file is kept under.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileLimits, refusalByBytes, refusalByName } from "#src/delivery/file-check.ts";
import { cleanFileName } from "#src/delivery/file-name.ts";
import { hostileText } from "#test/damage/support/hostile-text.ts";
import { compoundOf, zipOf } from "./made-files.ts";

const bytes = (text: string): Uint8Array => Buffer.from(text, "latin1");
const word = zipOf(["[Content_Types].xml", "word/document2.xml"]);
const excel = zipOf(["[Content_Types].xml", "xl/workbook.xml"]);
const png = bytes("\x89PNG\r\n\x1a\n\0\0");
const odt = zipOf(["mimetype", "content.xml"], "application/vnd.oasis.opendocument.text");

describe("files of an office", () => {
  it.each([
    ["báo cáo.pdf", bytes("%PDF-1.7\n")],
    ["quét.PDF", bytes("\r\n\r\n%PDF-1.4\n")],
    ["tờ trình.docx", word],
    ["sổ.xlsx", excel],
    ["cũ.doc", compoundOf("WordDocument")],
    ["cũ.xls", compoundOf("Workbook")],
    ["cũ.ppt", compoundOf("PowerPoint Document")],
    ["mới mà tên cũ.doc", word],
    ["rtf mà tên.doc", bytes("{\\rtf1 x}")],
    ["trình bày.pptx", zipOf(["[Content_Types].xml", "ppt/presentation.xml"])],
    ["văn bản.odt", odt],
    ["sổ.csv", Buffer.from("STT,Nội dung\n1,Rà soát\n")],
    ["utf16.csv", bytes("\xff\xfea\0,\0b\0")],
    ["ghi chú.txt", Buffer.from("đã xong")],
    ["anh.jpg", bytes("\xff\xd8\xff\xe0")],
    ["anh-zalo.jpg", png],
    ["anh.png", png],
    ["anh.heic", bytes("\0\0\0\x18ftypheic")],
    ["anh.webp", bytes("RIFF\x10\0\0\0WEBPVP8 ")],
    ["quét.tif", bytes("II*\0")],
    ["hồ sơ.zip", zipOf(["Phụ lục/", "Phụ lục/a.docx", "Phụ lục/Thumbs.db", "b.pdf"])],
  ])("%s is taken", (name, content) => {
    expect(refusalByName(name, content.length)).toBeNull();
    expect(refusalByBytes(name, content)).toBeNull();
  });
});

describe("by its name", () => {
  it.each([
    "may-tinh.exe",
    "báo cáo.pdf.exe",
    "trang.html",
    "hình.svg",
    "kho.rar",
    "kho.7z",
    "lệnh.js",
    "đĩa.iso",
    "lối tắt.lnk",
    "không đuôi",
    "a.pdf.",
    "",
  ])("%s is not taken", (name) => {
    expect(refusalByName(name, 10)).toBe("type");
  });

  it.each(["sổ.xlsm", "MẪU.DOCM", "x.pptm", "x.xlsb", "x.xlam"])("%s has macros", (name) => {
    expect(refusalByName(name, 10)).toBe("macros");
  });

  it("one that is stated to be too big is not even fetched", () => {
    expect(refusalByName("a.pdf", fileLimits.fileBytes)).toBeNull();
    expect(refusalByName("a.pdf", fileLimits.fileBytes + 1)).toBe("too-big");
  });
});

describe("by its bytes", () => {
  it.each([
    ["hình.png", bytes("<html><script>alert(1)</script>")],
    ["hình.png", bytes('<svg onload="alert(1)">')],
    ["báo cáo.pdf", bytes("MZ\x90\0%PDF-1.4")],
    ["báo cáo.docx", bytes("\x7fELF")],
    ["sổ.csv", bytes("MZ\x90\0")],
    ["ghi chú.txt", bytes("#!/bin/sh\n")],
    ["ghi chú.txt", bytes("a\0b")],
    ["báo cáo.docx", excel],
    ["báo cáo.docx", zipOf(["a.exe"])],
    ["báo cáo.docx", compoundOf("WordDocument")],
    ["cũ.doc", compoundOf("Workbook")],
    ["cũ.doc", bytes("<html>")],
    ["văn bản.ods", odt],
    ["hồ sơ.zip", bytes("PK\x03\x04")],
  ])("%s that is something else is refused", (name, content) => {
    expect(refusalByBytes(name, content)).toBe("content");
  });

  it("macros are found behind an innocent name", () => {
    const withMacros = zipOf(["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]);
    expect(refusalByBytes("a.docx", withMacros)).toBe("macros");
    const sheet = zipOf(["[Content_Types].xml", "xl/workbook.xml", "xl/macrosheets/sheet1.xml"]);
    expect(refusalByBytes("a.xlsx", sheet)).toBe("macros");
    expect(refusalByBytes("a.doc", compoundOf("WordDocument", "_VBA_PROJECT"))).toBe("macros");
  });

  it("nobody is sent what only a password opens", () => {
    expect(refusalByBytes("a.docx", compoundOf("EncryptedPackage"))).toBe("locked");
  });

  it("a zip must say what it holds, and hold nothing that would be refused", () => {
    expect(refusalByBytes("a.zip", zipOf(["a.pdf", "b.exe"]))).toBe("zip");
    expect(refusalByBytes("a.zip", zipOf(["a.pdf", "trong.zip"]))).toBe("zip");
    expect(refusalByBytes("a.zip", zipOf(["a.docm"]))).toBe("zip");
    for (const out of ["../a.pdf", "/a.pdf", "x/../../a.pdf", "..\\a.pdf", "C:a.pdf"]) {
      expect(refusalByBytes("a.zip", zipOf([out]))).toBe("zip");
    }
    expect(refusalByBytes("a.zip", zipOf(["a.pdf"], "", { locked: true }))).toBe("zip");
    expect(refusalByBytes("a.zip", zipOf(["a.pdf"], "", { unpacked: 4e8 }))).toBe("zip");
    expect(refusalByBytes("a.zip", zipOf([]))).toBe("zip");
  });

  it("what was stated counts for nothing", () => {
    const big = new Uint8Array(fileLimits.fileBytes + 1);
    expect(refusalByBytes("a.txt", big)).toBe("too-big");
    expect(refusalByBytes("a.pdf", new Uint8Array())).toBe("empty");
  });

  it("whatever they are, they are looked at without harm", () => {
    const heads = fc.constantFrom(
      "PK\x03\x04",
      "PK\x05\x06",
      "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
      "",
    );
    const names = fc.constantFrom("a.docx", "a.zip", "a.pdf", "a.txt", "a.doc");
    fc.assert(
      fc.property(heads, names, fc.uint8Array({ maxLength: 400 }), (head, name, rest) => {
        const content = Buffer.concat([bytes(head), rest, bytes("PK\x05\x06"), rest]);
        refusalByBytes(name, content);
      }),
      { numRuns: 500 },
    );
  });
});

describe("the name that a file is kept under", () => {
  it.each([
    ["Báo cáo quý IV.pdf", "Báo cáo quý IV.pdf"],
    ["../../etc/passwd.txt", "_.._etc_passwd.txt"],
    ["C:\\Users\\a.pdf", "C__Users_a.pdf"],
    ["báo-cáo\u202efdp.exe", "báo-cáofdp.exe"],
    ["a\u0000\u001b[2J\n.pdf", "a[2J .pdf"],
    ["  .ẩn.pdf. ", "ẩn.pdf"],
    ["CON.pdf", "_CON.pdf"],
    ["<img src=x>.pdf", "_img src=x_.pdf"],
  ])("%j becomes %j", (given, kept) => {
    expect(cleanFileName(given)).toBe(kept);
  });

  it("comes of the declared type where there is none", () => {
    expect(cleanFileName("tep", "application/pdf")).toBe("tep.pdf");
    expect(cleanFileName("\u200b", "image/png")).toBe("tep.png");
    expect(cleanFileName("tep", "application/x-msdownload")).toBe("tep");
  });

  it("keeps its ending however long it is", () => {
    const kept = cleanFileName(`${"ắ".repeat(5000)}.docx`);
    expect([...kept]).toHaveLength(120);
    expect(kept).toMatch(/…\.docx$/);
  });

  it("is safe whatever it was, and the same when it is cleaned again", () => {
    fc.assert(
      fc.property(hostileText, fc.constantFrom(".pdf", ".exe", ""), (text, ending) => {
        const kept = cleanFileName(`${text}${ending}`);
        expect(kept).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\<>:"|?*]|^\.|^$/u);
        expect(kept.isWellFormed()).toBe(true);
        expect([...kept].length).toBeLessThanOrEqual(120);
        expect(cleanFileName(kept)).toBe(kept);
      }),
      { numRuns: 500 },
    );
  });
});
