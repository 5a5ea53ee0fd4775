import { describe, expect, it } from "vitest";
import { civilDate as d } from "#src/calendar/civil-date.ts";
import { openWeeks, weekStands } from "#src/standings/petition.ts";
import { leadingOwn } from "#src/standings/petition-request.ts";
import { leadingWeek, weekAsked } from "#src/standings/week-asked.ts";

describe("the weeks that may be petitioned about", () => {
  it("are the latest four, the whole week long, over the turn of the year too", () => {
    const four = ["2026-W47", "2026-W46", "2026-W45", "2026-W44"];
    expect(openWeeks(d("2026-11-23"))).toEqual(four);
    expect(openWeeks(d("2026-11-29"))).toEqual(four);
    expect(openWeeks(d("2027-01-06"))).toEqual(["2026-W53", "2026-W52", "2026-W51", "2026-W50"]);
  });

  it("stand open, too long ago, or not published", () => {
    const published = ["2026-W47", "2026-W46", "2026-W40"];
    const stands = (period: string) => weekStands(period, published, d("2026-11-25"));
    expect(stands("2026-W47")).toBe("open");
    expect(stands("2026-W45")).toBe("not-yet");
    expect(stands("2026-W40")).toBe("too-old");
    expect(stands("2026-W48")).toBe("not-yet");
    expect(stands("2027-W02")).toBe("not-yet");
  });
});

describe("the week that is named", () => {
  it.each([
    ["2026-W47 NV-012 nộp đúng hạn", "2026-W47", "NV-012 nộp đúng hạn"],
    ["tuần 47: sai số liệu", "2026-W47", "sai số liệu"],
    ["tuan truoc sai", "2026-W47", "sai"],
    ["tuần 50", "2025-W50", ""],
  ])("at the start of “%s”", (text, period, rest) => {
    expect(leadingWeek(text, d("2026-11-25"))).toEqual({ period, rest });
  });

  it("or at the end", () => {
    expect(weekAsked("sở tuần 47", d("2026-11-25"))).toEqual({ period: "2026-W47", rest: "sở" });
    expect(weekAsked("các xã 2026-W46", d("2026-11-25"))).toEqual({
      period: "2026-W46",
      rest: "các xã",
    });
    expect(weekAsked("sở quý", d("2026-11-25"))).toBeNull();
    expect(leadingWeek("quý III sai", d("2026-11-25"))).toBeNull();
  });
});

it("one's own agency is taken by its name or code, never guessed", () => {
  const snv = { id: 1, name: "Sở Nội vụ", code: "SNV" };
  const stp = { id: 2, name: "Sở Tư pháp", code: "STP" };
  expect(leadingOwn([snv, stp], "stp: tuần trước sai")).toEqual({
    agency: stp,
    rest: "tuần trước sai",
  });
  expect(leadingOwn([snv, stp], "so noi vu 2026-W47 x")?.agency).toBe(snv);
  expect(leadingOwn([snv, stp], "Sở Y tế 2026-W47 x")).toBeNull();
});
