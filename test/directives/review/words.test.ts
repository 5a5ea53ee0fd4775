// What is typed about drafts and documents: codes, deeds, fields, the head of a document.
import { expect, it } from "vitest";
import { civilDate } from "#src/calendar/civil-date.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import type { DocumentHead } from "#src/directives/reading.ts";
import { joinParts } from "#src/directives/review/collect.ts";
import { readDraftAsk, readReadingAsk } from "#src/directives/review/draft-words.ts";
import { blanksOf, fillHead } from "#src/directives/review/head-blanks.ts";
import { readReadingCode } from "#src/directives/review/reading-code.ts";
import { textKey } from "#src/directives/review/text-key.ts";

it.each([
  ["VB-3", 3, null, ""],
  ["vb3.5 hạn 30/11", 3, 5, "hạn 30/11"],
  ["VB 12.7: đúng", 12, 7, "đúng"],
  ["vb-003 danh sách trang 2", 3, null, "danh sách trang 2"],
  ["VB-3. bỏ", 3, null, "bỏ"],
])("“%s” names a reading or a draft", (typed, readingId, number, rest) => {
  expect(readReadingCode(typed)).toEqual({ readingId, number, rest });
});

it("other codes and words name none", () => {
  for (const typed of ["", "NV-3", "văn bản 3", "VB-0", "AVB-3", "18/VB-UBND"]) {
    expect(readReadingCode(typed), typed).toBeNull();
  }
});

it.each([
  ["", { do: "show" }],
  ["Đúng.", { do: "right" }],
  ["bỏ", { do: "drop" }],
  ["lấy lại", { do: "restore" }],
  ["gộp", { do: "join" }],
  ["tách", { do: "split", behind: null }],
  ["tach sau phan 2", { do: "split", behind: 2 }],
  ["hạn trước ngày 30/11", { do: "set", field: "deadline", value: "trước ngày 30/11" }],
  ["Hạn: 30/11", { do: "set", field: "deadline", value: "30/11" }],
  ["cơ quan Sở Tài chính", { do: "set", field: "lead", value: "Sở Tài chính" }],
  ["co quan chu tri: STC", { do: "set", field: "lead", value: "STC" }],
  ["cơ quan phối hợp STP", { do: "set", field: "coordinating", value: "STP" }],
  ["nội dung Hạn hán năm 2026", { do: "set", field: "content", value: "Hạn hán năm 2026" }],
  ["lĩnh vực TTHC", { do: "set", field: "area", value: "TTHC" }],
  ["sửa hạn", { do: "set", field: "deadline", value: "" }],
  ["hạnh phúc", null],
  ["đúng hạn", null],
])("“%s” of a draft", (typed, asked) => {
  expect(readDraftAsk(typed)).toEqual(asked);
});

it.each([
  ["ghi nhận", { do: "register", which: "all" }],
  ["Ghi nhận tất cả", { do: "register", which: "all" }],
  ["ghi nhận chắc chắn", { do: "register", which: "certain" }],
  ["Ghi nhận tất cả chỗ chắc chắn", { do: "register", which: "certain" }],
  ["bỏ", { do: "drop" }],
  ["18/CT-UBND", { do: "head", value: "18/CT-UBND" }],
  ["", null],
])("“%s” of a reading", (typed, asked) => {
  expect(readReadingAsk(typed)).toEqual(asked);
});

const blank: DocumentHead = {
  ...{ kind: "chỉ thị", number: null, issuer: null, place: null, issuedOn: null },
  ...{ title: null, signer: null, recipients: [], cited: [] },
};
const day = { today: civilDate("2026-11-20"), calendar: makeWorkCalendar([]) };

it("fills what a document leaves blank, and guesses nothing", () => {
  expect(blanksOf(blank)).toEqual(["number", "date", "issuer"]);
  const known = { number: "18/CT-UBND", issuedOn: "2018-09-26" };
  expect(fillHead(blank, "18/CT-UBND ngày 26/9/2018", day)).toMatchObject(known);
  expect(fillHead(blank, "số 18/CT-UBND ngày 26/9/2018 của UBND tỉnh Hà Trung", day)).toMatchObject(
    {
      ...known,
      issuer: "UBND tỉnh Hà Trung",
    },
  );
  expect(fillHead(blank, "ngày 26/9/2018", day)).toMatchObject({ issuedOn: "2018-09-26" });
  expect(fillHead(blank, "26/9", day)).toBeNull();
  expect(fillHead(blank, "UBND tỉnh Hà Trung.", day)?.issuer).toBe("UBND tỉnh Hà Trung");
  expect(fillHead(blank, "không nhớ", day)).toBeNull();
  const numbered = { ...blank, number: "18/CT-UBND", issuedOn: civilDate("2018-09-26") };
  expect(fillHead(numbered, "Tổ công tác", day)?.issuer).toBe("Tổ công tác");
  expect(fillHead({ ...numbered, issuer: "UBND tỉnh" }, "Tổ công tác", day)).toBeNull();
});

it("copies of one text are the same document, another text is not", () => {
  const text = "1. Sở Tài chính\nrà soát định mức.";
  expect(textKey(text.normalize("NFD"))).toBe(textKey("  1. Sở Tài chính rà\u00a0soát định mức. "));
  expect(textKey(text)).not.toBe(textKey("1. Sở Tài chính rà soát định mức chi."));
});

it("messages in a row are one text; one that goes on in a sentence is no new paragraph", () => {
  expect(
    joinParts(["1. Sở Tài chính rà soát", "định mức chi.", "a) Công khai", "2. Sở Y tế"]),
  ).toBe("1. Sở Tài chính rà soát\nđịnh mức chi.\n\na) Công khai\n\n2. Sở Y tế");
});
