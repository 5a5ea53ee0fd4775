import { describe, expect, it } from "vitest";
import { MAX_MEGABYTES, MAX_ROWS } from "#src/sheets/limits.ts";
import { readSheet } from "#src/sheets/read-sheet.ts";
import { type XlsxCell, xlsx, zip } from "./tiny-xlsx.ts";

const HEADER = [
  "STT",
  "Nội dung nhiệm vụ",
  "Số/ký hiệu văn bản",
  "Ngày ban hành",
  "Thời hạn hoàn thành",
  "Chủ trì thực hiện",
];
const bytes = (text: string) => Buffer.from(text);
const linesOf = async (file: Uint8Array) => {
  const reading = await readSheet(file);
  if (!reading.ok) throw new Error(reading.problem.kind);
  return reading.table.lines;
};
const problemOf = async (file: Uint8Array) => {
  const reading = await readSheet(file);
  return reading.ok ? null : reading.problem;
};

describe("a tracking sheet as CSV", () => {
  it("is found under title rows, with titles in any order, case and accents", async () => {
    const [line, ...others] = await linesOf(
      bytes(
        [
          "SỔ THEO DÕI NHIỆM VỤ;;;;;",
          "Năm 2026;;;;;",
          "",
          "don vi chu tri;TT;NỘI DUNG NHIỆM VỤ;Ngày ban  hành;Số, ký hiệu văn bản;Thời hạn (theo văn bản)",
          "(1);(2);(3);(4);(5);(6)",
          "SNV; 1 ;Rà soát, báo cáo;2/3/2026;12/KH-UBND;Quý IV/2026",
        ].join("\r\n"),
      ),
    );
    expect(others).toEqual([]);
    expect(line?.row).toBe(6);
    expect(line?.cells).toMatchObject({
      stt: "1",
      content: "Rà soát, báo cáo",
      number: "12/KH-UBND",
      issuedOn: "2/3/2026",
      deadline: "Quý IV/2026",
      lead: "SNV",
    });
  });

  it("is read with tabs in UTF-16, as Excel saves “Unicode text”", async () => {
    const text = `\uFEFF${HEADER.join("\t")}\n1\tViệc\t1/KH\t1/1/2026\t\tSNV\n`;
    expect((await linesOf(Buffer.from(text, "utf16le")))[0]?.cells.content).toBe("Việc");
  });

  it("keeps cells that look like formulas as text", async () => {
    const [line] = await linesOf(
      bytes(`${HEADER.join()}\n1,"=HYPERLINK(""http://x"",""y"")",1/KH,1/1/2026,@SUM(A1),+SNV\n`),
    );
    expect(line?.cells.content).toBe('=HYPERLINK("http://x","y")');
    expect(line?.cells.deadline).toBe("@SUM(A1)");
  });
});

describe("a tracking sheet as XLSX", () => {
  it("gives dates as days whatever the zone, percents as whole numbers, rows as Excel counts", async () => {
    const rows: XlsxCell[][] = [
      ["Sổ theo dõi"],
      [],
      [...HEADER, "Tiến độ (%)"],
      [1, "Một", "1/KH", { date: "2026-03-01" }, { date: "2026-12-31" }, "SNV", { percent: 0.5 }],
      [2, "=1+1", "1/KH", "1-3-2026", "hàng quý", "SNV", { percent: 1 }],
    ];
    const zone = process.env.TZ;
    for (const tz of ["America/Los_Angeles", "Asia/Ho_Chi_Minh", "Pacific/Auckland"]) {
      process.env.TZ = tz;
      const [one, two] = await linesOf(xlsx(rows));
      expect(one).toMatchObject({
        row: 4,
        cells: { stt: "1", issuedOn: "01/03/2026", deadline: "31/12/2026", percent: "50" },
      });
      expect(two).toMatchObject({ row: 5, cells: { content: "=1+1", percent: "100" } });
    }
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it("leaves percents that are plain numbers alone", async () => {
    const row = (stt: number, percent: number): XlsxCell[] => [
      stt,
      "Việc",
      "1/KH",
      "1/3/2026",
      "",
      "SNV",
      percent,
    ];
    const lines = await linesOf(xlsx([[...HEADER, "Tiến độ"], row(1, 1), row(2, 40)]));
    expect(lines.map(({ cells }) => cells.percent)).toEqual(["1", "40"]);
  });
});

describe("a file that is no tracking sheet", () => {
  const oneRow = "1,Việc,1/KH,1/1/2026,,SNV\n";
  const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

  it.each([
    ["an old Excel file", compound, "old-excel"],
    [
      "a protected one",
      Buffer.concat([compound, Buffer.from("EncryptedPackage", "utf16le")]),
      "encrypted",
    ],
    ["a Word file", zip({ "word/document.xml": "<w/>" }), "other-binary"],
    ["a PDF", Buffer.from("%PDF-1.7\n\0\0"), "other-binary"],
    ["a zip bomb", xlsx([HEADER], 2_000_000_000), "bomb"],
    ["a torn workbook", xlsx([HEADER]).subarray(0, 300), "other-binary"],
    ["a broken workbook", zip({ "xl/workbook.xml": "<oops" }), "broken"],
    ["other encodings", Buffer.from([...bytes("STT,N"), 0xe9, 0x2c]), "not-utf8"],
    ["prose", bytes("Kính gửi các đồng chí,\nxin gửi báo cáo.\n"), "no-header"],
    ["a header alone", bytes(`${HEADER.join()}\n`), "empty"],
    ["nothing", bytes(""), "empty"],
    ["a classified document", bytes(`,MẬT,,,,\n${HEADER.join()}\n${oneRow}`), "secret"],
    ["too many rows", bytes(`${HEADER.join()}\n${oneRow.repeat(MAX_ROWS + 1)}`), "too-many-rows"],
    ["too many bytes", Buffer.alloc(MAX_MEGABYTES * 1024 * 1024 + 1, "a"), "too-big"],
  ])("is refused: %s", async (_what, file, kind) => {
    expect(await problemOf(file)).toEqual({ kind });
  });

  it("is told which columns it lacks", async () => {
    expect(await problemOf(bytes("STT,Nội dung,Chủ trì,Ghi chú\n1,Việc,SNV,\n"))).toEqual({
      kind: "missing-columns",
      columns: ["number", "issuedOn", "deadline"],
    });
  });
});
