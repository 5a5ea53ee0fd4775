import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { civilDate } from "#src/calendar/civil-date.ts";
import { readDeadline } from "#src/language/deadline.ts";
import { sharedText } from "#test/shared-data.ts";
import { calendar } from "./as-of.ts";

const csv = sharedText("directives/theo-doi-thanh-hoa-2018.csv");

// Row number of the sheet → kind, due date, boundary, aim, frequencies.
const EXPECTED: Readonly<Record<string, readonly unknown[]>> = {
  1: ["date", "2018-11-30", "before", "2018-11-29", []],
  2: ["event", null, null, null, []],
  3: ["period", "2018-12-31", null, "2018-12-28", []],
  4: ["date", "2018-12-20", null, "2018-12-20", []],
  5: ["date", "2018-10-15", "before", "2018-10-12", []],
  6: ["period", "2018-12-31", "by", "2018-12-28", []],
  7: ["date", "2018-12-31", "by", "2018-12-28", []],
  8: ["none", null, null, null, []],
  9: ["recurrence", null, null, null, ["yearly"]],
  10: ["date", "2018-10-15", null, "2018-10-15", []],
  11: ["continuous", null, null, null, []],
  12: ["date", "2018-10-15", "before", "2018-10-12", []],
  13: ["recurrence", null, null, null, ["yearly"]],
  14: ["period", "2022-12-31", "by", "2022-12-30", []],
  15: ["none", null, null, null, []],
  16: ["date", "2018-10-15", null, "2018-10-15", []],
  17: ["none", null, null, null, []],
  18: ["continuous", null, null, null, []],
  19: ["date", "2018-10-15", null, "2018-10-15", []],
  20: ["date", "2018-10-30", "before", "2018-10-29", []],
  21: ["period", "2018-12-31", null, "2018-12-28", []],
  22: ["none", null, null, null, []],
  23: ["date", "2018-10-30", "before", "2018-10-29", []],
  24: ["date", "2018-12-31", null, "2018-12-28", []],
  25: ["recurrence", null, null, null, ["yearly"]],
  26: ["none", null, null, null, []],
  27: ["recurrence", null, null, null, []],
  28: ["recurrence", null, null, null, ["quarterly", "half-yearly", "yearly"]],
};

describe.skipIf(csv === null)("the tracking sheet of Thanh Hóa, read as of 2018-09-26", () => {
  const rows = csv === null ? [] : (parse(csv, { columns: true }) as Record<string, string>[]);

  it("has the rows expected", () => {
    expect(rows.map(({ STT }) => STT)).toEqual(Object.keys(EXPECTED));
  });

  it.each(rows.map((row) => [row.STT ?? "", row["Thời hạn hoàn thành"] ?? ""]))(
    "row %s: %s",
    (number, phrase) => {
      const found = readDeadline(phrase, civilDate("2018-09-26"), calendar);
      const { kind, dueOn, boundary, aimOn, frequency } = found;
      expect([kind, dueOn, boundary, aimOn, frequency]).toEqual(EXPECTED[number]);
      expect(found.phrase).toBe(phrase);
      expect(found.sure).toBeGreaterThan(number === "27" ? 0.3 : 0.8);
    },
  );
});

const labels = sharedText("directives/labels.json");

describe.skipIf(labels === null)("phrases that only look like deadlines", () => {
  const { negatives } = JSON.parse(labels ?? '{"negatives":[]}') as {
    negatives: { quote: string }[];
  };
  // As whole phrases these do name a span; only the sentence around them tells that it is no deadline.
  const NEEDS_CONTEXT = /giai đoạn 2016|^09 tháng|29\/02\/2024|PAR INDEX|giảm 26 bậc/;

  it.each(
    negatives.map(({ quote }) => [quote]).filter(([quote]) => !NEEDS_CONTEXT.test(quote ?? "")),
  )("%s", (quote = "") => {
    const found = readDeadline(quote, civilDate("2024-03-08"), calendar);
    expect(found.dueOn === null || found.sure < 0.6).toBe(true);
  });
});
