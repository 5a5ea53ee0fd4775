import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDocumentRef } from "#src/language/document-ref.ts";
import { formatNumber, formatRate, parseNumber, rateInHundredths } from "#src/language/numbers.ts";
import { findPercent, readPercent } from "#src/language/percent.ts";
import { REFORM_AREAS, readReformArea, reformArea } from "#src/language/reform-area.ts";
import { findTaskCodes, formatTaskCode, readTaskCode } from "#src/language/task-code.ts";
import { monday } from "./as-of.ts";

describe("percentages", () => {
  it.each([
    ["70%", 70],
    ["70 %", 70],
    ["70 phan tram", 70],
    ["được 70%", 70],
    ["đạt 70 phần trăm.", 70],
    ["62,5%", 62.5],
    ["0%", 0],
    ["100%", 100],
    ["7/10", null],
    ["70", null],
    ["120%", null],
    ["-5%", null],
    ["70% và 80%", null],
    ["", null],
  ])("%j → %s", (text, expected) => {
    expect(readPercent(text)).toBe(expected);
  });

  it("are found in a sentence", () => {
    const text = "đã xong dự thảo, 70 % rồi";
    const found = findPercent(text);
    expect(found?.value).toBe(70);
    expect(text.slice(found?.from, found?.to)).toBe("70 %");
    expect(findPercent("họp ngày 7/10")).toBeNull();
  });
});

describe("task codes", () => {
  it.each([
    ["NV-012", 12],
    ["nv12", 12],
    ["NV 012", 12],
    ["nv-12", 12],
    ["NV–012", 12],
    ["#12", 12],
    ["NV-1234", 1234],
    ["12", null],
    ["nv-0", null],
    ["nv12a", null],
    ["NV-012 70%", null],
    ["", null],
  ])("%j → %s", (text, expected) => {
    expect(readTaskCode(text)).toBe(expected);
  });

  it("are found in a sentence", () => {
    expect(findTaskCodes("xong nv12, NV-034 và #7; 18/CT-NV").map(({ number }) => number)).toEqual([
      12, 34, 7,
    ]);
  });

  it("are written with three digits at least", () => {
    expect([12, 999, 1000].map(formatTaskCode)).toEqual(["NV-012", "NV-999", "NV-1000"]);
    expect(() => formatTaskCode(0)).toThrow(RangeError);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), (number) => {
        expect(readTaskCode(formatTaskCode(number))).toBe(number);
      }),
    );
  });
});

describe("document references", () => {
  it.each([
    ["số 123/BC-STC ngày 14/10 đã gửi", "123/BC-STC", "2026-10-14", "đã gửi"],
    ["so 123/bc-stc ngay 14/12", "123/BC-STC", "2025-12-14", ""],
    ["111/KH- UBND", "111/KH-UBND", null, ""],
    ["5/BC - SNV", "5/BC-SNV", null, ""],
    ["18/CT-UBND ngày 26/9/2018", "18/CT-UBND", "2018-09-26", ""],
    ["123/BC-STC, ngày 14 tháng 10 năm 2026", "123/BC-STC", "2026-10-14", ""],
    ["văn bản số: 05/TTr-SNV (14/10/2026) xin ý kiến", "05/TTr-SNV", "2026-10-14", "xin ý kiến"],
    ["9/qd-ubnd", "9/QĐ-UBND", null, ""],
    ["12/ttr-snv", "12/TTr-SNV", null, ""],
    ["Nghị định 30/2020/NĐ-CP", "30/2020/NĐ-CP", null, "Nghị định"],
    ["16-NQ/TU", "16-NQ/TU", null, ""],
    ["5425/UBND-KGVX", "5425/UBND-KGVX", null, ""],
    ["29/KH-BCĐ ngày 30/2", "29/KH-BCĐ", null, ""],
    ["1/BC-SNV ngày 30/12/2027", "1/BC-SNV", "2027-12-30", ""],
  ])("%s", (text, number, date, rest) => {
    expect(readDocumentRef(text, monday)).toMatchObject({ number, date, rest });
    expect(readDocumentRef(text.normalize("NFD"), monday)).toMatchObject({ number, date });
  });

  it.each(["7/10", "14/10/2026", "báo cáo số 12", "70%", ""])("none in %j", (text) => {
    expect(readDocumentRef(text, monday)).toBeNull();
  });
});

describe("numbers", () => {
  it.each([
    ["1.234,5", 1234.5],
    ["12,5", 12.5],
    ["1.234", 1234],
    ["12.5", 12.5],
    ["1 234", 1234],
    ["1,234,567", 1_234_567],
    ["-3", -3],
    ["1.23.4", null],
    ["abc", null],
    ["", null],
  ])("%j → %s", (text, expected) => {
    expect(parseNumber(text)).toBe(expected);
  });

  it("are printed the Vietnamese way and read back", () => {
    expect(formatNumber(1_234_567.891, 2)).toBe("1.234.567,89");
    expect(formatNumber(-0.001, 2)).toBe("0,00");
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (n) => {
        expect(parseNumber(formatNumber(n / 100, 2))).toBe(n / 100);
      }),
    );
  });

  it("give rates that are equal when they print equally", () => {
    expect(formatRate(rateInHundredths(2, 3))).toBe("66,67");
    expect(formatRate(rateInHundredths(1, 1))).toBe("100,00");
    expect(rateInHundredths(201, 4000)).toBe(503);
    expect(() => rateInHundredths(0, 0)).toThrow(RangeError);
  });
});

describe("reform areas", () => {
  it.each([
    ["TTHC", "procedures"],
    ["thu tuc", "procedures"],
    ["thủ tục hành chinhs", "procedures"],
    ["thể chế", "institutions"],
    ["cải cách thể chế", "institutions"],
    ["bo may", "organisation"],
    ["công vụ", "civil-service"],
    ["4", "civil-service"],
    ["Tài chính công", "public-finance"],
    ["CĐS", "digital-government"],
    ["chuyen doi so", "digital-government"],
    ["Chính quyền điện tử/số", null],
    ["xây dựng chính quyền số", "digital-government"],
    ["chỉ đạo điều hành", "direction"],
    ["ISO 9001:2015", null],
    ["ISO", "other"],
    ["khác", "other"],
    ["abc", null],
    ["", null],
  ])("%s → %s", (text, expected) => {
    expect(readReformArea(text)).toBe(expected);
  });

  it("read back their own codes and names", () => {
    expect(REFORM_AREAS).toHaveLength(8);
    for (const { code, name, short } of REFORM_AREAS) {
      expect([code, name, short].map(readReformArea)).toEqual([code, code, code]);
      expect(reformArea(code).name).toBe(name);
    }
    expect(() => reformArea("x")).toThrow(RangeError);
  });
});
