import { describe, expect, it } from "vitest";
import { civilDate } from "#src/calendar/civil-date.ts";
import { readReportPeriod } from "#src/language/report-period.ts";

const today = civilDate("2026-11-25");
const read = (text: string) => {
  const found = readReportPeriod(text, today);
  return found && `${found.year ?? "?"}-${found.name} | ${found.rest}`;
};

describe("the period behind a code", () => {
  it.each([
    ["2026-Q3 số 12/BC-STC", "2026-Q3 | số 12/BC-STC"],
    ["2026-w47: NV-012 nộp đúng hạn", "2026-W47 | NV-012 nộp đúng hạn"],
    ["2026-W7", "2026-W07 | "],
    ["Q3 đã báo cáo", "?-Q3 | đã báo cáo"],
    ["Q3/2026", "2026-Q3 | "],
    ["Quý III 80%", "?-Q3 | 80%"],
    ["quý III/2026 số 5/BC", "2026-Q3 | số 5/BC"],
    ["quy 4 nam 2025 xong", "2025-Q4 | xong"],
    ["kỳ quý 3, đã nộp", "?-Q3 | đã nộp"],
    ["báo cáo quý I", "?-Q1 | "],
    ["6 tháng", "?-H1 | "],
    ["6 tháng đầu năm 2026 đã gửi", "2026-H1 | đã gửi"],
    ["6 thang cuoi nam", "?-H2 | "],
    ["9 tháng số 3/BC", "?-Q3 | số 3/BC"],
    ["tháng 11: xong", "?-M11 | xong"],
    ["T9/2026", "2026-M09 | "],
    ["tháng trước", "2026-M10 | "],
    ["năm 2026 số 1/BC", "2026-Y | số 1/BC"],
    ["cả năm", "?-Y | "],
    ["năm nay", "2026-Y | "],
    ["tuần 47 lý do", "?-W47 | lý do"],
    ["tuần 5/2026", "2026-W05 | "],
    ["tuần này sai", "2026-W48 | sai"],
    ["tuan truoc: sai so lieu", "2026-W47 | sai so lieu"],
    ["tuần vừa rồi, NV-012", "2026-W47 | NV-012"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each(["70% đã lấy ý kiến", "số 2026/BC-STC", "2026 đã xong", "đã xong quý III", "STC", ""])(
    "is none in “%s”",
    (text) => {
      expect(read(text)).toBeNull();
    },
  );
});
