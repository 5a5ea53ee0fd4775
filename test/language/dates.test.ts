import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, civilDate } from "#src/calendar/civil-date.ts";
import { readDate } from "#src/language/dates.ts";
import { fold } from "#src/language/fold.ts";
import { calendar, monday } from "./as-of.ts";

const read = (text: string, today = monday) => readDate(text, today, calendar);

const TYPED: readonly (readonly [string, string])[] = [
  ["30/11", "2026-11-30"],
  ["30-11-2026", "2026-11-30"],
  ["30.11.26", "2026-11-30"],
  ["30/11/2026", "2026-11-30"],
  ["30 /11/ 2026", "2026-11-30"],
  ["2026-11-30", "2026-11-30"],
  ["30/11/2026.", "2026-11-30"],
  ["Ngày 30/11", "2026-11-30"],
  ["ngày 30 tháng 11", "2026-11-30"],
  ["ngày 30 tháng 11 năm 2026", "2026-11-30"],
  ["NGÀY 30 THÁNG 11", "2026-11-30"],
  ["30 tháng mười một", "2026-11-30"],
  ["ngày 30", "2026-11-30"],
  ["ngày mùng 5 tháng 12", "2026-12-05"],
  ["ngày 5 tháng sau", "2026-12-05"],
  ["hôm nay", "2026-11-23"],
  ["mai", "2026-11-24"],
  ["ngày mai", "2026-11-24"],
  ["chiều mai", "2026-11-24"],
  ["mốt", "2026-11-25"],
  ["ngày kia", "2026-11-25"],
  ["thứ 6", "2026-11-27"],
  ["thứ sáu", "2026-11-27"],
  ["thứ sáu tuần này", "2026-11-27"],
  ["thứ sáu tuần sau", "2026-12-04"],
  ["thứ 6 tuần tới", "2026-12-04"],
  ["thứ sáu tới", "2026-11-27"],
  ["thứ hai tuần sau", "2026-11-30"],
  ["t6", "2026-11-27"],
  ["chủ nhật", "2026-11-29"],
  ["CN", "2026-11-29"],
  ["thứ sáu, ngày 27/11", "2026-11-27"],
  ["cuối tuần", "2026-11-27"],
  ["tuần sau", "2026-12-04"],
  ["cuối tháng", "2026-11-30"],
  ["cuối tháng 11", "2026-11-30"],
  ["cuối tháng này", "2026-11-30"],
  ["cuối tháng sau", "2026-12-31"],
  ["giữa tháng 12", "2026-12-15"],
  ["đầu tháng 12", "2026-12-01"],
  ["tháng 11", "2026-11-30"],
  ["tháng mười một", "2026-11-30"],
  ["11/2026", "2026-11-30"],
  ["T12/2026", "2026-12-31"],
  ["quý 4", "2026-12-31"],
  ["quý IV/2026", "2026-12-31"],
  ["quí IV năm 2026", "2026-12-31"],
  ["Q4/2026", "2026-12-31"],
  ["quý I năm sau", "2027-03-31"],
  ["cuối quý", "2026-12-31"],
  ["quý sau", "2027-03-31"],
  ["cuối năm", "2026-12-31"],
  ["cuối năm 2026", "2026-12-31"],
  ["giữa năm 2027", "2027-06-30"],
  ["năm 2026", "2026-12-31"],
  ["hết năm", "2026-12-31"],
  ["năm sau", "2027-12-31"],
  ["6 tháng đầu năm 2027", "2027-06-30"],
  ["6 tháng cuối năm", "2026-12-31"],
  ["giai đoạn 2026 - 2030", "2030-12-31"],
  ["sau 3 ngày", "2026-11-26"],
  ["sau 5 ngày", "2026-11-30"],
  ["sau 5 ngày làm việc", "2026-12-01"],
  ["5 ngày nữa", "2026-11-30"],
  ["năm ngày nữa", "2026-11-30"],
  ["trong 10 ngày làm việc", "2026-12-08"],
  ["trong vòng 5 ngày kể từ ngày 20/11/2026", "2026-11-25"],
  ["1 tuần", "2026-11-30"],
  ["2 tuần nữa", "2026-12-07"],
  ["hai tuần nữa", "2026-12-07"],
  ["1 tháng nữa", "2026-12-23"],
  ["5 tháng sau", "2027-04-23"],
  ["17h00 ngày 30/11", "2026-11-30"],
  ["17h 30/11", "2026-11-30"],
  ["today", "2026-11-23"],
  ["tomorrow", "2026-11-24"],
  ["30 Nov", "2026-11-30"],
  ["Nov 30, 2026", "2026-11-30"],
  ["next friday", "2026-12-04"],
  ["in 10 working days", "2026-12-08"],
];

