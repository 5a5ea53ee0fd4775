import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitNames } from "#src/language/name-list.ts";
import { makeNameIndex } from "#src/language/names.ts";
import { sharedText } from "#test/shared-data.ts";

const csv = sharedText("directives/agencies-thanh-hoa-2018.csv");
const rows = csv === null ? [] : (parse(csv, { columns: true }) as Record<string, string>[]);

const agencies = rows.map(({ name = "", code = "", aliases = "" }) => ({
  id: code,
  names: [name, code, ...aliases.split("|").filter((alias) => alias !== "")],
}));

const groups = [
  { id: "departments", names: ["Các sở, ban, ngành"] },
  { id: "districts", names: ["UBND các huyện, thị xã, thành phố"] },
  { id: "communes", names: ["UBND các xã, phường", "UBND cấp xã"] },
];

const index = makeNameIndex<string>([...agencies, ...groups]);

const VARIANTS: readonly (readonly [string, string])[] = [
  ["vpubnd tinh", "VPUBND"],
  ["vp ubnd", "VPUBND"],
  ["VP.UBND tỉnh", "VPUBND"],
  ["Văn phòng Uỷ ban nhân dân tỉnh", "VPUBND"],
  ["Chánh Văn phòng UBND tỉnh", "VPUBND"],
  ["so thong tin va truyen thong", "STTTT"],
  ["Sở Thông tin - Truyền thông", "STTTT"],
  ["Sở TT&TT", "STTTT"],
  ["So TTTT", "STTTT"],
  ["stttt", "STTTT"],
  ["s.noi vu", "SNV"],
  ["sở nội  vụ", "SNV"],
  ["SỞ NỘI VỤ", "SNV"],
  ["sonoivu", "SNV"],
  ["Sơ Nội vu", "SNV"],
  ["Sở Nội vụ tỉnh Thanh Hóa", "SNV"],
  ["Sở Nội vụ (cơ quan thường trực)", "SNV"],
  ["Giám đốc Sở Nội vụ", "SNV"],
  ["snv", "SNV"],
  ["SNgV", "SNgV"],
  ["Sở Ngoại vụ", "SNgV"],
  ["Sở Y tê", "SYT"],
  ["syt", "SYT"],
  ["STC", "STC"],
  ["STP", "STP"],
  ["Sở tài chinh", "STC"],
  ["so tu phap", "STP"],
  ["Sở KH & CN", "SKHCN"],
  ["sở khoa học công nghệ", "SKHCN"],
  ["skhcn", "SKHCN"],
  ["Sở KHĐT", "SKHĐT"],
  ["sở khdt", "SKHĐT"],
  ["so ke hoach dau tu", "SKHĐT"],
  ["Sở Văn hoá, Thể thao và Du lịch", "SVHTTDL"],
  ["sở vh tt dl", "SVHTTDL"],
  ["Sở VH,TT&DL", "SVHTTDL"],
  ["Sở LĐ-TB&XH", "SLĐTBXH"],
  ["sldtbxh", "SLĐTBXH"],
  ["Sở Lao động TBXH", "SLĐTBXH"],
  ["Sở NN và PTNT", "SNNPTNT"],
  ["Sở Giáo dục & Đào tạo", "SGDĐT"],
  ["sở gtvt", "SGTVT"],
  ["Sở Tài nguyen Moi truong", "STNMT"],
  ["Cong thuong", "SCT"],
  ["thanh tra", "TTr"],
  ["Thanh tra tỉnh Thanh Hóa", "TTr"],
  ["BQL Khu kinh tế Nghi Sơn và các KCN", "BQLKKT"],
  ["UBND H. Bá Thước", "H-Bá Thước"],
  ["h.ba thuoc", "H-Bá Thước"],
  ["ủy ban nhân dân huyện Bá Thước", "H-Bá Thước"],
  ["Chủ tịch UBND huyện Nga Sơn", "H-Nga Sơn"],
  ["TP Thanh Hóa", "TP-Thanh Hóa"],
  ["tp. thanh hoá", "TP-Thanh Hóa"],
  ["ubnd tx bim son", "TX-Bỉm Sơn"],
  ["UBND huyện Tĩnh Gia", "H-Tĩnh Gia"],
  ["UBND huyện Cẩm Thuỷ", "H-Cẩm Thủy"],
  ["Đài PTTH tỉnh", "DPTTH"],
  ["TT HCC tỉnh", "TTHCC"],
  ["bưu điện", "BD"],
  ["Cục thuế tỉnh", "CT"],
];

const SLIPS: readonly (readonly [string, string])[] = [
  ["So Noi vuj", "SNV"],
  ["Sở Tài chánh", "STC"],
  ["sở xây dựn", "SXD"],
  ["Sở Thông tin và Truyền thôgn", "STTTT"],
  ["UBNN huyện Cẩm Thủy", "H-Cẩm Thủy"],
  ["UBND huyện Quan Sơm", "H-Quan Sơn"],
  ["Sở Nông nghiệp", "SNNPTNT"],
  ["sở giao thông", "SGTVT"],
  ["Bá Thước", "H-Bá Thước"],
  ["tho xuan", "H-Thọ Xuân"],
];

