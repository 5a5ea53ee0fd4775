// A draft is cut at the ends of sentences and joined again; both halves stay verbatim.
import { expect, it } from "vitest";
import { civilDate } from "#src/calendar/civil-date.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import { cutDraft, mended, piecesOf } from "#src/directives/review/cut-draft.ts";
import { joinDrafts } from "#src/directives/review/join-drafts.ts";
import { draftOf } from "./invented-draft.ts";

const day = { at: civilDate("2026-11-18"), calendar: makeWorkCalendar([]) };

const TEXT =
  "Mở đầu.\na) Lập danh mục tài sản công\nchưa sử dụng; xây dựng phương án xử lý trước ngày 01/12/2026. Công khai kết quả trên cổng thông tin, hoàn thành trước ngày 20/12/2026.\nHết.";

const from = TEXT.indexOf("a) Lập");
const to = TEXT.indexOf("\nHết");
const duty = mended(TEXT.slice(from + 3, to));
const at = (words: string) => {
  const start = TEXT.indexOf(words);
  return { from: start, to: start + words.length, line: 3, endLine: 3 };
};

const draft = draftOf({
  text: duty,
  span: { from, to, line: 2, endLine: 3 },
  deadline: {
    kind: "date",
    dueOn: civilDate("2026-12-20"),
    boundary: "before",
    phrase: "trước ngày 20/12/2026",
    span: at("trước ngày 20/12/2026"),
  },
});

it("shows its pieces as they stand in the document", () => {
  expect(piecesOf(TEXT, draft).map((one) => mended(TEXT.slice(one.from, one.to)))).toEqual([
    "a) Lập danh mục tài sản công chưa sử dụng;",
    "xây dựng phương án xử lý trước ngày 01/12/2026.",
    "Công khai kết quả trên cổng thông tin, hoàn thành trước ngày 20/12/2026.",
  ]);
});

it("each half has its own span, lines and deadline", () => {
  const [first, second] = cutDraft(TEXT, draft, 2, day) ?? [draft, draft];
  expect(first.text).toBe(
    "Lập danh mục tài sản công chưa sử dụng; xây dựng phương án xử lý trước ngày 01/12/2026.",
  );
  expect(first.deadline).toMatchObject({ dueOn: "2026-12-01", boundary: "before" });
  expect(first.span).toMatchObject({ from, line: 2, endLine: 3 });
  expect(second.text).toBe(TEXT.slice(second.span.from, second.span.to));
  expect(second.deadline.dueOn).toBe("2026-12-20");
  expect(second.span).toMatchObject({ to, line: 3, endLine: 3 });
  expect(cutDraft(TEXT, draft, 3, day)).toBeNull();
  expect(cutDraft(TEXT, draft, 0, day)).toBeNull();
});

it("a half without a date of its own has the other's, and is asked about", () => {
  const [first] = cutDraft(TEXT, draft, 1, day) ?? [draft];
  expect(first.deadline.dueOn).toBe("2026-12-20");
  expect(first.questions).toEqual([{ about: "deadline-unsure", phrase: "trước ngày 20/12/2026" }]);
});

it("joined again it says all of it, under one lead", () => {
  const [first, second] = cutDraft(TEXT, draft, 2, day) ?? [draft, draft];
  const whole = joinDrafts(first, { ...second, leads: ["Sở Y tế"] });
  expect(whole.text).toBe(duty);
  expect(whole.span).toEqual(draft.span);
  expect(whole.leads).toEqual(["Sở Tài chính"]);
  expect(whole.coordinating).toEqual(["Sở Y tế"]);
  expect(whole.questions.map(({ about }) => about)).toEqual(["lead-unsure", "deadline-unsure"]);
});