describe("what people type as a date", () => {
  it.each(TYPED)("%s → %s", (text, due) => {
    for (const typed of [text, text.normalize("NFD"), text.toUpperCase(), fold(text)]) {
      expect(read(typed), typed).toMatchObject({ kind: "date", due, past: false });
    }
  });

  it.each([
    ["thàng 11", "2026-11-30"],
    ["ngáy mai", "2026-11-24"],
    ["ngay 30/11 nhé", "2026-11-30"],
  ])("forgives the diacritics of %s", (text, due) => {
    expect(read(text)).toMatchObject({ kind: "date", due });
  });
});

describe("a day without a year", () => {
  it.each([
    ["05/01", "2026-01-05", "2027-01-05"],
    ["tháng 1", "2026-01-31", "2027-01-31"],
    ["quý 1", "2026-03-31", "2027-03-31"],
    ["giữa tháng", "2026-11-15", "2026-12-15"],
    ["ngày 20", "2026-11-20", "2026-12-20"],
  ])("%s is past: the next one is offered", (text, due, alternative) => {
    expect(read(text)).toMatchObject({ due, past: true, alternative });
  });

  it("is not offered again when the year was typed", () => {
    expect(read("15/10/2025")).toMatchObject({ due: "2025-10-15", past: true, alternative: null });
    expect(read("hết năm 2018")).toMatchObject({
      due: "2018-12-31",
      past: true,
      alternative: null,
    });
  });

  it("is today's until midnight", () => {
    expect(read("23/11")).toMatchObject({ due: "2026-11-23", past: false });
  });
});

describe("dates that do not exist", () => {
  it.each([
    ["31/11", "no-such-day", "2026-11-30"],
    ["29/2/2026", "no-such-day", "2026-02-28"],
    ["30/2", "no-such-day", "2026-02-28"],
    ["ngày 31 tháng 11", "no-such-day", "2026-11-30"],
    ["32/11/2026", "no-such-day", "2026-11-30"],
    ["11/30/2026", "no-such-month", "2026-11-30"],
    ["15/13", "no-such-month", null],
    ["tháng 13", "no-such-month", null],
  ])("%s", (text, reason, nearest) => {
    expect(read(text)).toEqual({ kind: "impossible", reason, nearest });
  });

  it("takes 29 February of a leap year", () => {
    expect(read("29/2/2028")).toMatchObject({ due: "2028-02-29" });
  });
});

describe("how sure", () => {
  const sure = (text: string) => {
    const found = read(text);
    return found?.kind === "date" ? found.sure : -1;
  };

  it("doubts what can be read in two ways", () => {
    expect(sure("30/11/2026")).toBe(1);
    expect(sure("3.12")).toBeLessThan(0.8);
    expect(sure("t6")).toBeLessThan(sure("thứ 6"));
    expect(sure("thứ hai")).toBeLessThan(0.7);
    expect(sure("6 tháng")).toBeLessThan(0.8);
    expect(read("thứ sáu 30/11/2026")).toMatchObject({ sure: 0.5, notes: ["weekday-mismatch"] });
  });

  it("says that a duration moved off a day off", () => {
    expect(read("sau 1 ngày")).toMatchObject({
      due: "2026-11-25",
      notes: ["moved-to-working-day"],
    });
    expect(read("24/11")).toMatchObject({ due: "2026-11-24" });
  });
});

describe("what is no date", () => {
  it.each([
    "",
    " ",
    "abc",
    "STC",
    "một",
    "5",
    "20261130",
    "45000",
    "ngày làm việc",
    "2 tháng 1 lần",
  ])("%j", (text) => {
    expect(read(text)).toBeNull();
  });

  it("never throws", () => {
    const words = TYPED.flatMap(([text]) => text.split(" "));
    const phrase = fc
      .array(fc.oneof(fc.constantFrom(...words), fc.nat(99_999).map(String)), { maxLength: 7 })
      .map((parts) => parts.join(" "));
    const text = fc.oneof(phrase, fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }));
    const day = fc.nat(20_000).map((days) => addDays(civilDate("2000-01-01"), days));
    fc.assert(
      fc.property(text, day, (typed, today) => {
        const found = read(typed, today);
        if (found?.kind === "date" && found.past) expect(found.due < today).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
