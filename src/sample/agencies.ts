// The agencies of the sample: the fourteen of the province under their true names, and sixty
// communes that do not exist.
import type { AgencyRow } from "#src/agencies/agency-csv.ts";
import { initialsOf, placeNames } from "./place-names.ts";
import { COMMUNES_GROUP, DEPARTMENTS_GROUP } from "./province.ts";

type Agency = Pick<AgencyRow, "name" | "code" | "aliases" | "type" | "group">;

const department = (code: string, name: string, ...aliases: string[]): Agency => ({
  code,
  name,
  aliases: [...aliases, ...(name.startsWith("Sở ") ? [name.slice("Sở ".length)] : [])],
  type: name.startsWith("Sở ") ? "sở" : "ngành",
  group: DEPARTMENTS_GROUP,
});

/** In the order in which offices list them. */
export const departments: readonly Agency[] = [
  department("VPUBND", "Văn phòng UBND tỉnh", "VP UBND tỉnh", "VP UBND", "Văn phòng UBND"),
  department("SNV", "Sở Nội vụ"),
  department("STC", "Sở Tài chính"),
  department("STP", "Sở Tư pháp"),
  department("SXD", "Sở Xây dựng"),
  department("SNNMT", "Sở Nông nghiệp và Môi trường", "Sở NN&MT", "SNN&MT"),
  department("SCT", "Sở Công Thương"),
  department("SKHCN", "Sở Khoa học và Công nghệ", "Sở KH&CN", "KHCN"),
  department("SVHTTDL", "Sở Văn hóa, Thể thao và Du lịch", "Sở VHTT&DL", "SVHTT&DL"),
  department("SGDĐT", "Sở Giáo dục và Đào tạo", "Sở GD&ĐT", "SGD&ĐT", "SGDDT"),
  department("SYT", "Sở Y tế"),
  department("SNgV", "Sở Ngoại vụ"),
  department("SDTTG", "Sở Dân tộc và Tôn giáo", "Sở DT&TG", "SDT&TG"),
  department("TTT", "Thanh tra tỉnh"),
];

const local = (kind: string, prefix: string, name: string): Agency => ({
  code: `${prefix}-${initialsOf(name)}`,
  name: `UBND ${kind} ${name}`,
  aliases: [`${kind} ${name}`, name],
  type: `UBND ${kind}`,
  group: COMMUNES_GROUP,
});

/** 45 xã, 14 phường, one đặc khu, in this order. */
export const communesOf = (seed: number): Agency[] => {
  const { communes, wards, zone } = placeNames(seed);
  return [
    ...communes.map((name) => local("xã", "X", name)),
    ...wards.map((name) => local("phường", "P", name)),
    local("đặc khu", "ĐK", zone),
  ];
};

/** As an import file would state them. */
export const agencyRows = (seed: number): AgencyRow[] =>
  [...departments, ...communesOf(seed)].map((agency, at) => ({
    ...agency,
    row: at + 2,
    ranked: true,
    validFrom: null,
    validTo: null,
    successor: null,
  }));
