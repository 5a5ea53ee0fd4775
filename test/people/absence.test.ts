// Days of leave: how they are said, which can be noted, who can stand in.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, civilDate } from "#src/calendar/civil-date.ts";
import {
  daysOverlap,
  LONGEST_ABSENCE_DAYS,
  mayStandIn,
  whyNotDays,
} from "#src/people/absence-rules.ts";
import { readAbsence } from "#src/people/absence-words.ts";
import { calendar } from "#test/language/as-of.ts";

const today = civilDate("2026-11-22");

const read = (typed: string): string => {
  const { ends, owner, days, who } = readAbsence(typed, today, calendar);
  const when = days.map((found) => (found.kind === "days" ? found.from.slice(5) : found.kind));
  return [ends ? "ends" : null, owner, when.join("+") || null, who]
    .map((x) => x ?? "-")
    .join(" / ");
};

describe("what is typed after /vangmat", () => {
  it.each([
    ["24/11-28/11 thay bởi Nguyễn Văn A", "- / - / 11-24 / Nguyễn Văn A"],
    ["tu 24/11 den 28/11 thay bang @a_b", "- / - / 11-24 / @a_b"],
    ["24/11 @lan", "- / - / 11-24 / @lan"],
    ["24/11 do chị Lan thay", "- / - / 11-24 / chị Lan"],
    ["do Lan thay từ 24/11 đến 28/11", "- / - / 11-24 / Lan"],
    ["nghỉ phép 24/11-28/11, chị Lan thay", "- / - / 11-24 / chị Lan"],
    ["mai nhờ chị Hoa thay giúp", "- / - / 11-23 / chị Hoa"],
    ["24/11 người thay: Lê Văn C", "- / - / 11-24 / Lê Văn C"],
    ["24/11 substitute Hoa", "- / - / 11-24 / Hoa"],
    // Mai is a day and a name.
    ["mai", "- / - / 11-23 / -"],
    ["ngày mai thay bởi Trần Thị Mai", "- / - / 11-23 / Trần Thị Mai"],
    ["của Trần Thị Mai 24/11 thay bởi C", "- / Trần Thị Mai / 11-24 / C"],
    ["của Trần Thị Mai", "- / Trần Thị Mai / - / -"],
    ["thay bởi Nguyễn Thị Mai từ 24/11 đến 28/11", "- / - / 11-24 / Nguyễn Thị Mai"],
    ["cho Trần Nho 24/11 thay bởi C", "- / Trần Nho / 11-24 / C"],
    ["của @lan 24/11-28/11 thay bởi @hoa", "- / @lan / 11-24 / @hoa"],
    ["của tôi 24/11 thay bởi B", "- / - / 11-24 / B"],
    ["hủy", "ends / - / - / -"],
    ["huy 24/11", "ends / - / 11-24 / -"],
    ["hủy của Trần Thị B 24/11", "ends / Trần Thị B / 11-24 / -"],
    ["3 ngày thay bởi A", "- / - / length / A"],
  ])("%s", (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  it("never throws", () => {
    const piece = fc.constantFrom(
      "của",
      "thay",
      "bởi",
      "do",
      "24/11",
      "-",
      "mai",
      "@a",
      "hủy",
      ",",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 8 }), (pieces) => {
        readAbsence(pieces.join(" "), today, calendar);
      }),
    );
  });
});

describe("which days can be noted", () => {
  const days = (from: string, to: string) => ({ from: civilDate(from), to: civilDate(to) });
  it.each([
    [days("2026-11-22", "2026-11-22"), null],
    [days("2026-11-24", "2027-01-22"), null],
    [days("2026-11-24", "2027-01-23"), "too long"],
    [days("2026-11-21", "2026-11-24"), "past"],
    [days("2026-11-28", "2026-11-24"), "backwards"],
    [days("2028-11-24", "2028-11-24"), "too far"],
  ])("%o", (range, why) => {
    expect(whyNotDays(range, today)).toBe(why);
  });

  it("two stretches overlap when some day is in both", () => {
    const stretch = fc
      .tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: LONGEST_ABSENCE_DAYS - 1 }))
      .map(([start, length]) => ({
        from: addDays(today, start),
        to: addDays(today, start + length),
      }));
    fc.assert(
      fc.property(stretch, stretch, (a, b) => {
        let shared = false;
        for (let day = a.from; day <= a.to; day = addDays(day, 1)) {
          shared ||= b.from <= day && day <= b.to;
        }
        expect(daysOverlap(a, b)).toBe(shared);
        expect(daysOverlap(b, a)).toBe(shared);
      }),
    );
  });
});

describe("who can stand in", () => {
  const official = (agencyId: number) => ({ role: "official" as const, agencyId });
  const secretary = (agencyId: number) => ({ role: "secretariat" as const, agencyId });
  const leader = { role: "leader" as const, agencyId: null };

  it("a colleague of the agency, or somebody of the same role in the whole province", () => {
    expect(mayStandIn([official(1)], [{ role: "head", agencyId: 1 }])).toBe(true);
    expect(mayStandIn([secretary(1)], [official(1)])).toBe(true);
    expect(mayStandIn([secretary(1)], [secretary(2)])).toBe(true);
    expect(mayStandIn([leader], [leader])).toBe(true);
  });

  it("nobody of another agency, since they must not read its tasks", () => {
    expect(mayStandIn([official(1)], [official(2)])).toBe(false);
    expect(mayStandIn([official(1)], [leader])).toBe(false);
    expect(mayStandIn([leader], [official(1)])).toBe(false);
  });
});
