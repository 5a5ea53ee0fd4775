// The departments (sở) of a province, by every name that a directive since 2010 may use: those of
// NĐ 24/2014 and before, and those of NĐ 45/2025 and NĐ 150/2025. Which of them a province has is
// the register's business; here they are only recognised.

/** Official name behind "Sở", and what offices write for it. */
const DEPARTMENTS: readonly (readonly [string, ...string[]])[] = [
  ["Nội vụ", "NV"],
  ["Tư pháp", "TP"],
  ["Tài chính", "TC"],
  ["Công Thương", "CT"],
  ["Xây dựng", "XD"],
  ["Y tế", "YT"],
  ["Ngoại vụ", "NgV"],
  ["Du lịch", "DL"],
  ["Giáo dục và Đào tạo", "GD&ĐT", "GDĐT", "GD - ĐT", "GD và ĐT", "Giáo dục - Đào tạo"],
  ["Khoa học và Công nghệ", "KH&CN", "KHCN", "KH - CN", "KH và CN"],
  [
    "Văn hóa, Thể thao và Du lịch",
    ...["VHTT&DL", "VHTTDL", "VH, TT&DL", "VH-TT&DL", "VHTT và DL", "VH,TT và DL"],
  ],
  ["Văn hóa và Thể thao", "VH&TT", "VHTT", "VH và TT"],
  ["Văn hóa, Thể thao"],
  ["Thông tin và Truyền thông", "TT&TT", "TTTT", "TT - TT", "TT và TT"],
  ["Kế hoạch và Đầu tư", "KH&ĐT", "KHĐT", "KH - ĐT", "KH và ĐT"],
  ["Nông nghiệp và Phát triển nông thôn"],
  ["Nông nghiệp và PTNT", "NN&PTNT", "NNPTNT", "NN - PTNT", "NN và PTNT", "Nông nghiệp & PTNT"],
  ["Nông nghiệp và Môi trường", "NN&MT", "NNMT", "NN và MT"],
  ["Nông nghiệp"],
  ["Tài nguyên và Môi trường", "TN&MT", "TNMT", "TN - MT", "TN và MT"],
  ["Giao thông vận tải", "GTVT", "GT-VT", "Giao thông - Vận tải"],
  ["Giao thông công chánh", "GTCC"],
  ["Giao thông"],
  [
    "Lao động - Thương binh và Xã hội",
    ...["LĐTBXH", "LĐ-TB&XH", "LĐTB&XH", "LĐ-TBXH", "LĐ, TB&XH", "LĐTB và XH"],
    ...["Lao động, Thương binh và Xã hội", "Lao động TB&XH", "LĐ TB và XH", "LĐ-TB và XH"],
  ],
  ["Dân tộc và Tôn giáo", "DT&TG", "DTTG", "DT và TG"],
  ["Dân tộc"],
  ["Quy hoạch - Kiến trúc", "QHKT", "QH-KT", "Quy hoạch và Kiến trúc"],
  ["An toàn thực phẩm", "ATTP"],
];

const FULL: Readonly<Record<string, string>> = {
  "Nông nghiệp và PTNT": "Nông nghiệp và Phát triển nông thôn",
};

/** Every spelling with the official name that it stands for, both without "Sở". */
export const departmentSpellings: readonly { spelling: string; name: string }[] =
  DEPARTMENTS.flatMap(([name, ...others]) =>
    [name, ...others].map((spelling) => ({ spelling, name: FULL[name] ?? name })),
  );