describe.skipIf(csv === null)("names of the agencies of Thanh Hóa", () => {
  it("resolve all as written", () => {
    for (const { id, names } of agencies) {
      for (const name of names) expect(index.resolve(name), name).toEqual({ kind: "exact", id });
    }
  });

  it.each(VARIANTS)("%s → %s", (typed, id) => {
    expect(index.resolve(typed)).toEqual({ kind: "exact", id });
    expect(index.resolve(typed.normalize("NFD"))).toEqual({ kind: "exact", id });
  });

  it.each(SLIPS)("%s is near %s", (typed, id) => {
    expect(index.resolve(typed)).toMatchObject({ kind: "near", id });
  });

  it("never guesses short codes", () => {
    for (const typed of ["STX", "STV", "SKD", "tt", "x", "h", "s"]) {
      expect(index.resolve(typed), typed).toMatchObject({ kind: "unknown" });
    }
    expect(index.resolve("STX")).toMatchObject({ nearest: [{}, {}, {}] });
  });

  it("does not choose between two that are as near", () => {
    const found = index.resolve("Sở Noại vụ");
    expect(found).toMatchObject({ kind: "ambiguous" });
    if (found.kind === "ambiguous") expect(found.ids.toSorted()).toEqual(["SNV", "SNgV"]);
  });

  it("leaves places and bodies that it does not know", () => {
    for (const typed of [
      "UBND huyện Hà Long",
      "huyện Thanh Hóa",
      "các cơ quan liên quan",
      "",
      "…",
    ]) {
      expect(index.resolve(typed), typed).toMatchObject({ kind: "unknown" });
    }
  });

  it.each([
    ["Sở Văn hóa, Thể thao và Du lịch, Sở Nội vụ và STC", ["SVHTTDL", "SNV", "STC"]],
    ["các sở, ban, ngành; UBND các huyện, thị xã, thành phố", ["departments", "districts"]],
    ["Các sở, ban, ngành, UBND các xã, phường", ["departments", "communes"]],
    [
      "Sở LĐ-TB và XH + snv\n- Sở Y tế\n2. UBND huyện Nga Sơn.",
      ["SLĐTBXH", "SNV", "SYT", "H-Nga Sơn"],
    ],
    ["snv va stc", ["SNV", "STC"]],
    ["Đài PT&TH tỉnh; Cổng TTĐT tỉnh", ["DPTTH", "CTTDT"]],
  ])("splits %j", (text, ids) => {
    for (const typed of [text, text.normalize("NFD")]) {
      const { parts } = splitNames(typed, index);
      expect(parts.map(({ result }) => ("id" in result ? result.id : result.kind))).toEqual(ids);
      for (const part of parts) expect(part.text).toBe(typed.slice(part.from, part.to));
    }
  });

  it("reports what is left over verbatim", () => {
    const texts = (text: string) =>
      splitNames(text, index)
        .parts.filter(({ result }) => result.kind === "unknown")
        .map((p) => p.text);
    expect(texts("các cơ quan liên quan")).toEqual(["các cơ quan liên quan"]);
    expect(texts("SNV, các tổ chức và cá nhân liên quan")).toEqual([
      "các tổ chức và cá nhân liên quan",
    ]);
    expect(texts("SNV; Công an tỉnh và Bộ CHQS tỉnh")).toEqual(["Công an tỉnh", "Bộ CHQS tỉnh"]);
    expect(splitNames("", index).parts).toEqual([]);
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        index.resolve(text);
        for (const part of splitNames(text, index).parts) {
          expect(part.text).toBe(text.slice(part.from, part.to));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("an index of its own", () => {
  it("takes initials where they are unique", () => {
    const few = makeNameIndex([
      { id: 1, names: ["Sở Nội vụ"] },
      { id: 2, names: ["Sở Xây dựng"] },
      { id: 3, names: ["Sở Ngoại vụ"] },
    ]);
    expect(few.resolve("SXD")).toEqual({ kind: "exact", id: 2 });
    expect(few.resolve("SNV")).toEqual({ kind: "ambiguous", ids: [1, 3] });
    expect(few.resolve("SNgV")).toEqual({ kind: "exact", id: 3 });
  });

  it("tells places apart that differ by an accent alone", () => {
    const communes = makeNameIndex([
      { id: "a", names: ["UBND xã Xuân Hòa"] },
      { id: "b", names: ["UBND xã Xuân Hóa"] },
    ]);
    expect(communes.resolve("xã Xuân Hoà")).toMatchObject({ kind: "ambiguous" });
    expect(communes.resolve("UBND xã Xuân Hoà")).toEqual({ kind: "exact", id: "a" });
    expect(communes.resolve("UBND x. Xuan Hoa")).toEqual({ kind: "ambiguous", ids: ["a", "b"] });
  });
});
