// What administrators hear of the nightly backup: nothing, unless it failed.
import { phrase } from "../language.ts";

export const nightlyFailed = phrase({
  vi: (day: string, cause: string) =>
    `Bản sao lưu đêm ${day} không thực hiện được: ${cause}. Các bản trước vẫn còn nguyên.`,
  en: (day, cause) =>
    `The backup of the night of ${day} could not be made: ${cause}. Earlier ones are untouched.`,
});

export const whatToDo = phrase({
  vi: () =>
    "Anh/chị vui lòng báo người vận hành kiểm tra thư mục sao lưu (BACKUP_DIR), rồi tạo bản sao lưu bằng lệnh: npm run -s dondoc -- backup TỆP.",
  en: () =>
    "Please ask the operator to look at the folder of backups (BACKUP_DIR) and then to make one: npm run -s dondoc -- backup FILE.",
});

export const noSpace = phrase({ vi: () => "ổ đĩa đã đầy", en: () => "the disk is full" });
export const noFolder = phrase({
  vi: () => "không ghi được vào thư mục sao lưu",
  en: () => "the folder of backups cannot be written to",
});
export const otherCause = phrase({
  vi: (code: string) => `lỗi hệ thống ${code}`,
  en: (code) => `system error ${code}`,
});
