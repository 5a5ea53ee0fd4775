// Many invitations at once: what is asked, what is wrong, what is printed.
import type { Role } from "#prisma/generated/enums.ts";
import { plural } from "../format.ts";
import { phrase } from "../language.ts";
import { roleName } from "./roles.ts";

export const sendTheList = phrase({
  vi: () =>
    "Anh/chị gửi tệp danh sách (CSV hoặc XLSX) kèm chú thích /moi. Các cột: vai trò, cơ quan, ghi chú (họ tên, số điện thoại; không bắt buộc). Ví dụ một dòng: cán bộ đầu mối, Sở Tư pháp, Nguyễn Văn A",
  en: () =>
    "Please send the list (CSV or XLSX) with the caption /moi. Columns: role, agency, note (name, phone; optional). A line, for example: official, Sở Tư pháp, Nguyễn Văn A",
});

const fileProblems = {
  unreadable: {
    vi: "Không đọc được tệp này. Tệp cần là CSV, TSV hoặc XLSX.",
    en: "This file cannot be read. It should be CSV, TSV or XLSX.",
  },
  "no-header": {
    vi: "Tệp chưa có dòng tiêu đề. Cần ít nhất một cột “vai trò” hoặc “cơ quan”.",
    en: "The file has no header. A column “role” or “agency” is needed.",
  },
  empty: { vi: "Danh sách chưa có ai.", en: "The list names nobody." },
};

export const fileProblem = phrase({
  vi: (why: keyof typeof fileProblems) => fileProblems[why].vi,
  en: (why) => fileProblems[why].en,
});

export const tooMany = phrase({
  vi: (most: number) => `Mỗi lần tạo tối đa ${most} thư mời. Anh/chị chia danh sách rồi gửi lại.`,
  en: (most) => `At most ${most} invitations at once. Please divide the list.`,
});

export const oneFileOnly = phrase({
  vi: () => "Mỗi lần chỉ gửi một tệp danh sách. Chưa tạo thư mời nào.",
  en: () => "One list at a time, please. No invitation was made.",
});

export const listHasErrors = phrase({
  vi: (count: number) => `Danh sách có ${count} chỗ cần sửa, chưa tạo thư mời nào:`,
  en: (count) => `The list has ${plural(count, "mistake")}; no invitation was made:`,
});

const lineProblems = {
  "admin-only": { vi: "chỉ quản trị mời được quản trị", en: "only administrators invite those" },
  "needs-agency": { vi: "vai trò này cần tên cơ quan", en: "this role needs an agency" },
  "no-role": { vi: "chưa rõ vai trò", en: "this role is not known" },
  "no-agency": { vi: "không có cơ quan này", en: "there is no such agency" },
  "several-agencies": { vi: "có thể là nhiều cơ quan", en: "it may be several agencies" },
  twice: { vi: "đã có ở dòng trên", en: "stands in a line above" },
};

export const lineError = phrase({
  vi: (row: number, cell: string, why: keyof typeof lineProblems, nearest: readonly string[]) =>
    `Dòng ${row}${cell === "" ? "" : ` “${cell}”`}: ${lineProblems[why].vi}${nearest.length === 0 ? "" : ` (${nearest.join("; ")})`}`,
  en: (row, cell, why, nearest) =>
    `Line ${row}${cell === "" ? "" : ` “${cell}”`}: ${lineProblems[why].en}${nearest.length === 0 ? "" : ` (${nearest.join("; ")})`}`,
});

export const andMoreErrors = phrase({
  vi: (count: number) => `… và ${count} chỗ nữa`,
  en: (count) => `… and ${count} more`,
});

const counted = (language: "vi" | "en", counts: readonly [Role, number][]): string =>
  counts.map(([role, count]) => `${count} ${roleName(language, role)}`).join(", ");

export const makeThese = phrase({
  vi: (count: number, counts: readonly [Role, number][]) =>
    `Tạo ${count} thư mời dùng một lần: ${counted("vi", counts)}?`,
  en: (count, counts) => `Make ${plural(count, "one-time invitation")}: ${counted("en", counts)}?`,
});

