// Bringing a directive: as a file, as text in several messages, or as what is none.
import { plural } from "../format.ts";
import { phrase } from "../language.ts";

export const readingFile = phrase({
  vi: (name: string) => `Đang đọc “${name}” …`,
  en: (name) => `Reading “${name}” …`,
});

export const readingText = phrase({
  vi: () => "Đang đọc văn bản đã gửi …",
  en: () => "Reading the text …",
});

export const askDocument = phrase({
  vi: () =>
    "Xin anh/chị gửi tệp văn bản (DOCX, PDF có chữ, TXT; tối đa 5 MB, 200 trang), hoặc dán, chuyển tiếp nội dung văn bản vào đây; văn bản dài có thể gửi thành nhiều tin.",
  en: () =>
    "Please send the document (DOCX, PDF with text, TXT; at most 5 MB, 200 pages), or paste or forward its text here; a long one may come in several messages.",
});

const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ".");

export const partsTaken = phrase({
  vi: (parts: number, characters: number) =>
    `Đã nhận ${parts} phần, ${grouped(characters)} ký tự; còn thì anh/chị gửi tiếp, hết thì chọn Đọc (hoặc gõ: đọc).`,
  en: (parts, characters) =>
    `${plural(parts, "part")}, ${plural(characters, "character")} so far; send what follows, or choose Read (or type: read) when that is all.`,
});

export const looksLikeDirective = phrase({
  vi: () => "Đây có vẻ là văn bản giao nhiệm vụ. Chưa có gì được ghi nhận.",
  en: () => "This looks like a document that gives tasks. Nothing was registered.",
});

export const tooMuchText = phrase({
  vi: (most: number) =>
    `Nội dung đã quá ${grouped(most)} ký tự nên phần này không được nhận. Xin gửi văn bản thành tệp, hoặc chỉ gửi phần giao nhiệm vụ.`,
  en: (most) =>
    `The text is longer than ${plural(most, "character")}; this part was not taken. Please send the document as a file, or only the part that gives tasks.`,
});

export const oneDocument = phrase({
  vi: () => "Mỗi lần xin gửi một văn bản. Anh/chị gửi lại từng tệp.",
  en: () => "One document at a time, please. Send the files one by one.",
});

export const noDuties = phrase({
  vi: () =>
    "Không tìm thấy nhiệm vụ nào được giao trong văn bản này. Nếu văn bản có phụ lục giao nhiệm vụ, xin gửi cả phụ lục; giao từng nhiệm vụ bằng lệnh:",
  en: () =>
    "No task was found in this document. If its tasks stand in an appendix, please send that too; a single task is given by:",
});

export const otherLanguage = phrase({
  vi: () =>
    "Nội dung này không phải văn bản hành chính tiếng Việt nên trợ lý không đọc. Xin gửi văn bản giao nhiệm vụ bằng tiếng Việt.",
  en: () =>
    "This is not an administrative document in Vietnamese, so it was not read. Please send the document that gives tasks, in Vietnamese.",
});

export const toSheetImport = phrase({
  vi: () => "Đây là bảng tính nên chuyển sang nhập sổ theo dõi (/nhap).",
  en: () => "This is a spreadsheet: it goes to the import of a tracking sheet (/nhap).",
});

export const fileGone = phrase({
  vi: () => "Tệp này không còn được lưu. Xin anh/chị gửi lại.",
  en: () => "The file is no longer kept. Please send it again.",
});

export const sheetReady = phrase({
  vi: (code: string, count: number) => `${code}: bảng ${count} nhiệm vụ dự thảo.`,
  en: (code, count) => `${code}: a sheet of ${plural(count, "draft")}.`,
});
