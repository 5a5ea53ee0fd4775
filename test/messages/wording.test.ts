import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { strayIn, strayWords } from "#test/support/stray-words.ts";
import { CATALOGUE, catalogue, entriesOf } from "#test/support/wording.ts";

describe("the catalogue of what the bot says", () => {
  it("is what docs/wording.md shows to the office (npm run wording)", () => {
    expect(readFileSync(CATALOGUE, "utf8")).toBe(catalogue());
  });

  it("has every sentence in both languages", () => {
    const oneSided = catalogue()
      .split("\n")
      .filter((line) => /^\| `[^`]+` \| *(\| |[^|]+ \| *\|$)/.test(line));
    expect(oneSided).toEqual([]);
  });

  it("shows what is put in, and what is left out where it does not apply", () => {
    const source = `phrase({
      vi: (code: string, files: number) => \`Đã ghi \${code}\${files > 0 ? \`, kèm \${files} tệp\` : ""}.\`,
      en: (code) => \`Saved \${showDate(code)}.\`,
    })`;
    expect(entriesOf("saved.ts", `export const saved = ${source};`)).toEqual([
      { name: "saved", vi: ["Đã ghi {code}[, kèm {files} tệp]."], en: ["Saved {code}."] },
    ]);
  });

  it("shows both forms of what is counted in English", () => {
    const source = `phrase({
      vi: (n: number) => \`\${n} cơ quan\`,
      en: (n) => \`\${plural(n, "agency", "agencies")}, \${plural(n, "day")}\`,
    })`;
    expect(entriesOf("many.ts", `export const many = ${source};`)[0]?.en).toEqual([
      "{n} [agency | agencies], {n} [day | days]",
    ]);
  });

  it("speaks of no buttons to tap: in the terminal there are none", () => {
    // How an entry came to be, by Telegram; what is printed on invitations to Telegram.
    const about = /\| `(fromMessage|sheet\.steps)` \|/;
    const said = catalogue()
      .split("\n")
      .filter((line) => line.startsWith("| "))
      .filter(
        (line) => /(?<!\p{L})(bấm|nút|tap|buttons?)(?!\p{L})/iu.test(line) && !about.test(line),
      );
    expect(said).toEqual([]);
  });

  it("is the only place where the bot's Vietnamese stands", () => {
    expect(strayWords()).toEqual([]);
  });

  it("notices a sentence elsewhere, but not an example that people type", () => {
    const source =
      'export const x = { example: "/giao Sở Tư pháp: Rà soát", run: () => "Đã ghi nhận xong" };';
    expect(strayIn("x.ts", source)).toEqual(["x.ts:1 “Đã ghi nhận xong”"]);
  });
});
