import { expect, test } from "vitest";
import { openDocument } from "#src/directives/open/open-document.ts";
import { textOf } from "./opened.ts";

const TEXT =
  "Uỷ ban nhân dân tỉnh yêu cầu Sở Nội vụ chủ trì, phối hợp với các sở\r\nbáo cáo kết quả trước ngày 30/6/2026.\r\n\r\n2. Sở Tài chính bố trí kinh phí.";
const READ = TEXT.replaceAll("\r\n", "\n");

test("UTF-8 with and without its mark, and UTF-16 both ways", async () => {
  const swapped = Buffer.from(`\ufeff${TEXT}`, "utf16le").swap16();
  for (const bytes of [
    Buffer.from(TEXT),
    Buffer.from(`\ufeff${TEXT}`),
    Buffer.from(`\ufeff${TEXT}`, "utf16le"),
    swapped,
  ]) {
    expect(await textOf(bytes, "a.txt")).toBe(READ);
  }
});

test("Windows-1258, where tones stand behind their letters", async () => {
  // "Uỷ ban nhân dân tỉnh; Sở Nội vụ trước ngày"
  const codes: Record<string, number> = { "\u0300": 0xcc, "\u0301": 0xec, "\u0309": 0xd2 };
  const more: Record<string, number> = {
    "\u0323": 0xf2,
    â: 0xe2,
    ê: 0xea,
    ô: 0xf4,
    ơ: 0xf5,
    ư: 0xfd,
  };
  const decomposed = "Uỷ ban nhân dân tỉnh yêu cầu Sở Nội vụ báo cáo trước ngày hẹn."
    .normalize("NFD")
    .replace(
      /([aeo])(\u0323?)\u0302/g,
      (_all, letter: string, dot: string) => `${letter}\u0302`.normalize("NFC") + dot,
    )
    .replace(/([ou])\u031b/g, (all: string) => all.normalize("NFC"));
  const bytes = Uint8Array.from(
    [...decomposed].map((sign) => codes[sign] ?? more[sign] ?? sign.charCodeAt(0)),
  );
  expect(await textOf(bytes, "a.txt")).toBe(
    "Uỷ ban nhân dân tỉnh yêu cầu Sở Nội vụ báo cáo trước ngày hẹn.",
  );
});

test.each([
  [
    "TCVN3",
    "Uû ban nh©n d©n tØnh yªu cÇu Së Néi vô chñ tr×, phèi hîp víi c¸c së b¸o c¸o tr\u00adíc ngµy 30/6/2026. §¬n vÞ thùc hiÖn tõ 2016-2020.",
  ],
  [
    "VNI",
    "Uûy ban nhaân daân tænh yeâu caàu Sôû Noäi vuï chuû trì, phoái hôïp vôùi caùc sôû baùo caùo tröôùc ngaøy 30/6/2026. Ñôn vò thöïc hieän töø 2016-2020.",
  ],
])("letters of the old fonts: %s", async (_name, old) => {
  const expected =
    /^Uỷ? ?y? ban nhân dân tỉnh yêu cầu Sở Nội vụ chủ trì, phối hợp với các sở báo cáo trước ngày 30\/6\/2026\. Đơn vị thực hiện từ 2016-2020\.$/;
  for (const bytes of [Buffer.from(old, "latin1"), Buffer.from(old)]) {
    expect((await textOf(bytes, "a.txt")).replace("Ủy", "Uỷ")).toMatch(expected);
  }
});

test("Vietnamese with slips of a scanner, and another language, stay as they are", async () => {
  for (const text of [
    "Sở Nội vụ chủ trì, phôí hơp với các sơ; hoàn thành trước 15/l0/2021, báo cáo kêt quả.",
    "Le préfet a décidé de réorganiser les services à l'été prochain, après avoir été consulté.",
    "The office shall report by 30 June.",
  ]) {
    expect(await textOf(Buffer.from(text), "a.txt")).toBe(text);
  }
});

test("a text has no pages of its own, and as many as it would fill are too many", async () => {
  const page = `${"Sở Nội vụ báo cáo. ".repeat(150)}\n`;
  const some = await openDocument(Buffer.from(page.repeat(200)), "a.txt");
  expect(some).toMatchObject({ kind: "text", from: "txt", pages: null });
  const many = await openDocument(Buffer.from(page.repeat(220)), "a.txt");
  expect(many).toEqual({ kind: "refused", refusal: "too-many-pages" });
});
