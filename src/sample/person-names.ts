// Names of people who do not exist, none twice, also without accents.
import { fold } from "#src/language/fold.ts";
import { randomFor } from "./random.ts";

const FAMILY = [
  ...["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi"],
  ...["Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đinh", "Mai", "Trịnh", "Tạ", "Lương", "Cao"],
];
const MEN: Parts = {
  middle: ["Văn", "Đức", "Quang", "Hữu", "Minh", "Xuân", "Thành", "Công", "Anh"],
  given: ["Bình", "Cường", "Dũng", "Hải", "Hùng", "Khôi", "Long", "Nam", "Phong", "Quân", "Tuấn"],
};
const WOMEN: Parts = {
  middle: ["Thị", "Ngọc", "Thu", "Thanh", "Bích", "Kim", "Hồng", "Mỹ", "Phương"],
  given: ["An", "Chi", "Dung", "Hạnh", "Huyền", "Loan", "Ngân", "Nhung", "Oanh", "Thảo", "Yến"],
};

type Parts = { middle: readonly string[]; given: readonly string[] };

/** So many names, different from each other and from those that are taken. */
export const personNames = (seed: number, count: number, taken: readonly string[]): string[] => {
  const random = randomFor(seed, "people");
  const used = new Set(taken.map(fold));
  const names: string[] = [];
  while (names.length < count) {
    const { middle, given } = random.pick([MEN, WOMEN]);
    const name = [FAMILY, middle, given].map((parts) => random.pick(parts)).join(" ");
    if (used.has(fold(name))) continue;
    used.add(fold(name));
    names.push(name);
  }
  return names;
};
