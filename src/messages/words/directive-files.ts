// What is said of a document that is not read: what was understood, and what to send instead.
import type { OpenRefusal } from "#src/directives/open/open-document.ts";
import type { SecrecyStamp } from "#src/directives/open/secrecy.ts";
import { phrase } from "../language.ts";

const vi = {
  empty: "tệp trống, không có chữ nào. Xin anh/chị kiểm tra lại tệp rồi gửi bản có nội dung",
  "too-large":
    "tệp quá lớn (tối đa 5 MB, kể cả sau khi giải nén). Xin anh/chị bỏ bớt hình ảnh, tách tệp, hoặc dán phần giao nhiệm vụ vào tin nhắn",
  "too-many-pages":
    "văn bản dài hơn 200 trang. Xin anh/chị gửi riêng phần giao nhiệm vụ, hoặc dán phần đó vào tin nhắn",
  scanned:
    "đây là bản quét (ảnh chụp), không có chữ để đọc. Xin anh/chị gửi bản Word (.docx), bản PDF có chữ, hoặc dán nội dung vào tin nhắn",
  encrypted: "tệp có đặt mật khẩu nên không mở được. Xin anh/chị bỏ mật khẩu rồi gửi lại",
  broken:
    "tệp bị hỏng hoặc phông chữ không chuyển được sang Unicode. Xin anh/chị mở tệp, lưu lại thành .docx rồi gửi, hoặc dán nội dung vào tin nhắn",
  archive: "đây là tệp nén. Xin anh/chị giải nén rồi gửi từng văn bản (.docx, .pdf hoặc .txt)",
  "old-word":
    "đây là tệp Word đời cũ (.doc, .rtf). Xin anh/chị mở tệp, chọn Lưu thành (Save As) dạng .docx rồi gửi lại",
  spreadsheet: "đây là bảng tính. Xin anh/chị gửi kèm lệnh /nhap để nhập sổ theo dõi",
  picture:
    "đây là ảnh, không có chữ để đọc. Xin anh/chị gửi bản Word (.docx), bản PDF có chữ, hoặc dán nội dung vào tin nhắn",
  "other-type":
    "loại tệp này không đọc được. Xin anh/chị gửi .docx không có macro, .pdf có chữ, .txt, hoặc dán nội dung vào tin nhắn",
  "lies-about-type":
    "nội dung tệp không đúng với đuôi tệp. Xin anh/chị mở tệp, lưu lại đúng dạng .docx hoặc .pdf rồi gửi lại",
} satisfies Record<OpenRefusal, string>;

const en = {
  empty: "it is empty. Please check it and send one that holds text",
  "too-large":
    "it is too large (at most 5 MB, and not much more when unpacked). Please take pictures out, split it, or paste the part that gives tasks into a message",
  "too-many-pages":
    "it is longer than 200 pages. Please send only the part that gives tasks, or paste that part into a message",
  scanned:
    "it is a scan (a picture) without text. Please send the Word document (.docx) or a PDF with text, or paste its text into a message",
  encrypted: "it has a password. Please remove the password and send it again",
  broken:
    "it is damaged, or its letters cannot be turned into Unicode. Please open it, save it as .docx and send that, or paste its text into a message",
  archive:
    "it is an archive. Please unpack it and send the documents (.docx, .pdf or .txt) one by one",
  "old-word": "it is an old Word file (.doc, .rtf). Please open it, save it as .docx and send that",
  spreadsheet: "it is a spreadsheet. Please send it with /nhap to import a tracking sheet",
  picture:
    "it is a picture without text. Please send the Word document (.docx) or a PDF with text, or paste its text into a message",
  "other-type":
    "files of this kind cannot be read. Please send a .docx without macros, a .pdf with text or a .txt, or paste its text into a message",
  "lies-about-type":
    "what it holds is not what its name says. Please open it, save it as .docx or .pdf and send that",
} satisfies Record<OpenRefusal, string>;

export const documentNotOpened = phrase({
  vi: (refusal: OpenRefusal, name: string) =>
    `Chưa đọc được văn bản “${name}”: ${vi[refusal]}. Chưa có nhiệm vụ nào được ghi nhận.`,
  en: (refusal, name) =>
    `The document “${name}” could not be read: ${en[refusal]}. No task was registered.`,
});

/** Its name is not repeated: it may say what the document is about. */
export const documentSecret = phrase({
  vi: (stamp: SecrecyStamp) =>
    `Văn bản có dấu “${stamp}” nên trợ lý không đọc và không lưu; những gì đã nhận đã được xóa ngay. Xin anh/chị xóa tin nhắn vừa gửi và xử lý văn bản theo quy định về bảo vệ bí mật nhà nước.`,
  en: (stamp) =>
    `The document is stamped “${stamp}”: it was not read and is not kept; what had been received was erased at once. Please delete your message and handle the document as the rules on state secrets say.`,
});
