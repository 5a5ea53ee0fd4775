import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilDate } from "#src/calendar/civil-date.ts";
import { readDeadline } from "#src/language/deadline.ts";
import { fold } from "#src/language/fold.ts";
import { calendar } from "./as-of.ts";

const at = civilDate("2018-09-26");
const read = (phrase: string) => readDeadline(phrase, at, calendar);

describe("dated deadlines", () => {
  it.each([
    ["trước ngày 30/11/2018", "date", "2018-11-30", "before", "2018-11-29"],
    ["hoàn thành trước ngày 30/11/2018", "date", "2018-11-30", "before", "2018-11-29"],
    ["trước 15/10/2018", "date", "2018-10-15", "before", "2018-10-12"],
    ["trước ngày 15 tháng 10 năm 2018", "date", "2018-10-15", "before", "2018-10-12"],
    ["chậm nhất trước ngày 20/12", "date", "2018-12-20", "before", "2018-12-19"],
    ["chậm nhất là ngày 20/12", "date", "2018-12-20", "by", "2018-12-20"],
    ["không quá ngày 20/12/2018", "date", "2018-12-20", "by", "2018-12-20"],
    ["đến ngày 31/12/2018", "date", "2018-12-31", "by", "2018-12-28"],
    ["trước 17h00 ngày 15/10/2018", "date", "2018-10-15", "by", "2018-10-15"],
    ["15-10-2018", "date", "2018-10-15", null, "2018-10-15"],
    ["hạn: 30/11", "date", "2018-11-30", null, "2018-11-30"],
    ["hết năm 2018", "period", "2018-12-31", "by", "2018-12-28"],
    ["đến năm 2022", "period", "2022-12-31", "by", "2022-12-30"],
    ["Đến năm 2025:", "period", "2025-12-31", "by", "2025-12-31"],
    ["cuối năm 2018", "period", "2018-12-31", null, "2018-12-28"],
    ["Quý IV/2018", "period", "2018-12-31", null, "2018-12-28"],
    ["trong Quý IV/2018", "period", "2018-12-31", "by", "2018-12-28"],
    ["xong trong tháng 11/2018", "period", "2018-11-30", "by", "2018-11-30"],
    ["6 tháng đầu năm 2019", "period", "2019-06-30", null, "2019-06-28"],
    ["từ tháng 10 đến tháng 12/2018", "period", "2018-12-31", "by", "2018-12-28"],
    ["trước quý II/2019", "period", "2019-04-01", "before", "2019-03-29"],
    ["giai đoạn 2018 - 2020", "period", "2020-12-31", null, "2020-12-31"],
    ["Quý IV/2018 (trước 20/12/2018)", "date", "2018-12-20", "before", "2018-12-19"],
    ["trong 5 ngày làm việc", "date", "2018-10-03", null, "2018-10-03"],
    ["sau khi có báo cáo, trước 30/10/2018", "date", "2018-10-30", "before", "2018-10-29"],
    ["before 30 Nov", "date", "2018-11-30", "before", "2018-11-29"],
  ])("%s", (phrase, kind, dueOn, boundary, aimOn) => {
    for (const typed of [phrase, phrase.toUpperCase(), phrase.normalize("NFD"), fold(phrase)]) {
      const found = read(typed);
      expect(found, typed).toMatchObject({ kind, dueOn, boundary, aimOn, phrase: typed });
      expect(found.sure).toBeGreaterThan(0.5);
    }
  });

  it("takes next year for a day that was past when the document was signed", () => {
    const found = read("trước 15/9");
    expect(found).toMatchObject({
      dueOn: "2019-09-15",
      reasons: ["year-guessed", "next-year-taken"],
    });
    expect(found.sure).toBeLessThan(0.6);
    expect(read("15/9/2018").reasons).toEqual(["already-past"]);
  });

  it("moves durations, never fixed dates", () => {
    expect(read("sau 10 ngày")).toMatchObject({ dueOn: "2018-10-08" });
    expect(read("06/10/2018")).toMatchObject({ dueOn: "2018-10-06", aimOn: "2018-10-05" });
    expect(read("trong 5 ngày làm việc kể từ ngày nhận được văn bản")).toMatchObject({
      dueOn: "2018-10-03",
      sure: 0.5,
      reasons: ["counted-from-receipt"],
    });
  });

  it("never aims before the document itself", () => {
    expect(readDeadline("trước 01/10/2018", civilDate("2018-09-30"), calendar).aimOn).toBe(
      "2018-09-30",
    );
  });
});

