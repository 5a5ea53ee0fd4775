// Whom documents address as a whole: office holders, kinds, "các cơ quan, đơn vị, địa phương".
import { describe, expect, it } from "vitest";
import { readAddressed } from "#src/agencies/groups-addressed.ts";
import { makeAgencyIndex } from "#src/agencies/name-index.ts";
import { civilDate } from "#src/calendar/civil-date.ts";

const agency = (id: number, name: string, groupId: number | null, more = {}) => ({
  ...{ id, name, groupId, code: `A${id}`, type: "", ranked: true, aliases: [] },
  ...{ validFrom: null, validTo: null, ...more },
});

const group = (id: number, name: string) => ({ id, name, aliases: [] });

const directory = {
  groups: [
    group(1, "Các sở, ban, ngành"),
    group(2, "UBND các huyện, thị xã, thành phố"),
    group(3, "UBND các xã, phường"),
    group(4, "Các cơ quan ngành dọc"),
    group(5, "Khác"),
  ],
  agencies: [
    agency(1, "Sở Nội vụ", 1),
    agency(2, "Sở Khoa học và Công nghệ", 1),
    agency(3, "Văn phòng UBND tỉnh", 1),
    agency(4, "UBND huyện Hạ Lang", 2),
    agency(5, "UBND xã Suối Vàng", 3),
    agency(6, "UBND phường Tân Lập", 3),
    agency(7, "Cục Thuế tỉnh", 4),
    agency(8, "Báo Đồng Xuân", 5),
    agency(9, "Sở Cũ", 1, { validTo: civilDate("2020-01-01") }),
  ],
  successions: [],
};

const read = (phrase: string, on = "2024-05-01") => {
  const index = makeAgencyIndex(directory, civilDate(on));
  const { agencies, leftovers } = readAddressed(phrase, { directory, index });
  return { ids: agencies.map(({ id }) => id).sort(), left: leftovers.map(({ kind }) => kind) };
};

const DEPARTMENTS = [1, 2, 3];
const COMMUNES = [5, 6];

describe("before the district level ended", () => {
  it.each([
    ["Giám đốc các sở, Trưởng các ban, ngành cấp tỉnh", DEPARTMENTS],
    ["Thủ trưởng các sở, ban, ngành", DEPARTMENTS],
    ["các sở, ngành", DEPARTMENTS],
    ["Các cơ quan chuyên môn thuộc UBND tỉnh", DEPARTMENTS],
    ["Chủ tịch UBND các huyện, thị xã, thành phố", [4]],
    ["Chủ tịch Ủy ban nhân dân các xã, phường, thị trấn", COMMUNES],
    ["UBND cấp huyện, UBND cấp xã", [4, ...COMMUNES]],
    [
      "Giám đốc các sở, Trưởng các ban, ngành cấp tỉnh, Chủ tịch UBND các huyện, thị xã, thành phố",
      [...DEPARTMENTS, 4],
    ],
    ["các cơ quan ngành dọc trên địa bàn tỉnh", [7]],
    ["Các sở, ngành và địa phương", [...DEPARTMENTS, 4, ...COMMUNES]],
    ["các cơ quan, đơn vị, địa phương", [...DEPARTMENTS, 4, ...COMMUNES, 7, 8]],
    ["Giám đốc Sở Khoa học và Công nghệ, Chánh Văn phòng UBND tỉnh", [2, 3]],
    ["Giám đốc Sở Nội vụ và Chủ tịch UBND các xã, phường", [1, ...COMMUNES]],
  ])("“%s”", (phrase, ids) => {
    expect(read(phrase)).toEqual({ ids, left: [] });
  });
});

it("nobody of the district level is given anything once it has ended", () => {
  const on = "2026-11-20";
  expect(read("Chủ tịch UBND các huyện, thị xã, thành phố", on).ids).toEqual([]);
  expect(read("Chủ tịch UBND các huyện, thị xã, thành phố", on).left[0]).toBe("districts-ended");
  const mixed = read("Giám đốc các sở, ban, ngành; Chủ tịch UBND các huyện, thành phố", on);
  expect(mixed).toEqual({ ids: DEPARTMENTS, left: [expect.stringMatching(/districts-ended/)] });
  expect(read("Các sở, ngành và địa phương", on)).toEqual({
    ids: [...DEPARTMENTS, ...COMMUNES],
    left: [],
  });
});

it("what names nobody for sure is left over", () => {
  expect(read("các sở, ngành liên quan").left).toEqual(["unknown"]);
  expect(read("các đơn vị có liên quan").left).toEqual(["unknown"]);
  expect(read("Giám đốc Sở Gió").left).toEqual(["unknown"]);
  expect(read("").ids).toEqual([]);
});
