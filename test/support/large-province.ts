// An invented province of full size: 20 departments and 130 communes, for the diary of two weeks.

const departments: readonly [name: string, code: string, aliases?: string][] = [
  ["Sở Nội vụ", "SNV", "Nội vụ"],
  ["Sở Tài chính", "STC", "Tài chính"],
  ["Sở Tư pháp", "STP", "Tư pháp"],
  ["Sở Y tế", "SYT", "Y tế"],
  ["Sở Công Thương", "SCT", "Công Thương"],
  ["Sở Xây dựng", "SXD", "Xây dựng"],
  ["Sở Nông nghiệp và Môi trường", "SNNMT", "Sở NN&MT"],
  ["Sở Khoa học và Công nghệ", "SKHCN", "Sở KH&CN|KHCN"],
  ["Sở Văn hóa, Thể thao và Du lịch", "SVHTTDL", "Sở VHTT&DL"],
  ["Sở Giáo dục và Đào tạo", "SGDDT", "Sở GD&ĐT"],
  ["Sở Ngoại vụ", "SNGV", "Ngoại vụ"],
  ["Sở Dân tộc và Tôn giáo", "SDTTG", "Dân tộc"],
  ["Thanh tra tỉnh", "TTT"],
  ["Văn phòng UBND tỉnh", "VPUBND", "VP UBND tỉnh|VP UBND"],
  ["Ban Quản lý các khu công nghiệp", "BQLKCN", "BQL KCN"],
  ["Ban Quản lý dự án đầu tư xây dựng", "BQLDA", "BQL dự án"],
  ["Trung tâm Phục vụ hành chính công tỉnh", "TTHCC", "Trung tâm HCC"],
  ["Trường Chính trị tỉnh", "TCT"],
  ["Ban Dân vận và Mặt trận", "BDV"],
  ["Chi cục Thống kê", "CCTK"],
];

const FIRST = "An|Bình|Cẩm|Đông|Gia|Hòa|Kim|Long|Minh|Nam|Phú|Tân|Xuân".split("|");
const SECOND = "Điền|Giang|Lạc|Lâm|Phong|Quang|Sơn|Thịnh|Thủy|Trung".split("|");

const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D")
    .replace(/\s/g, "")
    .toUpperCase();

/** Every tenth commune is a ward. */
const communes = FIRST.flatMap((first) => SECOND.map((second) => `${first} ${second}`)).map(
  (place, at) => {
    const type = at % 10 === 9 ? "phường" : "xã";
    return { place, type, code: `${type === "xã" ? "X" : "P"}-${plain(place)}` };
  },
);

export const communeCodes: readonly string[] = communes.map(({ code }) => code);
export const departmentCodes: readonly string[] = departments.map(([, code]) => code);

const quoted = (text: string): string => (text.includes(",") ? `"${text}"` : text);

/** As the office would import it. */
export const largeProvince: string = [
  "name,code,aliases,type,group,ranked,validFrom,validTo,successor",
  ...departments.map(
    ([name, code, aliases = ""]) =>
      `${quoted(name)},${code},${aliases},${name.startsWith("Sở") ? "sở" : "ngành"},"Các sở, ban, ngành",yes,,,`,
  ),
  ...communes.map(
    ({ place, type, code }) =>
      `UBND ${type} ${place},${code},${type} ${place},UBND ${type},"UBND các xã, phường",yes,,,`,
  ),
  "",
].join("\n");
