// A date at the beginning or the end of a line, as people type it, and what the line says besides.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, civilDate } from "#src/calendar/civil-date.ts";
import { productDayOffs } from "#src/calendar/product-day-offs.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import { dayAfter, takeDate } from "#src/language/dated-text.ts";
import { showDate } from "#src/messages/format.ts";

const today = civilDate("2026-11-20");
const context = {
  today,
  calendar: makeWorkCalendar(productDayOffs()),
  countFrom: civilDate("2026-11-27"),
};

const read = (text: string): [string, string] => {
  const found = takeDate(text, context);
  return [found.kind === "date" ? found.due : found.kind, found.rest];
};

describe("a date in a line", () => {
  it.each([
    ["15/12 chờ ý kiến Bộ", "2026-12-15", "chờ ý kiến Bộ"],
    ["đến 15/12 lý do: chờ ý kiến", "2026-12-15", "chờ ý kiến"],
    ["den ngay 15/12 ly do cho y kien bo", "2026-12-15", "cho y kien bo"],
    ["chờ ý kiến Bộ, xin đến 15/12", "2026-12-15", "chờ ý kiến Bộ"],
    ["xin gia hạn đến 20/12 ạ", "2026-12-20", ""],
    ["hạn: 25/11/2026 vì sao chậm", "2026-11-25", "vì sao chậm"],
    ["vì sao chậm, hạn 25/11.", "2026-11-25", "vì sao chậm"],
    ["cuối tháng 12 chờ Bộ", "2026-12-31", "chờ Bộ"],
    // Counted from the due date, unless it says from when.
    ["thêm 10 ngày vì chờ số liệu", "2026-12-07", "vì chờ số liệu"],
    ["2 tuần nữa", "2026-12-04", ""],
    ["31/11 chờ", "impossible", "chờ"],
    // A date inside the reason is not the date that is asked for.
    ["chờ Bộ trả lời văn bản ngày 12/11", "none", "chờ Bộ trả lời văn bản ngày 12/11"],
    ["chờ ý kiến", "none", "chờ ý kiến"],
    ["", "none", ""],
  ])("%s", (text, due, rest) => {
    expect(read(text)).toEqual([due, rest]);
  });

  it("is found before and behind any words, which stay as they were typed", () => {
    const words = fc
      .array(fc.constantFrom("chờ", "Bộ", "trả", "lời", "số", "liệu"), { minLength: 1 })
      .map((all) => all.join(" "));
    const days = fc.integer({ min: 1, max: 400 }).map((n) => addDays(today, n));
    fc.assert(
      fc.property(words, days, (said, day) => {
        expect(read(`${showDate(day)} ${said}`)).toEqual([day, said]);
        expect(read(`${said}, đến ${showDate(day)}`)).toEqual([day, said]);
      }),
    );
  });
});

describe("a day without a year", () => {
  const day = (due: string, alternative: string | null) => ({
    due: civilDate(due),
    alternative: alternative === null ? null : civilDate(alternative),
  });

  it("is next year's where this year's is past and the other is near", () => {
    const after = civilDate("2026-11-27");
    expect(dayAfter(day("2026-01-15", "2027-01-15"), after)).toBe("2027-01-15");
    // Nearly a year away: rather a slip, which is refused as it was read.
    expect(dayAfter(day("2026-11-15", "2027-11-15"), after)).toBe("2026-11-15");
    expect(dayAfter(day("2026-12-15", null), after)).toBe("2026-12-15");
  });
});
