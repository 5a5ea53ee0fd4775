import { fold } from "#src/language/fold.ts";

/** The columns of a tracking sheet (domain.md 2.3), with the titles that offices give them. */
export const columnTitles = {
  stt: "STT",
  content: "Nội dung nhiệm vụ",
  number: "Số/ký hiệu văn bản",
  issuedOn: "Ngày ban hành",
  deadline: "Thời hạn hoàn thành",
  lead: "Chủ trì thực hiện",
  coordinating: "Đơn vị phối hợp",
  leader: "Lãnh đạo phụ trách",
  percent: "Tiến độ (%)",
  status: "Trạng thái",
  result: "Kết quả xử lý",
  note: "Ghi chú",
  finishedOn: "Ngày hoàn thành",
} as const;

export type Column = keyof typeof columnTitles;
export const columns = Object.keys(columnTitles) as Column[];
export const necessaryColumns: readonly Column[] = [
  "content",
  "number",
  "issuedOn",
  "deadline",
  "lead",
];

// Folded, without punctuation.
const VARIANTS: Record<Column, readonly string[]> = {
  stt: ["stt", "tt", "so tt", "so thu tu", "no"],
  content: ["noi dung nhiem vu", "nhiem vu", "noi dung", "noi dung cong viec", "ten nhiem vu"],
  number: ["so ky hieu van ban", "so ky hieu", "so van ban", "so hieu van ban", "van ban giao"],
  issuedOn: ["ngay ban hanh", "ngay van ban", "ngay thang van ban", "ngay ky", "ngay ky van ban"],
  deadline: ["thoi han hoan thanh", "thoi han", "han hoan thanh", "han xu ly", "han thuc hien"],
  lead: ["chu tri thuc hien", "chu tri", "don vi chu tri", "co quan chu tri", "don vi thuc hien"],
  coordinating: ["don vi phoi hop", "co quan phoi hop", "phoi hop", "phoi hop thuc hien"],
  leader: ["lanh dao phu trach", "lanh dao chi dao", "lanh dao", "nguoi phu trach"],
  percent: ["tien do", "tien do thuc hien", "hoan thanh", "ty le hoan thanh", "phan tram"],
  status: ["trang thai", "tinh trang", "trang thai thuc hien", "tinh trang thuc hien"],
  result: ["ket qua xu ly", "ket qua", "ket qua thuc hien"],
  note: ["ghi chu"],
  finishedOn: ["ngay hoan thanh", "ngay ket thuc", "ngay hoan thanh thuc te"],
};

const LONGEST_TITLE = 200;

/** The column that a title means: exactly, or with something added ("Thời hạn (theo văn bản)"). */
export function columnOf(title: string): Column | null {
  if (title.length > LONGEST_TITLE) return null;
  const bare = fold(title)
    .replace(/[^a-z]+/g, " ")
    .trim();
  if (bare === "" || bare.length > 60) return null;
  const exact = columns.find((column) => VARIANTS[column].includes(bare));
  if (exact) return exact;
  const begun = columns.flatMap((column) =>
    VARIANTS[column]
      .filter((variant) => variant.includes(" ") && bare.startsWith(`${variant} `))
      .map((variant) => ({ column, length: variant.length })),
  );
  return begun.sort((a, b) => b.length - a.length)[0]?.column ?? null;
}
