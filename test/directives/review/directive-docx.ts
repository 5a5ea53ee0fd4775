// A directive of an invented province, as Word writes it: for the review in chat.
import { Document, Packer, Paragraph } from "docx";

/** One paragraph a line; agencies are those of test/support/sample-agencies.ts, and one unknown. */
export const DIRECTIVE = [
  "ỦY BAN NHÂN DÂN TỈNH ĐỒNG XUÂN",
  "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  "Độc lập - Tự do - Hạnh phúc",
  "Số: 21/CT-UBND",
  "Đồng Xuân, ngày 18 tháng 11 năm 2026",
  "CHỈ THỊ",
  "Về việc đẩy mạnh cải cách thủ tục hành chính trên địa bàn tỉnh",
  "Thời gian qua, công tác cải cách hành chính của tỉnh có chuyển biến; tuy nhiên một số nơi còn chậm. Để khắc phục, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:",
  "1. Sở Tài chính:",
  "a) Rà soát định mức chi thường xuyên của các đơn vị sự nghiệp công lập; hoàn thành trước ngày 15/12/2026.",
  "b) Công khai tình hình sử dụng ngân sách, định kỳ hằng quý báo cáo Ủy ban nhân dân tỉnh.",
  "2. Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ rà soát văn bản quy phạm pháp luật của tỉnh về thủ tục hành chính, báo cáo Ủy ban nhân dân tỉnh trước ngày 20/12/2026.",
  "3. Sở Công Thương công bố danh mục thủ tục hành chính thuộc phạm vi quản lý, hoàn thành trước ngày 10/12/2026.",
  "4. Sở Y tế cập nhật dữ liệu khám, chữa bệnh lên hệ thống một cửa điện tử, hoàn thành trước ngày 25/12/2026.",
  "5. Giám đốc các sở, Thủ trưởng các ban, ngành cấp tỉnh, Chủ tịch Ủy ban nhân dân các xã, phường niêm yết công khai thủ tục hành chính, báo cáo Ủy ban nhân dân tỉnh (qua Sở Nội vụ) trước ngày 30/11/2026.",
  "Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện./.",
  "Nơi nhận:",
  "- Các sở, ban, ngành;",
  "- Lưu: VT.",
  "KT. CHỦ TỊCH",
  "PHÓ CHỦ TỊCH",
  "Trần Văn Minh",
];

export const asText = (lines: readonly string[]): string => lines.join("\n\n");

/** The same as a DOCX. */
export const asDocx = async (lines: readonly string[]): Promise<Buffer> => {
  const children = lines.map((text) => new Paragraph({ text }));
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
};
