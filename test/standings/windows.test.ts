import { describe, expect, it } from "vitest";
import { groupsNamed } from "#src/agencies/groups-named.ts";
import { type AskedSpan, standingWindow, takeSpan } from "#src/standings/windows.ts";
import { d, window } from "./facts.ts";

describe("the span that somebody typed", () => {
  it.each([
    ["", null, ""],
    ["năm", "ytd", ""],
    ["NAM", "ytd", ""],
    ["từ đầu năm", "ytd", ""],
    ["sở tuần", "week", "sở"],
    ["so tuan nay", "week", "so"],
    ["tháng sở, ban, ngành", "month", "sở, ban, ngành"],
    ["UBND xã quý", "quarter", "UBND xã"],
    ["xa  quarter", "quarter", "xa"],
    ["Year to date", "ytd", ""],
    ["sở tuần lễ", null, "sở tuần lễ"],
  ] as [string, AskedSpan | null, string][])("%j", (typed, span, rest) => {
    expect(takeSpan(typed)).toEqual({ span, rest });
  });
});

describe("windows up to today", () => {
  it.each([
    ["ytd", "2026-11-22", window("2026-01-01", "2026-11-22"), "2026-W47"],
    ["week", "2026-11-22", window("2026-11-16", "2026-11-22"), "2026-W47"],
    ["week", "2026-11-23", window("2026-11-23", "2026-11-23"), "2026-W48"],
    ["week", "2027-01-01", window("2026-12-28", "2027-01-01"), "2026-W53"],
    ["ytd", "2027-01-01", window("2027-01-01", "2027-01-01"), "2026-W53"],
    ["month", "2026-02-28", window("2026-02-01", "2026-02-28"), "2026-M02"],
    ["quarter", "2026-11-22", window("2026-10-01", "2026-11-22"), "2026-Q4"],
  ] as const)("%s on %s", (span, today, expected, period) => {
    expect(standingWindow(span, d(today))).toEqual({ span, window: expected, period });
  });
});

describe("the group that somebody typed", () => {
  const groups = [
    { name: "Sở, ban, ngành", aliases: ["cấp tỉnh"] },
    { name: "UBND xã, phường, đặc khu", aliases: [] },
    { name: "UBND huyện, thành phố", aliases: ["huyện cũ"] },
    { name: "Khác", aliases: [] },
  ];
  const named = (typed: string) => groupsNamed(groups, typed).map((group) => group.name);

  it.each([
    ["sở", ["Sở, ban, ngành"]],
    ["SO BAN NGANH", ["Sở, ban, ngành"]],
    ["Cấp tỉnh", ["Sở, ban, ngành"]],
    ["xã", ["UBND xã, phường, đặc khu"]],
    ["phuong", ["UBND xã, phường, đặc khu"]],
    ["huyện", ["UBND huyện, thành phố"]],
    ["ubnd", ["UBND xã, phường, đặc khu", "UBND huyện, thành phố"]],
    ["khac", ["Khác"]],
    ["ngành sở", ["Sở, ban, ngành"]],
    ["bệnh viện", []],
    ["s", []],
    ["?", []],
  ])("%j", (typed, found) => {
    expect(named(typed)).toEqual(found);
  });
});
