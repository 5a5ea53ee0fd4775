import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldValue, splitFields } from "#src/language/fields.ts";

const shown = (text: string) => {
  const { head, body, fields } = splitFields(text);
  return [head.text, body.text, ...fields.map(({ key, value }) => `${key}=${value.text}`)];
};

describe("the body of an order", () => {
  it.each([
    [
      "SNV, STC: rà soát TTHC; công bố lại; hạn 30/11; phối hợp: Sở Tư pháp; lv TTHC; hạn chế",
      [
        "SNV, STC",
        "rà soát TTHC; công bố lại",
        "deadline=30/11",
        "coordinating=Sở Tư pháp",
        "area=TTHC",
        "restricted=",
      ],
    ],
    [
      "snv: noi dung; ph STC va STP; han 30/11/2026; theo 18/CT-UBND; dieu 3; sp bao cao; ld PCT; ghi chu gap",
      [
        "snv",
        "noi dung",
        "coordinating=STC va STP",
        "deadline=30/11/2026",
        "document=18/CT-UBND",
        "clause=3",
        "deliverable=bao cao",
        "leader=PCT",
        "note=gap",
      ],
    ],
    ["SNV; hạn: 30/11", ["SNV", "", "deadline=30/11"]],
    [
      "SNV; nội dung: rà soát: a; hạn chế: không",
      ["SNV", "", "content=rà soát: a", "restricted=không"],
    ],
    [
      "SNV: nội dung\nhạn: 30/11\nlĩnh vực: TTHC",
      ["SNV", "nội dung", "deadline=30/11", "area=TTHC"],
    ],
    ["SNV: dòng một\ntheo dõi tiếp\nhạn rõ", ["SNV", "dòng một\ntheo dõi tiếp\nhạn rõ"]],
    ["SNV: a;THỜI HẠN 5 ngày;", ["SNV", "a", "deadline=5 ngày"]],
    ["SNV: a; deadline = 30/11", ["SNV", "a", "deadline=30/11"]],
    ["chỉ có cơ quan", ["chỉ có cơ quan", ""]],
    ["SNV: họp lúc 8:30; hạn mai", ["SNV", "họp lúc 8:30", "deadline=mai"]],
    ["", ["", ""]],
  ])("%j", (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it.each([
    "theo dõi, đôn đốc",
    "hạn chế tồn tại",
    "điều chỉnh kế hoạch",
    "mục tiêu đến 2030",
    "khoản chi thường xuyên",
    "văn bản hướng dẫn",
    "phổ biến",
    "hạnh kiểm",
    "nội dung báo cáo gồm hai phần",
  ])("leaves “; %s” in the content", (text) => {
    expect(shown(`SNV: việc; ${text}; hạn 30/11`)).toEqual([
      "SNV",
      `việc; ${text}`,
      "deadline=30/11",
    ]);
  });

  it("gives the last value of a field", () => {
    const split = splitFields("SNV: a; hạn 30/11; hạn 15/12");
    expect(fieldValue(split, "deadline")?.text).toBe("15/12");
    expect(fieldValue(split, "note")).toBeNull();
  });

  it("loses nothing", () => {
    const words = [
      "SNV",
      ":",
      ";",
      "hạn",
      "30/11",
      "hạn chế",
      " ",
      "\n",
      "ph",
      "lv",
      "điều",
      "theo",
      "=",
    ];
    const line = fc.array(fc.constantFrom(...words), { maxLength: 20 }).map((all) => all.join(""));
    fc.assert(
      fc.property(fc.oneof(line, fc.string({ unit: "grapheme" })), (text) => {
        const { head, body, fields } = splitFields(text);
        const spans = [head, body, ...fields.flatMap(({ keyword, value }) => [keyword, value])];
        const covered = new Set<number>();
        for (const span of spans) {
          expect(text.slice(span.from, span.to)).toBe(span.text);
          for (let at = span.from; at < span.to; at++) {
            expect(covered.has(at)).toBe(false);
            covered.add(at);
          }
        }
        const rest = [...text.split("")].filter((_, at) => !covered.has(at)).join("");
        expect(rest.replace(/[\s;:=\u200b-\u200f\ufeff\u00ad\u2060]/gu, "")).toBe("");
      }),
      { numRuns: 2_000 },
    );
  });
});
