// Names of communes that do not exist: built of syllables that Vietnamese place names use, in pairs
// that we know of nowhere. All differ, also without accents, and so do their initials.
import { fold } from "#src/language/fold.ts";
import { randomFor } from "./random.ts";

const FIRST = [
  ...["Băng", "Bích", "Chúc", "Diệp", "Đàm", "Hạc", "Khuê", "Kiều", "Lăng", "Mặc", "Mộc"],
  ...["Ngân", "Nguyệt", "Nhạn", "Phượng", "Quế", "Sa", "Sương", "Thục", "Trúc", "Tuyết"],
  ...["Uyển", "Viên", "Xuyến", "Yến"],
];
const SECOND = [
  ...["Bàng", "Chử", "Doanh", "Đàn", "Giáp", "Hàm", "Hiên", "Kha", "Khanh", "Liễu", "Lĩnh"],
  ...["Mạc", "Ngạn", "Nghi", "Phục", "Quỳ", "Sầm", "Thiều", "Trạch", "Uyên", "Vọng"],
];
const ISLANDS = ["Hải Vọng", "Hải Uyên", "Hải Thiều", "Hải Sầm"];

/** First letters of the syllables, as codes of offices have them: "Đàm Quỳ" is ĐQ. */
export const initialsOf = (name: string): string =>
  name
    .split(" ")
    .map((syllable) => syllable.charAt(0).toUpperCase())
    .join("");

/** So many names of two syllables each; `taken`: names that are used already. */
const drawn = (seed: number, kind: string, count: number, taken: ReadonlySet<string>): string[] => {
  const random = randomFor(seed, `names:${kind}`);
  const names: string[] = [];
  const used = new Set(taken);
  const initials = new Set<string>();
  while (names.length < count) {
    const name = `${random.pick(FIRST)} ${random.pick(SECOND)}`;
    const code = fold(initialsOf(name));
    if (used.has(fold(name)) || initials.has(code)) continue;
    used.add(fold(name));
    initials.add(code);
    names.push(name);
  }
  return names;
};

export type PlaceNames = { communes: string[]; wards: string[]; zone: string };

/** 45 xã, 14 phường and one đặc khu. */
export const placeNames = (seed: number): PlaceNames => {
  const communes = drawn(seed, "xã", 45, new Set());
  const wards = drawn(seed, "phường", 14, new Set(communes.map(fold)));
  return { communes, wards, zone: randomFor(seed, "names:đặc khu").pick(ISLANDS) };
};