describe("recurrences", () => {
  it.each([
    ["hàng năm", ["yearly"]],
    ["hằng năm", ["yearly"]],
    ["Hằng tháng, hằng quý", ["monthly", "quarterly"]],
    ["hàng quý, 6 tháng, năm", ["quarterly", "half-yearly", "yearly"]],
    ["định kỳ hàng quý, 6 tháng, một năm", ["quarterly", "half-yearly", "yearly"]],
    ["hàng quý, 6 tháng và hàng năm hoặc đột xuất", ["quarterly", "half-yearly", "yearly"]],
    ["hàng quý, 6 tháng, 9 tháng và năm", ["quarterly", "half-yearly", "yearly"]],
    ["6 tháng một lần", ["half-yearly"]],
    ["định kỳ 6 tháng", ["half-yearly"]],
    ["6 tháng", ["half-yearly"]],
    ["3 tháng/lần", ["quarterly"]],
    ["tháng, quý, năm", ["monthly", "quarterly", "yearly"]],
    ["hàng tuần", ["weekly"]],
    ["mỗi quý", ["quarterly"]],
    ["thường xuyên, hàng quý báo cáo", ["quarterly"]],
    ["định kỳ", []],
  ])("%s", (phrase, frequency) => {
    for (const typed of [phrase, phrase.toUpperCase(), fold(phrase)]) {
      expect(read(typed), typed).toMatchObject({ kind: "recurrence", dueOn: null, frequency });
    }
  });

  it("asks for the frequency of a bare định kỳ", () => {
    expect(read("định kỳ").reasons).toEqual(["no-frequency"]);
  });

  it.each([
    ["trước ngày 25 hàng tháng", ["monthly"], { day: 25, month: null }, "before"],
    ["ngày 20 tháng cuối quý", ["quarterly"], { day: 20, month: null }, null],
    [
      "hàng quý, trước ngày 20 của tháng cuối quý",
      ["quarterly"],
      { day: 20, month: null },
      "before",
    ],
    ["trước 15/12 hàng năm", ["yearly"], { day: 15, month: 12 }, "before"],
  ])("%s names a day", (phrase, frequency, onDay, boundary) => {
    expect(read(phrase)).toMatchObject({ kind: "recurrence", frequency, onDay, boundary });
  });
});

describe("deadlines without a date", () => {
  it.each([
    ["", "none", []],
    ["  -  ", "none", []],
    ["không thời hạn", "none", []],
    ["thường xuyên", "continuous", []],
    ["thường xuyên, liên tục", "continuous", []],
    ["hàng ngày", "continuous", []],
    ["ngay sau khi Chính phủ ban hành nghị định thay thế", "event", []],
    ["khi có yêu cầu", "event", ["also-on-request"]],
    ["khẩn trương", "unclear", ["only-urgency"]],
    ["kịp thời", "unclear", ["only-urgency"]],
    ["theo lộ trình chung của tỉnh", "unclear", ["refers-to-a-schedule"]],
    ["chưa xác định", "unclear", ["said-to-be-unknown"]],
    ["31/11/2018", "unclear", ["no-such-day"]],
    ["15/10/2018 và 30/11/2018", "unclear", ["several-dates"]],
    ["trước Tết Nguyên đán", "unclear", ["no-date-found"]],
    ["xem công văn", "unclear", ["no-date-found"]],
    ["chi thường xuyên", "unclear", ["no-date-found"]],
    ["so với năm 2021", "unclear", ["only-a-reference"]],
    ["từ tháng 05/2010 đến nay", "unclear", ["only-a-reference"]],
  ])("%j is %s", (phrase, kind, reasons) => {
    expect(read(phrase)).toMatchObject({ kind, dueOn: null, aimOn: null, phrase, reasons });
  });

  it("offers the likely day for one that does not exist", () => {
    expect(read("trước 31/11/2018").nearest).toBe("2018-11-30");
  });

  it("never throws and never changes the phrase", () => {
    const words =
      "trước đến ngày 30/11 2018 quý IV hàng năm 6 tháng định kỳ cuối , và ( ) từ khi".split(" ");
    const phrase = fc
      .array(fc.constantFrom(...words), { maxLength: 8 })
      .map((all) => all.join(" "));
    fc.assert(
      fc.property(fc.oneof(phrase, fc.string({ unit: "binary" })), (text) => {
        const found = read(text);
        expect(found.phrase).toBe(text);
        expect(found.sure).toBeGreaterThanOrEqual(0);
        expect(found.sure).toBeLessThanOrEqual(1);
        if (found.aimOn && found.dueOn) expect(found.aimOn <= found.dueOn).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
