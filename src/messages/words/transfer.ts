// What /chuyen says.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { plural, showDate } from "../format.ts";
import { phrase } from "../language.ts";

export const toWhom = phrase({
  vi: (code: string, agency: string) =>
    `Chuyển ${code} của ${agency} sang cơ quan nào? Ví dụ: Sở Tài chính theo 45/UBND-NC ngày 03/11/2026`,
  en: (code, agency) =>
    `To which agency does ${code} of ${agency} go? For example: Sở Tài chính theo 45/UBND-NC ngày 03/11/2026`,
});

export const byWhat = phrase({
  vi: (code: string, agency: string) =>
    `Chuyển ${code} sang ${agency} theo văn bản hoặc ý kiến nào? Ví dụ: 45/UBND-NC ngày 03/11/2026, hoặc: ý kiến Phó Chủ tịch Nguyễn Văn A`,
  en: (code, agency) =>
    `By which document or opinion does ${code} go to ${agency}? For example: 45/UBND-NC ngày 03/11/2026`,
});

export const askTransfer = phrase({
  vi: (code: string, from: string, to: string, authority: string) =>
    `Chuyển ${code}: ${from} → ${to}, theo ${authority}. Ghi nhận như vậy?`,
  en: (code, from, to, authority) =>
    `${code} goes from ${from} to ${to}, by ${authority}. Record it?`,
});

export const whatGoesAlong = phrase({
  vi: (due: CivilDate | null, percent: number, periods: number) =>
    `${due === null ? "Hạn giữ như cũ." : `Hạn giữ nguyên ${showDate(due)}.`}${percent > 0 ? ` Tiến độ ${percent}% ở lại với cơ quan cũ.` : ""}${periods > 0 ? ` Kèm ${periods} kỳ báo cáo đang mở.` : ""}`,
  en: (due, percent, periods) =>
    `${due === null ? "The deadline stays." : `It stays due on ${showDate(due)}.`}${percent > 0 ? ` The ${percent}% stay with the old agency.` : ""}${periods > 0 ? ` ${plural(periods, "open period goes", "open periods go")} along.` : ""}`,
});

export const understoodAgency = phrase({
  vi: (typed: string, name: string) => `“${typed}” hiểu là ${name}.`,
  en: (typed, name) => `“${typed}” was read as ${name}.`,
});

export const transferred = phrase({
  vi: (code: string, from: string, to: string, authority: string) =>
    `Đã chuyển ${code} từ ${from} sang ${to}, theo ${authority}.`,
  en: (code, from, to, authority) => `${code} went from ${from} to ${to}, by ${authority}.`,
});

export const yoursNow = phrase({
  vi: (to: string, from: string, authority: string) =>
    `${to} được giao chủ trì, chuyển từ ${from} theo ${authority}:`,
  en: (to, from, authority) => `${to} now leads, taken over from ${from} by ${authority}:`,
});

export const noLongerYours = phrase({
  vi: (code: string, from: string, to: string, authority: string) =>
    `${code} (${from}) được chuyển sang ${to} chủ trì, theo ${authority}.`,
  en: (code, from, to, authority) => `${code} (${from}) is now led by ${to}, by ${authority}.`,
});

export const refusals = phrase({
  vi: () => ({
    "same-agency": (code: string, to: string) => `${code} đang do ${to} chủ trì.`,
    awaiting: (code: string, _to: string) =>
      `${code} có kết quả đang chờ xác nhận: xác nhận hoặc trả lại trước, rồi mới chuyển.`,
    over: (code: string, _to: string) => `${code} không còn mở, không chuyển được.`,
    "leads-already": (code: string, to: string) =>
      `${to} đã chủ trì một phần của ${code}; nếu không cần phần kia nữa, dùng /huy.`,
  }),
  en: () => ({
    "same-agency": (code: string, to: string) => `${code} is led by ${to} already.`,
    awaiting: (code: string, _to: string) =>
      `A result of ${code} waits: confirm or return it first.`,
    over: (code: string, _to: string) => `${code} is no longer open.`,
    "leads-already": (code: string, to: string) =>
      `${to} leads a part of ${code} already; /huy ends the other part.`,
  }),
});
