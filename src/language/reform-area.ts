import { editDistance } from "./edit-distance.ts";
import { fold } from "./fold.ts";

/** The six contents of NQ 76/NQ-CP (15/7/2021), with direction and the rest beside them. */
export type ReformAreaCode =
  | "institutions"
  | "procedures"
  | "organisation"
  | "civil-service"
  | "public-finance"
  | "digital-government"
  | "direction"
  | "other";

export type ReformArea = {
  code: ReformAreaCode;
  name: string;
  short: string;
  typed: readonly string[];
};

export const REFORM_AREAS: readonly ReformArea[] = [
  {
    code: "institutions",
    name: "Cải cách thể chế",
    short: "Thể chế",
    typed: ["1", "tc", "văn bản quy phạm", "vbqppl", "pháp luật", "thi hành pháp luật"],
  },
  {
    code: "procedures",
    name: "Cải cách thủ tục hành chính",
    short: "TTHC",
    typed: ["2", "thủ tục", "thủ tục hành chính", "một cửa", "kiểm soát tthc", "dịch vụ công"],
  },
  {
    code: "organisation",
    name: "Cải cách tổ chức bộ máy hành chính nhà nước",
    short: "Bộ máy",
    typed: ["3", "tổ chức bộ máy", "tổ chức bộ máy hành chính", "tcbm", "tổ chức", "biên chế"],
  },
  {
    code: "civil-service",
    name: "Cải cách chế độ công vụ",
    short: "Công vụ",
    typed: ["4", "chế độ công vụ", "công chức", "cán bộ", "viên chức", "cbccvc", "vị trí việc làm"],
  },
  {
    code: "public-finance",
    name: "Cải cách tài chính công",
    short: "Tài chính công",
    typed: ["5", "tcc", "tài chính", "ngân sách", "tự chủ tài chính", "tự chủ"],
  },
  {
    code: "digital-government",
    name: "Xây dựng và phát triển Chính quyền điện tử, Chính quyền số",
    short: "Chính quyền số",
    typed: [
      ...["6", "chính quyền điện tử", "cqđt", "cqs", "cqđt cqs", "chính phủ số", "hiện đại hóa"],
      ...["chuyển đổi số", "cđs", "cntt", "công nghệ thông tin", "hiện đại hóa hành chính"],
      ...["chính phủ điện tử", "chính quyền điện tử chính quyền số", "dịch vụ công trực tuyến"],
    ],
  },
  {
    code: "direction",
    name: "Công tác chỉ đạo, điều hành",
    short: "Chỉ đạo, điều hành",
    typed: ["7", "chỉ đạo", "điều hành", "cđđh", "kiểm tra cchc", "tuyên truyền", "par index"],
  },
  {
    code: "other",
    name: "Khác",
    short: "Khác",
    typed: ["8", "iso", "iso 9001", "nội dung khác", "lĩnh vực khác", "chung", "k"],
  },
];

const FILLERS = /^(?:linh vuc |cai cach |cong tac |xay dung |noi dung )+/;

const keyOf = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{Nd}]+/gu, " ")
    .trim();

const tightKey = (text: string): string =>
  (keyOf(text).replace(FILLERS, "") || keyOf(text)).replaceAll(" ", "");

const KEYS = new Map(
  REFORM_AREAS.flatMap(({ code, name, short, typed }) =>
    [code, name, short, ...typed].map((text) => [tightKey(text), code] as const),
  ),
);

const SHORTEST_NEAR = 6;

/** The area that a person typed by name, number (1 to 8) or abbreviation; one slip is forgiven. */
export function readReformArea(text: string): ReformAreaCode | null {
  const key = tightKey(text);
  const exact = KEYS.get(key);
  if (exact || key.length < SHORTEST_NEAR) return exact ?? null;
  const near = [...KEYS].filter(
    ([each]) => each.length >= SHORTEST_NEAR && editDistance(each, key, 1) <= 1,
  );
  const codes = new Set(near.map(([, code]) => code));
  return codes.size === 1 ? ([...codes][0] ?? null) : null;
}

/** @throws RangeError for a code that is none of the eight. */
export function reformArea(code: string): ReformArea {
  const area = REFORM_AREAS.find((each) => each.code === code);
  if (!area) throw new RangeError(`no such reform area: ${code}`);
  return area;
}
