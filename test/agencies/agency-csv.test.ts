import { describe, expect, it } from "vitest";
import { readAgencyCsv } from "#src/agencies/agency-csv.ts";

describe("the list of agencies as a file", () => {
  it("is read in any order of columns, with Vietnamese titles, semicolons and a BOM", () => {
    const { rows, errors } = readAgencyCsv(
      "\uFEFFMÃ;Tên cơ quan;Được xếp hạng;Đến ngày;Tên khác\nSTC;Sở Tài chính;không;28/2/2025;Tài chính| Sở TC |STC\n",
    );
    expect(errors).toEqual([]);
    expect(rows).toEqual([
      {
        row: 2,
        name: "Sở Tài chính",
        code: "STC",
        aliases: ["Tài chính", "Sở TC"],
        type: "",
        group: null,
        ranked: false,
        validFrom: null,
        validTo: "2025-02-28",
        successor: null,
      },
    ]);
  });

  it("tells every error by row and column, and keeps the good rows", () => {
    const { rows, errors } = readAgencyCsv(
      [
        "name,code,ranked,validFrom,validTo,successor",
        ",A,yes,,,",
        "Sở Hai,B,có thể,,,",
        "Sở Ba,C,yes,31/2/2026,,",
        "Sở Bốn,D,yes,2026-02-01,2026-01-01,",
        "Sở Năm,E,yes,,,A",
        "Sở Sáu,F,yes,,,",
        "Sở Sáu,G,yes,,,",
        "Sở Bảy,F,yes,,,",
      ].join("\n"),
    );
    expect(rows.map(({ name }) => name)).toEqual(["Sở Sáu", "Sở Sáu", "Sở Bảy"]);
    expect(errors.map(({ row, column, problem }) => [row, column, problem])).toEqual([
      [2, "name", "empty"],
      [3, "ranked", "not-yes-or-no"],
      [4, "validFrom", "not-a-date"],
      [5, "validTo", "ends-before-it-begins"],
      [6, "successor", "successor-without-end"],
      [8, "name", "twice"],
      [9, "code", "code-twice"],
    ]);
  });

  it("names the columns that are missing", () => {
    expect(readAgencyCsv("code,type\nSNV,sở\n").errors).toMatchObject([
      { row: 1, column: "name", problem: "no-column" },
    ]);
  });
});