export const forThese = phrase({ vi: () => "Cho:", en: () => "For:" });

export const takenAs = phrase({
  vi: (typed: string, name: string) => `“${typed}” hiểu là ${name}.`,
  en: (typed, name) => `“${typed}” was read as ${name}.`,
});

export const onlyOfAgencies = phrase({
  vi: () =>
    "Mời hàng loạt theo cơ quan chỉ dùng cho cán bộ đầu mối hoặc lãnh đạo cơ quan, ví dụ: /moi tất cả các xã chưa có người",
  en: () =>
    "All agencies at once: only officials or heads, for example: /moi all các xã chưa có người",
});

export const haveSomebody = phrase({
  vi: (count: number) => `${count} cơ quan đã có người kết nối, không mời.`,
  en: (count) =>
    `${plural(count, "agency has", "agencies have")} somebody connected and ${count === 1 ? "is" : "are"} not invited.`,
});

export const allHaveSomebody = phrase({
  vi: () => "Các cơ quan này đều đã có người kết nối; không cần thư mời.",
  en: () => "Somebody of each of these agencies is connected; no invitation is needed.",
});

export const listStale = phrase({
  vi: () => "Danh mục cơ quan hoặc quyền mời đã thay đổi từ lúc hỏi. Anh/chị gửi lại lệnh /moi.",
  en: () => "The agencies or your rights changed since the question. Please send /moi again.",
});

export const listMade = phrase({
  vi: (count: number, until: string) =>
    `Đã tạo ${count} thư mời, có hiệu lực đến ${until}. Tệp HTML để in và cắt; tệp CSV để gửi riêng từng nơi.`,
  en: (count, until) =>
    `${plural(count, "invitation was", "invitations were")} made, valid until ${until}. The HTML file is to be printed and cut, the CSV file to be sent one by one.`,
});

export const keepSecret = phrase({
  vi: () =>
    "Hai tệp chứa mã mời: không chuyển vào nhóm, xóa sau khi dùng. Trợ lý không giữ bản nào và không gửi lại được.",
  en: () =>
    "Both hold the codes: do not forward them to groups, delete them after use. The bot keeps no copy and cannot send them again.",
});

export const fileName = phrase({ vi: () => "thu-moi", en: () => "invitations" });

export const validUntil = phrase({
  vi: (until: string) => `Dùng một lần, có hiệu lực đến ${until}. Không chuyển cho người khác.`,
  en: (until) => `To be used once, until ${until}. Do not pass it on.`,
});

export const csvHeader = phrase({
  vi: () => ["Cơ quan", "Vai trò", "Mã mời", "Đường liên kết", "Hiệu lực đến", "Ghi chú"],
  en: () => ["Agency", "Role", "Code", "Link", "Valid until", "Note"],
});

export const sheet = phrase({
  vi: () => ({
    title: "Thư mời sử dụng trợ lý theo dõi nhiệm vụ",
    role: "Vai trò",
    forWhom: "Người được mời",
    steps: [
      "Cài Telegram trên điện thoại hoặc máy tính.",
      "Quét mã QR, hoặc mở đường liên kết bên dưới.",
      "Bấm “Bắt đầu” (Start) trong cửa sổ trò chuyện với trợ lý.",
    ],
    stepsByCode: ["Mở cuộc trò chuyện với trợ lý.", "Nhắn dòng lệnh bên dưới."],
    orType: "Nhắn cho trợ lý:",
  }),
  en: () => ({
    title: "Invitations to the task tracker",
    role: "Role",
    forWhom: "For",
    steps: [
      "Install Telegram on a phone or a computer.",
      "Scan the QR code, or open the link below.",
      "Tap “Start” in the chat with the bot.",
    ],
    stepsByCode: ["Open the chat with the bot.", "Send the line below."],
    orType: "Send to the bot:",
  }),
});

export const make = phrase({ vi: () => "Tạo thư mời", en: () => "Make them" });
export const cancel = phrase({ vi: () => "Thôi", en: () => "Cancel" });
