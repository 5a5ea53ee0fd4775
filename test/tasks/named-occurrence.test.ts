// Which period of a recurring duty is meant by what stands behind its code.
import { describe, expect, it } from "vitest";
import { civilDate as d, toDbDate } from "#src/calendar/civil-date.ts";
import { readReportPeriod } from "#src/language/report-period.ts";
import { keyMeant } from "#src/tasks/named-occurrence.ts";

const row = (occurrence: string, dueOn: string, state: "assigned" | "done" = "assigned") => ({
  occurrence,
  state,
  dueOn: toDbDate(d(dueOn)),
});

const cycle = [
  row("2025-Q3", "2025-09-15", "done"),
  row("2025-Y", "2025-12-15"),
  row("2026-Q1", "2026-03-15", "done"),
  row("2026-H1", "2026-06-15"),
  row("2026-Q3", "2026-09-15"),
];

const meant = (text: string) => {
  const read = readReportPeriod(text, d("2026-09-01"));
  return read && keyMeant(cycle, read);
};

describe("the period that is meant", () => {
  it.each([
    ["quý III", "2026-Q3"],
    ["quý III/2025", "2025-Q3"],
    ["Q1", "2026-Q1"],
    ["6 tháng", "2026-H1"],
    ["9 tháng", "2026-Q3"],
    ["cả năm", "2025-Y"],
    ["năm 2025", "2025-Y"],
    ["2026-H1", "2026-H1"],
  ])("%s", (text, key) => {
    expect(meant(text)).toBe(key);
  });

  it("is the report that stands for it where reports merge", () => {
    expect(meant("quý II")).toBe("2026-H1");
    expect(meant("quý IV/2025")).toBe("2025-Y");
    expect(meant("6 tháng cuối năm 2025")).toBe("2025-Y");
  });

  it("is none where there is no such period", () => {
    expect(meant("năm 2026")).toBeNull();
    expect(meant("tháng 8")).toBeNull();
    expect(meant("tuần 30")).toBeNull();
  });
});
