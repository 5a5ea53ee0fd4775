import { expect, it } from "vitest";

import { finds, initials } from "#src/playground/client/shell/naming.ts";

it.each([
  ["Nguyễn Văn An", "NA"],
  ["Đặng Thị Ước", "ĐƯ"],
  ["Sở Tài chính – Tổ CCHC", "SC"],
  ["Lan", "L"],
  ["<img onerror=alert(1)>", "IO"],
  ["\u202egpj.exe", "G"],
  ["🙂 🎉", "•"],
  ["", "•"],
])("writes %s as %s on a round picture", (name, sign) => {
  expect(initials(name)).toBe(sign);
});

it("takes a name that a phone sent in pieces for the same name", () => {
  expect(initials("Đặng Thị Ước".normalize("NFD"))).toBe("ĐƯ");
});

it("finds by any words, in any order, without accents", () => {
  const text = "Phạm Đức – cán bộ đầu mối Sở Tài chính";
  expect(finds("tai chinh", text)).toBe(true);
  expect(finds("SỞ duc", text)).toBe(true);
  expect(finds("duc so y te", text)).toBe(false);
  expect(finds("", text)).toBe(true);
});
