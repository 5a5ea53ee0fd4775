// The week's status as plain text, to be pasted into any other group: figures and codes only.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { Window } from "#src/calendar/periods.ts";
import { plural, showDate } from "../format.ts";
import { phrase } from "../language.ts";

export const title = phrase({
  vi: (week: number, { from, to }: Window) =>
    `TÌNH HÌNH THỰC HIỆN NHIỆM VỤ TUẦN ${week} (${showDate(from)} – ${showDate(to)})`,
  en: (week, { from, to }) => `TASK STATUS, WEEK ${week} (${showDate(from)} – ${showDate(to)})`,
});

export const asOf = phrase({
  vi: (day: CivilDate) => `Số liệu đến hết ngày ${showDate(day)}, phân công chủ trì.`,
  en: (day) => `Figures at the end of ${showDate(day)}, lead assignments.`,
});

export const total = phrase({
  vi: (many: number) => `Tổng số: ${many}`,
  en: (many) => `Total: ${many}`,
});

export const cell = phrase({
  vi: (name: string, many: number) => `- ${name}: ${many}`,
  en: (name, many) => `- ${name}: ${many}`,
});

export const apart = phrase({
  vi: (paused: number, cancelled: number) => `Ngoài tổng số: tạm dừng ${paused}, hủy ${cancelled}.`,
  en: (paused, cancelled) => `Outside the total: paused ${paused}, cancelled ${cancelled}.`,
});

export const fromNewYear = phrase({
  vi: () => "KẾT QUẢ TỪ ĐẦU NĂM (tỷ lệ đúng hạn)",
  en: () => "YEAR TO DATE (on-time rate)",
});

export const best = phrase({
  vi: (group: string, names: string, rate: string) => `${group}: dẫn đầu ${names} (${rate})`,
  en: (group, names, rate) => `${group}: first ${names} (${rate})`,
});

export const nobodyRanked = phrase({
  vi: (group: string) => `${group}: chưa đủ số liệu để xếp hạng`,
  en: (group) => `${group}: not enough figures to rank`,
});

export const nobodyInTime = phrase({
  vi: (group: string) => `${group}: chưa có đơn vị nào hoàn thành đúng hạn`,
  en: (group) => `${group}: nobody has finished in time yet`,
});

export const manyAgencies = phrase({
  vi: (many: number) => `${many} đơn vị`,
  en: (many) => `${plural(many, "agency", "agencies")}`,
});

export const lowest = phrase({
  vi: (names: string) => `  Đơn vị cần đôn đốc: ${names}`,
  en: (names) => `  To follow up with: ${names}`,
});

export const overdueOf = phrase({
  vi: (name: string, many: number) => `${name} (${many} quá hạn)`,
  en: (name, many) => `${name} (${many} overdue)`,
});

export const others = phrase({
  vi: (many: number) => `và ${many} đơn vị khác`,
  en: (many) => `and ${plural(many, "other")}`,
});

export const newlyOverdue = phrase({
  vi: (many: number) => `MỚI QUÁ HẠN TRONG TUẦN: ${many}`,
  en: (many) => `NEWLY OVERDUE IN THE WEEK: ${many}`,
});

export const newlyDone = phrase({
  vi: (many: number) => `MỚI HOÀN THÀNH TRONG TUẦN: ${many}`,
  en: (many) => `NEWLY DONE IN THE WEEK: ${many}`,
});

export const dueNextWeek = phrase({
  vi: (many: number, { from, to }: Window) =>
    `ĐẾN HẠN TUẦN TỚI (${showDate(from)} – ${showDate(to)}): ${many}`,
  en: (many, { from, to }) => `DUE NEXT WEEK (${showDate(from)} – ${showDate(to)}): ${many}`,
});

/** A due day that is off says so. */
export const dueDay = phrase({
  vi: (day: CivilDate, off: boolean) => `${showDate(day).slice(0, 5)}${off ? ", ngày nghỉ" : ""}`,
  en: (day, off) => `${showDate(day).slice(0, 5)}${off ? ", a day off" : ""}`,
});

export const moreTasks = phrase({
  vi: (many: number) => `… và ${many} nhiệm vụ khác`,
  en: (many) => `… and ${plural(many, "more task")}`,
});

export const whereToAsk = phrase({
  vi: () =>
    "Chi tiết: nhắn riêng trợ lý theo dõi nhiệm vụ (/viec, /coquan) hoặc hỏi cơ quan thường trực. Đây không phải Chỉ số cải cách hành chính (PAR INDEX).",
  en: () =>
    "Details: write to the task tracker in private (/viec, /coquan) or ask the standing agency. This is not the PAR INDEX.",
});

export const noSuchWeek = phrase({
  vi: (typed: string) => `Chưa rõ “${typed}” là tuần nào. Ví dụ: `,
  en: (typed) => `It is not clear which week “${typed}” is. For example: `,
});

export const weekAhead = phrase({
  vi: ({ from }: Window) =>
    `Tuần bắt đầu ngày ${showDate(from)} chưa đến nên chưa có số liệu. Ví dụ: `,
  en: ({ from }) => `The week of ${showDate(from)} is still to come. For example: `,
});
