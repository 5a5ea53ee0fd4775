import { expect, test } from "vitest";
import { type DraftSheetRow, draftsSheet } from "#src/directives/drafts-sheet.ts";
import { readWorkbook } from "#src/sheets/workbook.ts";

const draft: DraftSheetRow = {
  clause: "1.1.a",
  text: "Trình Ủy ban nhân dân tỉnh quy chế làm việc mới.",
  leads: "Sở Nội vụ",
  coordinating: "Sở Tư pháp; Văn phòng UBND tỉnh",
  deadline: "30/4/2026",
  phrase: "trước ngày 30 tháng 4 năm 2026",
  area: "Cải cách thể chế",
  targets: "≥ 60 %",
  question: "",
  status: "Chờ xem",
  source: "dòng 13",
};

const cellsOf = async (rows: readonly DraftSheetRow[]) => {
  const sheets = await readWorkbook(await draftsSheet(rows));
  return sheets?.[0]?.map(({ cells }) => cells);
};

test("the drafts of a directive are taken to a meeting as a sheet", async () => {
  const second = { ...draft, clause: "2", deadline: "hằng quý", question: "Cơ quan nào chủ trì?" };
  expect(await cellsOf([draft, second])).toEqual([
    [
      "STT",
      "Mục",
      "Nội dung",
      "Cơ quan chủ trì",
      "Phối hợp",
      "Hạn",
      "Nguyên văn hạn",
      "Lĩnh vực",
      "Chỉ tiêu",
      "Câu hỏi",
      "Trạng thái",
      "Trang/dòng nguồn",
    ],
    ["1", ...Object.values(draft)],
    ["2", ...Object.values(second)],
  ]);
});

test("words of a document are never a formula", async () => {
  const text = '=HYPERLINK("http://x","y")';
  const cells = await cellsOf([{ ...draft, text, phrase: "- trước 30/4" }]);
  expect(cells?.[1]?.slice(2, 3)).toEqual([text]);
  const bytes = Buffer.from(await draftsSheet([{ ...draft, text }]));
  const { unzipSync, strFromU8 } = await import("fflate");
  const sheet = unzipSync(bytes)["xl/worksheets/sheet1.xml"];
  expect(strFromU8(sheet ?? new Uint8Array())).not.toContain("<f>");
});
