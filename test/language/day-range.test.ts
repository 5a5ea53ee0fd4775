import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, civilDate } from "#src/calendar/civil-date.ts";
import { findDays } from "#src/language/day-range.ts";
import { showDate } from "#src/messages/format.ts";
import { calendar } from "./as-of.ts";

const sunday = civilDate("2026-11-22");

const read = (text: string, today = sunday): string =>
  findDays(text, today, calendar)
    .map((found) => (found.kind === "days" ? `${found.from}..${found.to}` : found.kind))
    .join(" + ");

describe("days from … to …", () => {
  it.each([
    ["24/11-28/11", "2026-11-24..2026-11-28"],
    ["24-28/11", "2026-11-24..2026-11-28"],
    ["28 - 3/12", "2026-11-28..2026-12-03"],
    ["24/11 – 28", "2026-11-24..2026-11-28"],
    ["từ 24/11 đến 28/11", "2026-11-24..2026-11-28"],
    ["tu 24/11 den het 28/11", "2026-11-24..2026-11-28"],
    ["từ ngày 24 đến ngày 28", "2026-11-24..2026-11-28"],
    ["2026-11-24 - 2026-11-28", "2026-11-24..2026-11-28"],
    ["from 24 Nov to 28 Nov", "2026-11-24..2026-11-28"],
    // What stands behind the dash is the last day, not the year of the first.
    ["24 Nov - 28 Nov", "2026-11-24..2026-11-28"],
    ["24 Nov – 28 Nov", "2026-11-24..2026-11-28"],
    ["24 Nov-28 Nov", "2026-11-24..2026-11-28"],
    ["24 Nov - 28", "2026-11-24..2026-11-28"],
    ["24 Nov - 28/11", "2026-11-24..2026-11-28"],
    ["28 Dec - 3 Jan", "2026-12-28..2027-01-03"],
    ["24 tháng 11 - 28 tháng 11", "2026-11-24..2026-11-28"],
    ["24 tháng 11-28 tháng 11", "2026-11-24..2026-11-28"],
    ["24 Nov-27", "2027-11-24..2027-11-24"],
    ["thứ 2 đến thứ 6", "2026-11-23..2026-11-27"],
    ["từ mai đến 28/11", "2026-11-23..2026-11-28"],
    ["tuan sau", "2026-11-23..2026-11-27"],
    ["ngày mai", "2026-11-23..2026-11-23"],
    ["nghỉ phép 24/11", "2026-11-24..2026-11-24"],
    ["24-11-2026", "2026-11-24..2026-11-24"],
    // Without a year, the next such days.
    ["28/12-3/1", "2026-12-28..2027-01-03"],
    ["2/1 đến 5/1", "2027-01-02..2027-01-05"],
    // What has begun is not next year's; nor is what was said backwards put right in silence.
    ["20/11-24/11", "2026-11-20..2026-11-24"],
    ["28/11-24/11", "2026-11-28..2026-11-24"],
    ["24/11, 26/11", "2026-11-24..2026-11-24 + 2026-11-26..2026-11-26"],
    ["31/11", "impossible"],
    ["24/11-31/11", "impossible"],
    ["3 ngày", "length"],
    ["họp giao ban", ""],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it("takes what is left of a week that has begun", () => {
    expect(read("tuần này", civilDate("2026-11-25"))).toBe("2026-11-25..2026-11-27");
  });

  it("reads back whatever is written with whole dates, in any of the usual ways", () => {
    const someDay = fc.integer({ min: 0, max: 700 }).map((ahead) => addDays(sunday, ahead));
    const ways = fc.constantFrom("-", " - ", "–", " đến ", " den ", " tới hết ");
    const spaced = (way: string) => (way === " tới hết " ? " đến hết " : way);
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 60 }), ways, (from, length, way) => {
        const to = addDays(from, length);
        expect(read(`${showDate(from)}${spaced(way)}${showDate(to)}`)).toBe(`${from}..${to}`);
      }),
    );
  });

  it("never throws, and names only real days in order of their places", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        let end = 0;
        for (const found of findDays(text, sunday, calendar)) {
          expect(found.start).toBeGreaterThanOrEqual(end);
          end = found.end;
        }
      }),
    );
  });
});
