import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, foldWithMap, originalSpan } from "#src/language/fold.ts";

const anyText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom(..."Đường Nguyễn Huệ – số 5\u00a0\u0301ĂÂÊÔƠƯẤỹ\t\n") }),
);

describe("fold", () => {
  it.each([
    ["Sở  Nội\u00a0vụ", "so noi vu"],
    ["ĐẮK LẮK", "dak lak"],
    [" Quý IV – 2018\n", "quy iv - 2018"],
    ["hoà = hòa", "hoa = hoa"],
    ["a\u200bb\ufeff", "ab"],
    ["", ""],
  ])("%j → %j", (text, expected) => {
    expect(fold(text)).toBe(expected);
  });

  it("is idempotent", () => {
    fc.assert(fc.property(anyText, (text) => fold(fold(text)) === fold(text)));
  });

  it("does not see the Unicode form", () => {
    const vietnamese = fc.string({ unit: fc.constantFrom(..."aăâbcdđeêghiyklmnoôơpqưuấệữ ẲỴ-") });
    fc.assert(
      fc.property(
        vietnamese,
        (text) => fold(text.normalize("NFD")) === fold(text.normalize("NFC")),
      ),
    );
  });
});

describe("the map back", () => {
  it("cuts the original words, in either Unicode form", () => {
    for (const form of ["NFC", "NFD"]) {
      const original = "  Giao  Sở Nội\u00a0vụ chủ trì".normalize(form);
      const folded = foldWithMap(original);
      const at = folded.text.indexOf("so noi vu");
      const [from, to] = originalSpan(folded, at, at + "so noi vu".length);
      expect(original.slice(from, to)).toBe("Sở Nội\u00a0vụ".normalize(form));
    }
  });

  it("gives every folded character a place, in order", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: folded, starts, ends } = foldWithMap(text);
        expect(starts).toHaveLength(folded.length);
        expect(ends).toHaveLength(folded.length);
        for (let i = 0; i < folded.length; i++) {
          expect(starts[i]).toBeLessThan(ends[i] ?? 0);
          if (i > 0) expect(starts[i]).toBeGreaterThanOrEqual(starts[i - 1] ?? 0);
          expect(ends[i]).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
