// What /sua says.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { showDate } from "../format.ts";
import { phrase } from "../language.ts";

export const fieldNames = phrase({
  vi: () => ({
    content: "Nội dung",
    deadline: "Hạn",
    area: "Lĩnh vực",
    deliverable: "Sản phẩm",
    leader: "Lãnh đạo phụ trách",
    document: "Văn bản",
    clause: "Mục",
    note: "Ghi chú",
    restricted: "Hạn chế",
  }),
  en: () => ({
    content: "Task",
    deadline: "Due",
    area: "Area",
    deliverable: "Deliverable",
    leader: "Leader in charge",
    document: "Document",
    clause: "Clause",
    note: "Note",
    restricted: "Restricted",
  }),
});

export const whichField = phrase({
  vi: (code: string) =>
    `Sửa gì ở ${code}? Chọn một mục, hoặc ghi luôn, ví dụ: /sua ${code} lĩnh vực: thể chế; sản phẩm: báo cáo`,
  en: (code) =>
    `What is to be changed in ${code}? Choose, or write it: /sua ${code} lĩnh vực: thể chế; sản phẩm: báo cáo`,
});

export const newValue = phrase({
  vi: (code: string, field: string, now: string) =>
    `${code} · ${field} đang ghi: ${now}. Anh/chị ghi nội dung mới (“bỏ trống” để xóa, “thôi” để dừng).`,
  en: (code, field, now) =>
    `${code} · ${field} is: ${now}. Please write the new one (“bỏ trống” clears it, “thôi” stops).`,
});

export const newDeadline = phrase({
  vi: (code: string, now: string) =>
    `${code} · Hạn đang ghi: ${now}. Anh/chị ghi hạn đúng theo văn bản, ví dụ: 30/11/2026 theo Công văn 45/UBND-NC`,
  en: (code, now) =>
    `${code} is due: ${now}. Please write the date of the document, e.g. 30/11/2026 theo Công văn 45/UBND-NC`,
});

export const newRestricted = phrase({
  vi: (code: string) => `${code} có hạn chế người xem nội dung không? Trả lời: có, hoặc không`,
  en: (code) => `Is the content of ${code} restricted? Please answer: có, or không`,
});

export const empty = phrase({ vi: () => "(chưa có)", en: () => "(none)" });
export const yes = phrase({ vi: () => "có", en: () => "yes" });
export const no = phrase({ vi: () => "không", en: () => "no" });

export const notAField = phrase({
  vi: (typed: string, code: string) =>
    `Chưa rõ “${typed}” thuộc mục nào. Các mục sửa được: nội dung, hạn, lĩnh vực, sản phẩm, lãnh đạo, văn bản, mục, ghi chú, hạn chế; ví dụ: /sua ${code} nội dung: rà soát định mức chi`,
  en: (typed, code) =>
    `It is not clear which field “${typed}” belongs to. Fields: nội dung, hạn, lĩnh vực, sản phẩm, lãnh đạo, văn bản, mục, ghi chú, hạn chế; e.g. /sua ${code} nội dung: rà soát định mức chi`,
});

export const nothingChanges = phrase({
  vi: (code: string) => `${code} đã đúng như vậy, không có gì thay đổi.`,
  en: (code) => `${code} says just that already; nothing changes.`,
});

export const changes = phrase({
  vi: (from: string, to: string) => `${from} → ${to}`,
  en: (from, to) => `${from} → ${to}`,
});

export const readBack = phrase({
  vi: (code: string) => `Sửa ${code}, xin kiểm tra:`,
  en: (code) => `Changes of ${code}, please check:`,
});

export const dueOf = phrase({
  vi: (agencies: string) => `Hạn (${agencies})`,
  en: (agencies) => `Due (${agencies})`,
});

export const becauseOf = phrase({
  vi: (reason: string) => `Căn cứ sửa hạn: ${reason}`,
  en: (reason) => `The deadline is corrected because of: ${reason}`,
});

export const documentAsText = phrase({
  vi: () => "Văn bản này chưa có trong danh mục, ghi nguyên văn ở mục.",
  en: () => "This document is not registered yet; it is kept as text in the clause.",
});

export const howToAmend = phrase({
  vi: () => "Nếu cần sửa tiếp, trả lời chỗ cần sửa, ví dụ: hạn 15/12/2026; ghi chú: gấp",
  en: () => "To change something more, answer with it, e.g. hạn 15/12/2026",
});

export const correctionOrExtension = phrase({
  vi: (from: CivilDate, to: CivilDate | null) =>
    `Hạn mới${to === null ? " (không thời hạn)" : ` ${showDate(to)}`} muộn hơn hạn đang ghi ${showDate(from)}. Đây là sửa cho đúng văn bản hay gia hạn?`,
  en: (from, to) =>
    `The new date${to === null ? " (none)" : ` ${showDate(to)}`} is later than ${showDate(from)}. Is this a correction of what was misread, or an extension?`,
});

export const isCorrection = phrase({ vi: () => "Sửa cho đúng văn bản", en: () => "Correction" });
export const isExtension = phrase({ vi: () => "Gia hạn", en: () => "Extension" });

export const useExtension = phrase({
  vi: (code: string) =>
    `Chưa có gì được ghi nhận. Gia hạn ${code} do cơ quan chủ trì đề nghị bằng /giahan, nêu lý do; người có thẩm quyền duyệt, hạn ban đầu được giữ lại.`,
  en: (code) =>
    `Nothing was recorded. An extension of ${code} is asked for by its agency with /giahan, and approved; the original date is kept.`,
});

export const whyCorrected = phrase({
  vi: (code: string) =>
    `Căn cứ nào cho thấy hạn của ${code} ghi chưa đúng? Ghi nguyên văn hoặc số văn bản, ví dụ: Công văn 45/UBND-NC ghi “trước ngày 15/12/2026”`,
  en: (code) =>
    `What shows that the date of ${code} was misread? Words or number of the document, e.g. Công văn 45/UBND-NC says “trước ngày 15/12/2026”`,
});

export const correctionAuthority = phrase({
  vi: (reason: string) => `sửa hạn: ${reason}`,
  en: (reason) => `sửa hạn: ${reason}`,
});

export const changedMeanwhile = phrase({
  vi: (code: string) =>
    `${code} đã được người khác sửa trong lúc này; chưa có gì được ghi nhận. Xin kiểm tra lại:`,
  en: (code) => `${code} was changed by somebody else meanwhile. Please check again:`,
});

export const edited = phrase({
  vi: (code: string) => `Đã sửa ${code}:`,
  en: (code) => `${code} was changed:`,
});

export const yoursEdited = phrase({
  vi: (code: string, agency: string) => `${code} (${agency}) được sửa:`,
  en: (code, agency) => `${code} (${agency}) was changed:`,
});
