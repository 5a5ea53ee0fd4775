// What is said about files that are not taken.
import type { Refusal } from "#src/delivery/file-check.ts";
import { phrase } from "../language.ts";

const vi = {
  "too-big": "lớn hơn 20 MB",
  empty: "tệp trống",
  type: "không thuộc các loại tệp được nhận",
  macros: "có chứa macro; xin lưu lại ở dạng không có macro (.docx, .xlsx, .pptx) hoặc PDF",
  locked: "có đặt mật khẩu nên không ai kiểm tra được; xin bỏ mật khẩu",
  content: "nội dung không đúng với đuôi tệp; xin mở tệp, lưu lại đúng định dạng",
  zip: "tệp nén có mật khẩu, có tệp nén khác hoặc loại tệp không được nhận ở bên trong; xin gửi từng tệp",
  gone: "không tải được tệp này từ máy chủ",
  "too-many": "một lần gửi tối đa 10 tệp",
  "too-much": "các tệp gửi cùng một lần vượt quá 50 MB",
} satisfies Record<Refusal, string>;

const en = {
  "too-big": "it is larger than 20 MB",
  empty: "it is empty",
  type: "files of this kind are not taken",
  macros: "it holds macros; please save it without them (.docx, .xlsx, .pptx) or as PDF",
  locked: "it has a password, so that nobody can check it; please remove the password",
  content: "what it holds is not what its name says; please open it and save it in that format",
  zip: "this archive has a password, or holds another archive or a kind of file that is not taken; please send the files one by one",
  gone: "it could not be downloaded",
  "too-many": "at most 10 files at a time",
  "too-much": "the files sent together are larger than 50 MB",
} satisfies Record<Refusal, string>;

export const fileRefused = phrase({
  vi: (refusal: Refusal, name: string) =>
    `Không nhận được tệp “${name}”: ${vi[refusal]}. Trợ lý nhận PDF, Word, Excel, PowerPoint, OpenDocument, RTF, CSV, TXT, ảnh (JPG, PNG, HEIC, WEBP, TIFF) và ZIP, mỗi tệp tối đa 20 MB. Chưa có tệp nào được lưu, lệnh chưa được thực hiện; xin anh/chị gửi lại.`,
  en: (refusal, name) =>
    `The file “${name}” cannot be taken: ${en[refusal]}. The assistant takes PDF, Word, Excel, PowerPoint, OpenDocument, RTF, CSV, TXT, pictures (JPG, PNG, HEIC, WEBP, TIFF) and ZIP, each at most 20 MB. No file was kept and the command was not run; please send it again.`,
});
